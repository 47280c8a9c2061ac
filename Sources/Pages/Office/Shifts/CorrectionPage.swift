package import Feedback

/// "On that day it was somebody else": which day, who it was, what would move, and then the deed.
package struct CorrectionPage: Page {
    package static let template = "office-shifts-correct"

    struct Count: Sendable {
        let name: String
        let morning: String
        let afternoon: String
    }

    struct Problem: Sendable {
        let field: String
        let message: String
    }

    /// What would be done, and the button that does it.
    struct Plan: Sendable {
        let words: [String]
        let button: String
        let count: String
        let was: String
        let real: String
        let half: String
        let reason: String
        let note: String
    }

    let header: Header
    let formToken: String
    let title: String
    let desk: String
    let deskHref: String
    let action: String
    let day: String
    let dayWords: String
    let today: String
    let counts: [Count]
    let isEmpty: Bool
    let problems: [Problem]
    let plan: Plan?
    let was: [ShiftChoice]
    let real: [ShiftChoice]
    let halves: [ShiftChoice]
    let reasons: [ShiftChoice]
    let note: String

    /// - Parameters:
    ///   - attributions: of that desk and day.
    ///   - wish: as it was sent; nil before anything was chosen.
    ///   - preview: what `wish` would do.
    package init(
        _ frame: Frame, desk: Desk, day: LocalDay, today: LocalDay, attributions: [Attribution],
        wish: DutyCorrection? = nil, preview: CorrectionPreview? = nil, problems: FormProblems = FormProblems()
    ) {
        let directory = frame.directory
        let name = { (id: ID<Official>?) in
            id.map { directory.official($0)?.name ?? $0.rawValue } ?? "Không ghi ai"
        }
        title = preview == nil ? "Đính chính người trực" : "Xem trước đính chính"
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        formToken = frame.formToken
        self.desk = desk.name
        deskHref = ShiftPath.desk(desk.id)
        action = "\(ShiftPath.desk(desk.id))/correct"
        self.day = day.rawValue
        dayWords = Formats.day(day)
        self.today = today.rawValue
        self.problems = problems.problems.map { Problem(field: $0.field, message: $0.message) }
        let onDuty = directory.officials(at: desk.id, on: day).map(\.id)
        var known = onDuty.map(Optional.some)
        for each in attributions where !known.contains(each.official) { known.append(each.official) }
        if !known.contains(nil) { known.append(nil) }
        let counting = attributions.filter(\.counts)
        counts = known.compactMap { official in
            let own = counting.filter { $0.official == official }
            guard official != nil || !own.isEmpty else { return nil }
            return Count(
                name: name(official), morning: Formats.count(own.count { $0.half == .morning }),
                afternoon: Formats.count(own.count { $0.half == .afternoon }))
        }
        isEmpty = counting.isEmpty
        let wasChosen = wish.map { $0.was } ?? known.first ?? nil
        was = known.map { ShiftChoice(value: $0?.rawValue ?? "", title: name($0), isChosen: $0 == wasChosen) }
        // Everybody of the hall, whoever sat elsewhere that day included: the calendar may be wrong there too.
        let candidates = directory.candidates(for: desk, during: ShiftTime(day), absent: nil).map(\.official.id)
        real =
            ([nil] + onDuty.map(Optional.some) + candidates.map(Optional.some)).map { id in
                ShiftChoice(
                    value: id?.rawValue ?? "", title: id == nil ? "Không có ai" : name(id),
                    isChosen: wish.map { $0.is == id } ?? (id == candidates.first))
            }
        halves = ShiftChoice.halves(wish?.half)
        reasons = DutyCorrection.Reason.allCases.map {
            ShiftChoice(value: $0.rawValue, title: $0.words, isChosen: $0 == wish?.reason)
        }
        note = wish?.note ?? ""
        plan = wish.flatMap { wish in
            preview.map { Self.plan(wish, $0, directory, name(wish.was), wish.is == nil ? "không ai" : name(wish.is)) }
        }
    }

    private static func plan(
        _ wish: DutyCorrection, _ preview: CorrectionPreview, _ directory: Directory, _ was: String, _ real: String
    ) -> Plan {
        let unit = { (id: ID<Feedback.Unit>) in directory.unit(id)?.name ?? id.rawValue }
        let replaced =
            preview.replaced == 0 ? "" : ", cùng \(Formats.count(preview.replaced)) lượt đã được người dân gửi lại"
        var words = ["\(Formats.count(preview.counting)) lượt đánh giá chuyển từ “\(was)” sang “\(real)”\(replaced)."]
        if preview.unitBefore.contains(where: { $0 != preview.unitAfter }) {
            let before = preview.unitBefore.sorted().map(unit).joined(separator: ", ")
            words.append("Đơn vị được đánh giá đổi từ \(before) sang \(unit(preview.unitAfter)).")
        }
        if preview.cases > 0 {
            words.append(
                "\(Formats.count(preview.cases)) vụ việc vẫn do thủ trưởng đã nhận cảnh báo xử lý, hạn trả lời không đổi."
            )
        }
        words.append("Lịch trực ngày đó được sửa theo. Việc này ghi vào nhật ký và hoàn tác được ở trang của quầy.")
        return Plan(
            words: words, button: preview.moved == 0 ? "Sửa lịch" : "Chuyển \(Formats.count(preview.moved)) lượt",
            count: String(preview.moved), was: wish.was?.rawValue ?? "", real: wish.is?.rawValue ?? "",
            half: wish.half?.rawValue ?? "", reason: wish.reason.rawValue, note: wish.note)
    }
}
