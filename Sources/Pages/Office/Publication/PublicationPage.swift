package import Feedback

/// One period before it is published, corrected or taken back: what people will see and what stays hidden.
/// Posts `token`, `digest`, `note`, `reason` to itself, or `token`, `reason` to `…/withdraw`.
package struct PublicationPage: Page {
    package static let template = "office-publication"

    struct Row: Sendable {
        let name: String
        let cell: OpenCellText
    }

    struct Step: Sendable {
        let name: String
        let at: String
        let who: String
        let end: String?
    }

    let header: Header
    let title: String
    let problems: [PrivacyRequestPage.Problem]
    let formToken: String
    let digest: String
    let previewHref: String
    let openHref: String?
    let listHref: String
    /// "Chưa công bố", "Đang công bố bản 1".
    let state: String
    let whole: OpenCellText
    let rows: [Row]
    /// What is hidden, in a sentence.
    let hidden: String
    /// Why nothing can be published; nil: it can.
    let refusal: String?
    let isPublishable: Bool
    /// Something is in force: publishing replaces it.
    let isCorrection: Bool
    let isSame: Bool
    let warning: String?
    let button: String
    let note: String
    let reason: String
    let withdrawReason: String
    let withdrawHref: String
    let steps: [Step]
    let hasSteps: Bool

    /// - Parameters:
    ///   - versions: of the period, oldest first.
    ///   - names: of users, by the actor's label.
    ///   - typed: a form that came back.
    ///   - isWithdrawal: whether that was the form that takes back.
    package init(
        _ frame: Frame, draft: PublicationDraft, versions: [Publication], names: [String: String],
        typed: FormFields = FormFields(), problems: FormProblems = FormProblems(), isWithdrawal: Bool = false
    ) {
        let (period, inForce) = (draft.period, versions.last { $0.isInForce })
        title = "Công bố \(Formats.period(period))"
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        self.problems = problems.problems.map { problem in
            let anchor = problem.field == "reason" && isWithdrawal ? "withdraw-reason" : problem.field
            return .init(anchor: anchor, message: problem.message)
        }
        formToken = frame.formToken
        digest = draft.digest
        previewHref = PublicationsPage.path(of: period) + "/preview"
        openHref = inForce == nil ? nil : OpenAddress.period(period)
        listHref = PublicationsPage.path
        state = Self.words(inForce, versions.last)
        whole = OpenCellText(draft.figures.whole)
        rows = draft.figures.units.map { Row(name: $0.name, cell: OpenCellText($0.cell)) }
        hidden = Self.hidden(draft)
        refusal = draft.isPublishable ? nil : Self.refusal(draft)
        isPublishable = draft.isPublishable
        isCorrection = inForce != nil
        isSame = inForce?.figures == draft.figures
        warning =
            draft.nearlySame.isEmpty
            ? nil
            : "So với bản đang công bố, dưới \(Suppression.least) lượt đánh giá thay đổi ở: "
                + "\(draft.nearlySame.joined(separator: ", ")). Ai còn giữ bản cũ có thể tính ra những lượt ấy."
        button = inForce == nil ? "Công bố cho mọi người" : "Công bố bản sửa"
        note = typed["note"] ?? inForce?.note ?? ""
        reason = isWithdrawal ? "" : typed["reason"] ?? ""
        withdrawReason = isWithdrawal ? typed["reason"] ?? "" : ""
        withdrawHref = PublicationsPage.path(of: period) + "/withdraw"
        steps = versions.reversed().map { version in
            Step(
                name: "Bản \(version.version) (\(version.number))", at: Formats.moment(version.at),
                who: names[version.actor] ?? version.actor,
                end: version.end.map { "\(OpenTrace.words($0)) (\(names[$0.actor] ?? $0.actor))" })
        }
        hasSteps = !steps.isEmpty
    }

    private static func words(_ inForce: Publication?, _ last: Publication?) -> String {
        if let inForce { return "Đang công bố bản \(inForce.version), từ \(Formats.moment(inForce.at))." }
        return last == nil ? "Chưa công bố." : "Đã thu hồi: người đọc chỉ thấy lý do."
    }

    private static func hidden(_ draft: PublicationDraft) -> String {
        if draft.few + draft.protecting == 0 { return "Không ô nào phải giữ kín." }
        let few = "\(draft.few) ô có dưới \(Suppression.least) người được giữ kín"
        if draft.protecting == 0 { return few + "." }
        return few
            + "; thêm \(draft.protecting) ô được giữ kín để không ai tính ra các ô ấy, kể cả khi so với những kỳ "
            + "đã công bố."
    }

    private static func refusal(_ draft: PublicationDraft) -> String {
        draft.figures.whole == .empty
            ? "Kỳ này không có lượt đánh giá nào: không có gì để công bố."
            : "Chưa công bố được: cả cơ quan có dưới \(Suppression.least) người đánh giá, hoặc trừ đi các kỳ đã công bố "
                + "thì còn lại ít người đến mức lộ ra. Có thể công bố một kỳ dài hơn."
    }
}
