extension LocalDay {
    /// A day as a date field sends it (2026-11-20) or as people write it (20/11/2026, 20-11-2026, 20.11.2026).
    package init?(typed text: String) {
        if let day = LocalDay(rawValue: text) {
            self = day
            return
        }
        let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
        guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), parts[2].count == 4,
            (1...99).contains(day), (1...99).contains(month)
        else { return nil }
        self.init(rawValue: "\(parts[2])-\(Month.padded(month, 2))-\(Month.padded(day, 2))")
    }
}
