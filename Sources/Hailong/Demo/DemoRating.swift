import Feedback
import Foundation

/// What somebody of the demo is going to send: drawn beforehand, sent when the clock is there.
struct DemoRating: Sendable {
    var desk: ID<Desk>
    /// Who is said to have served; nil leaves it to the server.
    var official: ID<Official>?
    /// The unit that will be rated.
    var unit: ID<Feedback.Unit>
    var levels: [(criterion: ID<Criterion>, level: Int)]
    var reasons: [Reason]
    var comment: String?
    /// Ten digits beginning with 095, which no operator is known to give out (Phones.md).
    var phone: String
    var mayCallBack: Bool
    var procedure: ID<Procedure>?
    var stage: Stage?
    var respondent: Respondent?
    var channel: Channel
    /// Seconds between opening the page and sending it.
    var thinking: TimeInterval

    var lowest: Level? { levels.map(\.level).min().flatMap(Level.init) }

    /// The form as a browser sends it, without the visit.
    var form: FormFields {
        var form = FormFields()
        for (criterion, level) in levels { form.set("answer[\(criterion)]", "\(level)") }
        if let official { form.set("official", official.rawValue) }
        if let procedure { form.set("procedure", procedure.rawValue) }
        if let stage { form.set("stage", stage.rawValue) }
        if let respondent { form.set("respondent", respondent.rawValue) }
        // One at most: `set` replaces.
        if let reason = reasons.first { form.set("reason", reason.rawValue) }
        if let comment { form.set("comment", comment) }
        form.set("phone", phone)
        if mayCallBack { form.set("callback", "yes") }
        return form
    }
}

extension DemoRating {
    /// Sends it, through the door that every citizen takes.
    func send(in transaction: any Writing) throws -> Rating? {
        guard let code = transaction.directory.code(of: desk) else { return nil }
        let visit = Visit(openedAt: transaction.now.addingTimeInterval(-thinking), nonce: transaction.random(16))
        var form = form
        form.set("visit", visit.token(for: code, secrets: transaction.secrets))
        let submission = try Submission(
            form: form, code: code, directory: transaction.directory, secrets: transaction.secrets,
            now: transaction.now, channel: channel)
        return try transaction.submit(submission)
    }
}
