extension Writing {
    /// Erases what is older than its purpose needs, and leaves a report. Once a day, unless it is asked for.
    /// - Parameter again: also when it ran today already.
    /// - Returns: the report; nil when there was nothing to run.
    @discardableResult
    package func eraseWhatIsDue(again: Bool = false) throws -> RetentionRun? {
        let today = LocalDay(now)
        if !again, let last = try retentionRuns(limit: 1).first, LocalDay(last.at) >= today { return nil }
        let lines = try retentionPeriods().map { period in
            let end = period.end(on: today)
            return RetentionRun.Line(
                purpose: period.purpose, before: end, count: try erase(period.purpose, before: end))
        }
        let id = try insertRetentionRun(lines)
        let counts = lines.filter { $0.count > 0 }.map { "\($0.purpose.rawValue)=\($0.count)" }
        try log(.dataErased, about: "retention:\(id)", counts.joined(separator: " "))
        return RetentionRun(id: id, at: now, lines: lines)
    }

    /// How long data of a purpose is kept from now on. The notice names the period: it is published anew.
    /// - Throws: `Refusal.invalid` outside the purpose's bounds.
    package func keep(_ purpose: RetentionPurpose, days: Int?) throws {
        guard let days, purpose.bounds.contains(days) else {
            let (least, most) = (purpose.bounds.lowerBound, purpose.bounds.upperBound)
            throw Refusal.invalid(
                FormProblems([.init(field: "days", message: "Xin nhập số ngày từ \(least) đến \(most).")]))
        }
        guard try retentionPeriods().contains(where: { $0.purpose == purpose && $0.days != days }) else { return }
        try insertRetentionPeriod(RetentionPeriod(purpose: purpose, days: days, since: now, actor: actor.label))
        try log(.retentionChanged, about: "retention:\(purpose.rawValue)", "days=\(days)")
        try renewNotice()
    }
}
