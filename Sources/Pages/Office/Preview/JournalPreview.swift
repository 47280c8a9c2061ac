import Feedback
import Foundation

extension OfficePreview {
    static var journal: [(name: String, page: any Page)] {
        let frame = Frame.sampleOfAdministrator(.journal)
        let users = [
            User(id: 1, name: "Lê Văn Phúc", email: "phuc@longkhanh.example", grants: []),
            User(id: 2, name: "Trần Thị Hạnh", email: "hanh@longkhanh.example", grants: []),
        ]
        let some = EntryFilter(kind: .roleGranted, actor: "user:1", from: LocalDay(number: 20_770))
        var problems = FormProblems()
        problems.add("from", "Ngày chưa đúng. Ví dụ: 31/12/2026")
        return [
            ("office-journal", JournalPage(frame, address: JournalAddress(), entries: lines, users: users)),
            (
                "office-journal-older",
                JournalPage(
                    frame, address: JournalAddress(filter: some, before: 900), entries: many, users: users,
                    check: check(lines.reversed()))
            ),
            (
                "office-journal-broken",
                JournalPage(
                    frame, address: JournalAddress(), entries: lines, users: users,
                    check: check(lines.reversed().filter { $0.id != 4 }))
            ),
            (
                "office-journal-problems",
                JournalPage(
                    frame, address: JournalAddress(filter: some), entries: [], users: users, problems: problems)
            ),
        ]
    }

    private static func check(_ lines: [Entry]) -> ChainCheck {
        var check = ChainCheck()
        for line in lines where !check.take(line) { break }
        return check
    }

    /// Newest first.
    private static var lines: [Entry] {
        let told: [(actor: String, kind: Entry.Kind, subject: String, details: String)] = [
            ("system", .configurationApplied, "kiosk-config", ""),
            ("user:1", .userInvited, "user:2", ""),
            ("user:1", .roleGranted, "user:2", "grant=2 role=head unit=tu-phap"),
            ("citizen", .ratingReceived, "rating:1", ""), ("system", .alertRaised, "alert:1", "rating=1"),
            ("user:2", .caseAcknowledged, "alert:1", ""), ("user:9", .exported, "figures", "month=2026-11"),
        ]
        var lines: [Entry] = []
        for (index, line) in told.enumerated() {
            let at = LocalDay(number: 20_778).start.addingTimeInterval(Double(8 * 3_600 + 60 * index))
            lines.append(
                Entry(
                    id: Int64(index + 1), at: at, actor: line.actor, kind: line.kind.rawValue, subject: line.subject,
                    details: line.details, after: lines.last?.hash ?? []))
        }
        return lines.reversed()
    }

    /// One more than a page.
    private static var many: [Entry] {
        (0...JournalPage.length).map { index in
            let line = lines[index % lines.count]
            return Entry(
                id: Int64(899 - index), at: line.at, actor: line.actor, kind: line.kind,
                subject: line.subject, details: line.details, hash: line.hash)
        }
    }
}
