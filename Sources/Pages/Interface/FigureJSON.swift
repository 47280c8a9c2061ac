package import Feedback

/// Said with every figure that leaves the house (Statistics.md).
let volunteers = """
    Người dân tự nguyện đánh giá tại quầy: khoảng tin cậy nói về sai số ngẫu nhiên, không nói ai đã chọn đánh giá. \
    Đây là chỉ số hài lòng nội bộ, không phải chỉ số SIPAS.
    """

extension FigureAnswer {
    package func json(_ directory: Directory) -> JSONValue {
        .object([
            ("period", question.period.json(isRunning: isRunning)), ("by", .text(question.by?.rawValue)),
            ("filter", filter), ("rule", rule.json), ("questionnaire", .text(questionnaire?.versionID.rawValue)),
            ("questionnairesAnswered", .list(versions.map { .text($0.rawValue) })), ("note", .text(volunteers)),
            ("whole", .object(figure(whole, of: wholeOwner))),
            (
                "rows",
                .list(
                    rows.map { row in
                        .object(
                            [
                                ("key", .text(row.key)),
                                ("name", .text(name(of: row.key, directory))),
                            ] + figure(row.measured, of: question.owner))
                    })
            ),
        ])
    }

    private var filter: JSONValue {
        let cell = question.cell
        let chosen: [(name: String, value: String?)] = [
            ("unit", question.unit?.rawValue), ("desk", cell.desk?.rawValue), ("official", cell.official?.rawValue),
            ("field", cell.field?.rawValue), ("procedure", cell.procedure?.rawValue),
            ("channel", cell.channel?.rawValue), ("evidence", cell.evidence?.rawValue),
            ("stage", cell.stage?.rawValue), ("criterion", cell.criterion?.rawValue),
        ]
        return .object(chosen.compactMap { choice in choice.value.map { (choice.name, .text($0)) } })
    }

    /// What a row is about, in words; nil where ratings have none of it.
    func name(of key: String, _ directory: Directory) -> String? {
        guard !key.isEmpty else { return nil }
        return switch question.by {
        case .unit: directory.unit(ID(key))?.name ?? key
        case .desk: directory.desk(ID(key))?.name ?? key
        case .official: directory.official(ID(key))?.name ?? key
        case .field: directory.field(ID(key))?.name ?? key
        case .procedure: directory.procedure(ID(key))?.name ?? key
        case .channel: Channel(rawValue: key)?.words ?? key
        case .evidence: EvidenceClass(rawValue: key)?.words ?? key
        case .stage: Stage(rawValue: key).map(stageWords) ?? key
        case .criterion:
            versions.reversed().lazy.compactMap { version in
                directory.questionnaire(version)?.criteria.first { $0.id.rawValue == key }?.text
            }.first ?? key
        case nil, .month, .day, .questionnaire, .hour: key
        }
    }
}

/// What was asked of somebody on the form, as a table says it.
func stageWords(_ stage: Stage) -> String {
    switch stage {
    case .submitted: "Mới nộp hồ sơ"
    case .received: "Đã nhận kết quả"
    }
}

/// A figure under the rules for small numbers: what may not be shown is null.
func figure(_ measured: Measured, of owner: Measured.Owner = .anything) -> [(name: String, value: JSONValue)] {
    let (size, figure) = (measured.size(of: owner), measured.figure)
    let isShown = size == .provisional || size == .full
    func share(_ value: Double?) -> JSONValue { .decimal(isShown ? value : nil, decimals: 4) }
    return [
        ("n", .integer(figure.n)), ("ratings", .integer(measured.ratings)), ("state", .text(size.mark)),
        ("share", share(figure.share)), ("low", share(figure.interval.low)), ("high", share(figure.interval.high)),
        ("dissatisfied", share(figure.dissatisfiedShare)), ("mean", .decimal(isShown ? figure.mean : nil, decimals: 2)),
        ("levels", isShown ? .list(figure.counts.levels.map { .integer($0) }) : .null),
        ("blank", .integer(isShown ? figure.counts.blank : nil)),
    ]
}

extension SampleSize {
    /// As programs read it.
    var mark: String {
        switch self {
        case .hidden: "hidden"
        case .tooFew: "tooFew"
        case .provisional: "provisional"
        case .full: "full"
        }
    }
}

extension FigureRule {
    var json: JSONValue {
        switch self {
        case .overallQuestion(let text): .object([("kind", .text("overallQuestion")), ("text", .text(text))])
        case .pooled: .object([("kind", .text("pooled")), ("text", .null)])
        case .criterion(let text): .object([("kind", .text("criterion")), ("text", .text(text))])
        }
    }
}

extension Period {
    func json(isRunning: Bool) -> JSONValue {
        .object([
            ("id", .text(rawValue)), ("kind", .text(kind.rawValue)), ("from", .text(first.rawValue)),
            ("to", .text(last.rawValue)), ("isRunning", .bool(isRunning)),
        ])
    }
}
