/// Everything known about a case: the rating behind it, what was done, and where its mails are.
package struct CaseFile: Sendable {
    package var alert: Alert
    package var rating: Rating
    package var steps: [CaseStep]
    package var mails: [OutboxMail]
    /// Names of the users in the steps, by the actor's label ("user:7").
    package var names: [String: String]

    package init(
        alert: Alert, rating: Rating, steps: [CaseStep], mails: [OutboxMail], names: [String: String] = [:]
    ) {
        self.alert = alert
        self.rating = rating
        self.steps = steps
        self.mails = mails
        self.names = names
    }
}

extension Reading {
    /// - Throws: `Refusal.notFound` for a case that is none or is outside the scope.
    package func caseFile(_ id: Int64, scope: Scope) throws -> CaseFile {
        guard let alert = try alert(id, scope: scope), let rating = try rating(id: alert.rating) else {
            throw Refusal.notFound
        }
        let steps = try caseSteps(of: id)
        var names: [String: String] = [:]
        for label in Set(steps.map(\.actor)) {
            guard label.hasPrefix("user:"), let user = Int64(label.dropFirst(5)) else { continue }
            names[label] = try self.user(id: user)?.name
        }
        return CaseFile(alert: alert, rating: rating, steps: steps, mails: try mails(aboutAlert: id), names: names)
    }
}
