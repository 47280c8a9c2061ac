import Feedback

/// One part of the report that people write, on its page.
struct SectionForm: Sendable {
    struct Version: Sendable {
        let when: String
        let body: String
    }

    let name: String
    let title: String
    let body: String
    let rows: String
    let mayWrite: Bool
    let problem: String?
    /// Where the words come from.
    let source: String
    /// What the figures say by themselves, to take up.
    let suggestion: String?
    let fillHref: String?
    let hasHistory: Bool
    let history: [Version]

    init(
        _ part: ReportPart, address: ReportAddress, suggestion: String?, names: [String: String], typed: String?,
        problem: String?, mayWrite: Bool
    ) {
        let isFilled = mayWrite && address.fill == part.section && typed == nil
        name = part.section.rawValue
        title = part.section.title
        body = typed ?? (isFilled ? Self.joined(part.body, suggestion ?? "") : part.body)
        rows = part.section.isRequired ? "8" : "3"
        self.mayWrite = mayWrite
        self.problem = problem
        self.suggestion = mayWrite && !isFilled ? suggestion : nil
        fillHref = self.suggestion.map { _ in address.filling(part.section).path + "#\(part.section.rawValue)" }
        source =
            switch part.source {
            case .written(let at, let actor):
                "\(names[actor] ?? "Hệ thống") lưu lúc \(Formats.moment(at))."
            case .carried(let from):
                "Chép từ báo cáo \(Formats.period(from)), chưa lưu. Xin sửa cho đúng kỳ này."
            case .empty: part.section.isRequired ? "Chưa viết. Cần có trước khi chốt." : "Không bắt buộc."
            }
        let older = part.history.dropLast().reversed()
        history = older.map {
            Version(when: "\(names[$0.actor] ?? "Hệ thống"), \(Formats.moment($0.at))", body: $0.body)
        }
        hasHistory = !history.isEmpty
    }

    /// Words that are there stay above what the figures suggest.
    private static func joined(_ body: String, _ suggestion: String) -> String {
        body.isEmpty || body == suggestion ? suggestion : "\(body)\n\(suggestion)"
    }
}
