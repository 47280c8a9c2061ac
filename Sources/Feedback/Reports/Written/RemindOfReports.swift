package import Foundation

extension Reading {
    /// When home affairs is next told that a draft waits: on the first working day of a month, from its opening on; now
    /// or before, when it is time.
    package func nextReportReminder() throws -> Date {
        let hours = directory.configuration.alerts.hours
        let month = Month(now)
        func due(_ month: Month) -> Date { hours.firstOpening(after: month.firstDay.adding(days: -1)) }
        let isDone = try lastReportReminder().map { $0 >= month.previous } ?? false
        return isDone ? due(month.next) : due(month)
    }
}

extension Writing {
    /// Tells whoever writes reports that the draft of the month that ended waits: one mail each with a link, once a
    /// month, never a figure. A month without any rating is passed over in silence.
    /// - Returns: how many mails; nil when it was not the time.
    @discardableResult
    package func remindOfReports() throws -> Int? {
        guard try nextReportReminder() <= now else { return nil }
        let month = Month(now).previous
        let rows = try DeskFigures(tx: self, scope: .whole, cell: CellFilter())
            .rows(month.firstDay...month.lastDay, by: nil)
        let writers = (rows[""]?.ratings ?? 0) > 0 ? try reportWriters() : []
        for mailbox in writers { try queueNotice(.reportDue, to: mailbox, about: month.figure) }
        try insertReportReminder(of: month, mails: writers.count)
        try log(.reportReminded, about: "month:\(month)", "mails=\(writers.count)")
        return writers.count
    }

    /// Each address once: who may write reports, and the head of home affairs, with or without an account.
    private func reportWriters() throws -> [MailAddress] {
        let today = LocalDay(now)
        let writers = try users().filter {
            Rights(of: $0, in: directory, on: today).scope(of: .writeReports) == .whole
        }.map(\.mailbox)
        let head = directory.unit(directory.configuration.authority.homeAffairs)?.head
        let heads = head.map { [MailAddress(name: $0.name, address: $0.email)] } ?? []
        var seen: Set<String> = []
        return (writers + heads).filter { seen.insert($0.address.lowercased()).inserted }
    }
}

extension Month {
    /// 202411: a month as the number that a notice is about.
    package var figure: Int64 { Int64(year * 100 + number) }

    package init?(figure: Int64) {
        guard (190_001...999_912).contains(figure) else { return nil }
        self.init(rawValue: "\(figure / 100)-\(Self.padded(Int(figure % 100), 2))")
    }
}

extension ReportSubject {
    /// The periods of the whole authority that end with a month: the month, and a quarter, six or nine months, a year.
    package static func ending(with month: Month) -> [Period] {
        kinds.map { Period($0, holding: month.lastDay) }.filter { $0.last == month.lastDay }
    }
}
