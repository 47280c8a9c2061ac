import Feedback

/// One comment as staff read it, with what it is and the buttons that say otherwise.
struct CommentRow: Sendable {
    struct Sorting: Sendable {
        let value: String
        let words: String
    }

    let id: String
    /// "Hài lòng": the lowest answer.
    let level: String
    let levelWords: String
    let text: String
    let time: String
    let day: String
    let desk: String
    let unit: String
    let official: String?
    let reasons: String?
    /// Field, procedure, stage, as far as they are known.
    let about: String?
    let kind: String
    /// Who says so: the words themselves, or a reader.
    let kindSource: String
    let isSorted: Bool
    let action: String
    let sortings: [Sorting]
    let callHref: String?

    /// - Parameter names: of users, by their mark in the journal.
    init(_ comment: Comment, in directory: Directory, names: [String: String], mayCall: Bool) {
        let rating = comment.rating
        id = "c-\(rating.id)"
        let lowest = rating.answers.lowest
        level = lowest.map { String($0.rawValue) } ?? "0"
        levelWords = lowest?.words ?? "Không chọn mức"
        text = rating.comment ?? ""
        time = Formats.time(rating.receivedAt)
        day = Formats.shortDay(rating.localDay)
        desk = directory.desk(rating.desk)?.name ?? rating.desk.rawValue
        unit = directory.unit(rating.unit)?.name ?? rating.unit.rawValue
        official = rating.official.map { directory.official($0)?.name ?? $0.rawValue }
        reasons = rating.reasons.isEmpty ? nil : rating.reasons.map(\.words).joined(separator: "; ")
        let about = [
            rating.field.map { directory.field($0)?.name ?? $0.rawValue },
            rating.procedure.map { directory.procedure($0)?.name ?? $0.rawValue }, rating.stage?.wordsForStaff,
        ].compactMap { $0 }
        self.about = about.isEmpty ? nil : about.joined(separator: " · ")
        kind = comment.kind.words
        isSorted = comment.sorted != nil
        kindSource =
            comment.sorted.map { "\(names[$0.actor] ?? "Người đọc") xếp, \(Formats.shortDay(LocalDay($0.at)))" }
            ?? "gợi ý theo từ ngữ"
        action = "/office/comments/\(rating.id)/kind"
        sortings = CommentKind.allCases.filter { $0 != comment.kind }.map {
            Sorting(value: $0.rawValue, words: $0.words)
        }
        callHref = mayCall && rating.mayCallBack && rating.phone != nil ? "/office/phones/\(rating.id)" : nil
    }
}

extension Stage {
    var wordsForStaff: String {
        switch self {
        case .submitted: "mới nộp hồ sơ"
        case .received: "đã nhận kết quả"
        }
    }
}
