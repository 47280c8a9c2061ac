package import Feedback
import Foundation

/// The journal, newest first, with filters. Reads `kind`, `actor`, `subject`, `from`, `to`, `before` from the query.
package struct JournalPage: Page {
    package static let template = "office-journal"
    /// Lines of one page.
    package static let length = 100

    struct Choice: Sendable {
        let value: String
        let title: String
        let isChosen: Bool
    }

    struct Problem: Sendable {
        let field: String
        let message: String
    }

    let header: Header
    let title: String
    let formToken: String
    let problems: [Problem]
    let kinds: [Choice]
    let people: [Choice]
    let subject: String
    let from: String
    let to: String
    let isFiltered: Bool
    let hasRows: Bool
    let rows: [EntryText]
    let newestHref: String?
    let olderHref: String?
    let files: FileLinks
    /// What walking the chain found; nil: nobody asked.
    let chain: String?
    let isBroken: Bool
    let seal: String?

    /// - Parameters:
    ///   - entries: those of the address, one more than `length` when there are older ones.
    ///   - check: the chain, when it was walked just now.
    package init(
        _ frame: Frame, address: JournalAddress, entries: [Entry], users: [User], check: ChainCheck? = nil,
        problems: FormProblems = FormProblems(), typed: FormFields = FormFields()
    ) {
        let names = JournalNames(users, in: frame.directory), filter = address.filter
        title = "Nhật ký"
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        formToken = frame.formToken
        self.problems = problems.problems.map { Problem(field: "field-\($0.field)", message: $0.message) }
        kinds =
            [Choice(value: "", title: "Mọi việc", isChosen: filter.kind == nil)]
            + Entry.Kind.allCases.map { (value: $0.rawValue, title: $0.words) }.sorted { $0.title < $1.title }
            .map { Choice(value: $0.value, title: $0.title, isChosen: $0.value == filter.kind?.rawValue) }
        people =
            ([("", "Mọi người"), ("citizen", "Người dân"), ("system", "Hệ thống")]
            + users.map { ("user:\($0.id)", $0.name) })
            .map { Choice(value: $0.0, title: $0.1, isChosen: $0.0 == filter.actor ?? "") }
        subject = typed["subject"] ?? filter.subject ?? ""
        from = typed["from"] ?? filter.from?.rawValue ?? ""
        to = typed["to"] ?? filter.to?.rawValue ?? ""
        isFiltered = !filter.isEmpty
        rows = entries.prefix(Self.length).map { EntryText($0, names: names, rights: frame.rights) }
        hasRows = !rows.isEmpty
        newestHref = address.before == nil ? nil : address.turned(before: nil).path
        olderHref =
            entries.count > Self.length
            ? address.turned(before: entries[Self.length - 1].id).path : nil
        files = FileLinks("nhật ký", address: address.file)
        isBroken = check?.broken != nil
        chain = check.map(Self.words)
        seal = check?.seal.map { JournalSealText($0).words }
    }

    private static func words(_ check: ChainCheck) -> String {
        if let broken = check.broken {
            return "Chuỗi đứt ở dòng \(Formats.count(Int(broken))): dòng này đã bị sửa, bị bỏ hoặc bị đổi chỗ. "
                + "Các dòng trước đó nguyên vẹn. Xin giữ nguyên máy chủ và báo người phụ trách."
        }
        return check.lines == 0
            ? "Nhật ký chưa có dòng nào." : "Chuỗi nguyên vẹn đến dòng \(Formats.count(check.lines))."
    }
}

/// The seal as it is printed and compared: in groups of eight.
struct JournalSealText: Sendable {
    let words: String

    init(_ seal: JournalSeal) {
        let hex = seal.hex
        let groups = stride(from: 0, to: hex.count, by: 8).map { String(hex.dropFirst($0).prefix(8)) }
        words = "dòng \(Formats.count(Int(seal.line))), mã băm \(groups.joined(separator: " "))"
    }
}
