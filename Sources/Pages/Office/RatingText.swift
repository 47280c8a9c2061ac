import Feedback

/// One rating as staff read it. Neither a phone nor a receipt code is on it, masked or not; only the way to call back.
struct RatingText: Sendable {
    /// The criteria that got the same level.
    struct LevelLine: Sendable {
        let level: String
        let words: String
        let criteria: String
    }

    let time: String
    let day: String
    let desk: String
    let unit: String
    let official: String?
    let levels: [LevelLine]
    let reasons: String?
    let comment: String?
    let evidence: String
    let flags: String?
    let channel: String
    /// What the person came for, as far as they said.
    let procedure: String?
    /// The lowest level, for a mark beside the words.
    let lowest: String
    /// For whoever may see the number of somebody who agreed to be called.
    let callHref: String?

    init(_ rating: Rating, in directory: Directory, mayCall: Bool = false) {
        callHref = mayCall && rating.mayCallBack && rating.phone != nil ? "/office/phones/\(rating.id)" : nil
        time = Formats.time(rating.receivedAt)
        day = Formats.shortDay(rating.localDay)
        desk = directory.desk(rating.desk)?.name ?? rating.desk.rawValue
        unit = directory.unit(rating.unit)?.name ?? rating.unit.rawValue
        official = rating.official.map { directory.official($0)?.name ?? $0.rawValue }
        levels = Self.levels(rating.answers, directory.questionnaire(rating.questionnaire))
        reasons = rating.reasons.isEmpty ? nil : rating.reasons.map(\.words).joined(separator: "; ")
        comment = rating.comment
        evidence = rating.evidence.words
        flags = rating.flags.isEmpty ? nil : rating.flags.map(\.words).joined(separator: "; ")
        channel = rating.channel.words
        procedure = rating.procedure.map { directory.procedure($0)?.name ?? $0.rawValue }
        lowest = rating.answers.lowest.map { String($0.rawValue) } ?? "0"
    }

    /// The worst first, criteria in the order of the questionnaire.
    private static func levels(_ answers: Answers, _ questionnaire: Questionnaire?) -> [LevelLine] {
        let texts = Dictionary(
            (questionnaire?.criteria ?? []).map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        let isOne = Set(answers.all.map(\.level)).count == 1 && answers.all.count > 1
        return Level.allCases.compactMap { level in
            let names = answers.all.filter { $0.level == level }.map { texts[$0.criterion] ?? $0.criterion.rawValue }
            guard !names.isEmpty else { return nil }
            return LevelLine(
                level: String(level.rawValue), words: level.words,
                criteria: isOne ? "cả \(names.count) câu đã trả lời" : names.joined(separator: "; "))
        }
    }
}

extension EvidenceClass {
    /// What stands behind the class, for staff.
    var words: String {
        switch self {
        case .a: "A · có hồ sơ hoặc giấy hẹn"
        case .b: "B · mã mới tại màn hình quầy"
        case .c: "C · mã in, có số điện thoại"
        case .d: "D · không có số điện thoại, hoặc gửi bất thường"
        }
    }
}

extension Flag {
    /// A hint to look twice, never a verdict.
    var words: String {
        switch self {
        case .tooFast: "gửi trong vòng 5 giây sau khi mở trang"
        case .expiredVisit: "trang mở đã quá 48 giờ"
        case .outsideHours: "ngoài giờ làm việc"
        case .nobodyOnDuty: "không có người trực theo phân công"
        case .inventedPhone: "số điện thoại giống số bịa"
        }
    }
}
