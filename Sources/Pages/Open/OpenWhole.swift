import Feedback

/// The headline of a published page with its five levels.
struct OpenWhole: Sendable {
    struct Level: Sendable {
        let name: String
        let count: String
        let share: String
        /// "level-1" … of the style sheet.
        let mark: String
    }

    let cell: OpenCellText
    let levels: [Level]
    let hasLevels: Bool
    /// Why there is no figure.
    let hidden: String?
    /// "Mục tiêu của thành phố 95 %: đã đạt".
    let target: String?
    /// "So với tháng 9/2026 (92,78 %, n = 1.302): tăng rõ rệt, …"; nil: that period says nothing of it.
    let change: String?
    /// "12 lượt đánh giá xấu đã thành vụ việc, 11 đã được trả lời."
    let cases: String?

    /// - Parameters:
    ///   - before: the same cell in the publication of the period before.
    ///   - since: that period.
    init(
        _ published: PublishedCell, before: PublishedCell?, since: Period, cases: PublishedCases?,
        target: Feedback.Target?
    ) {
        cell = OpenCellText(published)
        let counts = published.measured?.counts.levels ?? []
        let n = counts.reduce(0, +)
        levels = zip(Feedback.Level.words, counts).enumerated().reversed().map { index, level in
            Level(
                name: level.0, count: Formats.count(level.1),
                share: n == 0 ? "–" : Formats.percent(Double(level.1) / Double(n)), mark: "level-\(index + 1)")
        }
        hasLevels = n > 0
        hidden =
            switch published {
            case .hidden:
                "Không công bố: có dưới \(Suppression.least)\(Formats.space)người đánh giá, hoặc phải giữ kín để không ai "
                    + "tính ra một ô như vậy."
            case .empty: "Chưa có ai đánh giá trong kỳ này."
            case .shown: nil
            }
        self.target = published.measured.flatMap { measured in target.map { Self.words($0, measured) } }
        change = published.measured.flatMap { now in
            before?.measured.map { ReportSentences.change($0, now, since: since) }
        }
        self.cases = cases.map(Self.words)
    }

    private static func words(_ target: Feedback.Target, _ measured: Measured) -> String {
        let isRound = (target.value * 100).rounded() == target.value * 100
        let name = "\(target.name) \(Formats.percent(target.value, decimals: isRound ? 0 : 2))"
        let note = target.sameMethod ? "" : " (khác phương pháp)"
        guard measured.size == .full else { return "\(name)\(note): chưa đủ phiếu để nói" }
        let interval = measured.interval
        let verdict =
            interval.low >= target.value
            ? "đã đạt" : interval.high < target.value ? "chưa đạt" : "chưa đủ chắc là đạt hay chưa"
        return "\(name)\(note): \(verdict)"
    }

    static func words(_ cases: PublishedCases) -> String {
        if cases.raised == 0 { return "Không có đánh giá xấu nào thành vụ việc." }
        return "\(Formats.count(cases.raised)) đánh giá xấu thành vụ việc phải trả lời; "
            + (cases.answered == cases.raised
                ? "tất cả đã được trả lời." : "\(Formats.count(cases.answered)) đã được trả lời khi công bố.")
    }
}
