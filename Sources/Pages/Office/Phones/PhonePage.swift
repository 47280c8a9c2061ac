package import Feedback
package import Foundation

/// The phone behind one rating: masked; who called; the forms that ask for a reason before it is seen or called.
/// Posts `reason`, `words`, `token` to …/reveal and …/call.
package struct PhonePage: Page {
    package static let template = "office-phone"

    struct Choice: Sendable {
        let value: String
        let title: String
        let isChosen: Bool
    }

    struct CallLine: Sendable {
        let moment: String
        let machineTime: String
        let words: String
        let note: String?
    }

    struct Problem: Sendable {
        let field: String
        let message: String
    }

    let header: Header
    let backHref: String
    let backTitle: String
    let rating: RatingText
    /// Nil: there is none, or none that can be read.
    let masked: String?
    /// Only on the page that answers the form; it is not kept and not shown again.
    let number: String?
    let consent: String
    /// Somebody else calls.
    let busy: String?
    /// The call under way is the reader's own.
    let ownCall: String?
    /// The box was ticked: one tap.
    let callsAtOnce: Bool
    let callsWithReason: Bool
    /// Why nobody may be called.
    let noCall: String?
    let hasCalls: Bool
    let calls: [CallLine]
    let problems: [Problem]
    let reasons: [Choice]
    let words: String
    let revealAction: String
    let callAction: String
    let formToken: String

    /// - Parameters:
    ///   - number: the number itself, right after somebody gave a reason.
    ///   - typed: the form as it was sent, when it had `problems`.
    package init(
        _ frame: Frame, file: PhoneFile, now: Date, number: Phone? = nil, typed: FormFields = FormFields(),
        problems: FormProblems = FormProblems()
    ) {
        let path = Self.path(of: file.rating.id)
        header = Header(frame, title: problems.isEmpty ? "Số điện thoại" : "Lỗi: Số điện thoại")
        let alert = file.alert.flatMap { frame.rights.may(.seeCases) ? $0 : nil }
        backHref = alert.map { "\(Section.cases.path)/\($0.id)" } ?? RevealsPage.path
        backTitle = alert.map { "Vụ việc \($0.number)" } ?? "Ai đã xem số điện thoại"
        rating = RatingText(file.rating, in: frame.directory)
        masked = file.masked
        self.number = number?.grouped
        consent = Self.consent(file.rating, in: frame.directory)
        let underWay = file.lastCall.flatMap { $0.isUnderWay(at: now) ? $0 : nil }
        let isOwn = underWay?.user == frame.user.id
        busy = underWay.flatMap { call in
            isOwn
                ? nil
                : "Đang được \(file.names[call.user] ?? "người khác") gọi, muộn nhất đến \(Formats.time(call.until))."
        }
        ownCall = isOwn ? "\(path)/call" : nil
        let isFree = file.mayBeCalled && underWay == nil
        callsAtOnce = isFree && file.rating.mayCallBack
        callsWithReason = isFree && !file.rating.mayCallBack
        noCall =
            file.mayBeCalled || file.masked == nil
            ? nil : "Không gọi được: người đánh giá không cho phép, và không có vụ việc nào đang chờ."
        calls = file.calls.filter { $0.outcome != nil }.map { Self.line($0, file) }
        hasCalls = !calls.isEmpty
        self.problems = problems.problems.map {
            Problem(field: ["reason", "words"].contains($0.field) ? $0.field : "reason", message: $0.message)
        }
        reasons = RevealReason.chosen.map {
            Choice(value: $0.rawValue, title: $0.words, isChosen: typed["reason"] == $0.rawValue)
        }
        words = typed["words"] ?? ""
        revealAction = "\(path)/reveal"
        callAction = "\(path)/call"
        formToken = frame.formToken
    }

    package static func path(of rating: Int64) -> String { "\(RevealsPage.path)/\(rating)" }

    private static func consent(_ rating: Rating, in directory: Directory) -> String {
        guard rating.mayCallBack else { return "Người đánh giá không đánh dấu vào ô cho phép gọi lại." }
        let version = directory.notices.first { $0.id == rating.notice }
        let words = version.map { ": “\($0.text.consent)” (bản \($0.name))" } ?? ""
        return "Người đánh giá cho phép gọi lại\(words)."
    }

    private static func line(_ call: Call, _ file: PhoneFile) -> CallLine {
        CallLine(
            moment: "\(Formats.time(call.at)), \(Formats.shortDay(LocalDay(call.at)))",
            machineTime: MachineTime.text(call.at),
            words: "\(file.names[call.user] ?? "Người khác"): \(call.outcome?.words ?? "")",
            note: call.note.isEmpty ? nil : call.note)
    }
}
