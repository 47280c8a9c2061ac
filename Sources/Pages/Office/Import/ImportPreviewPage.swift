package import Feedback

/// What a table would do, line by line; nothing is done yet.
package struct ImportPreviewPage: Page {
    package static let template = "office-import-preview"

    /// Of the lines that are not refused; beyond, a number says how many more.
    static let mostShown = 300

    struct Row: Sendable {
        let line: String
        let name: String
        let state: String
        let isRefused: Bool
        let details: [String]
    }

    let header: Header
    let formToken: String
    let title: String
    let summary: String
    let problem: String?
    let unused: String?
    let rows: [Row]
    let more: String?
    let mayApply: Bool
    let action: String
    let button: String
    let fingerprint: String

    package init(_ frame: Frame, draft: ImportDraft, plan: ImportPlan, problems: FormProblems = FormProblems()) {
        title = "Xem trước khi nhập"
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        formToken = frame.formToken
        let (new, changed, same) = (
            plan.count { $0 == .new }, plan.count { $0 == .changed }, plan.count { $0 == .same }
        )
        summary =
            "\(Formats.count(plan.rows.count)) dòng: \(Formats.count(new)) mới, \(Formats.count(changed)) thay đổi, "
            + "\(Formats.count(same)) không đổi, \(Formats.count(plan.refused)) bị từ chối. Chưa có gì được ghi."
        problem = problems.problems.first?.message
        unused = draft.sheet.unused.isEmpty ? nil : draft.sheet.unused.joined(separator: ", ")
        let all = plan.rows.map(Self.row)
        let taken = all.filter { !$0.isRefused }
        rows = all.filter(\.isRefused) + taken.prefix(Self.mostShown)
        more = taken.count > Self.mostShown ? Formats.count(taken.count - Self.mostShown) : nil
        mayApply = !plan.isEmpty
        action = "/office/import/\(draft.id)/apply"
        button = "Nhập \(Formats.count(new + changed)) dòng"
        fingerprint = plan.fingerprint
    }

    private static func row(_ row: ImportPlan.Row) -> Row {
        var (isRefused, details) = (false, row.details)
        let state: String
        switch row.state {
        case .new: state = "Mới"
        case .changed: state = "Thay đổi"
        case .same: state = "Không đổi"
        case .refused(let why): (state, isRefused, details) = ("Từ chối", true, [why])
        }
        return Row(line: String(row.line), name: row.name, state: state, isRefused: isRefused, details: details)
    }
}
