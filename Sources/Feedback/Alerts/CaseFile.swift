/// Everything known about a case: the rating behind it, what was done, and where its mails are.
package struct CaseFile: Sendable {
    package var alert: Alert
    package var rating: Rating
    package var steps: [CaseStep]
    package var mails: [OutboxMail]
    /// The first time of each person.
    package var openings: [CaseOpening]
    package var escalations: [Escalation]
    /// Users in the steps, the openings and as handler.
    package var people: [Int64: User]

    package init(
        alert: Alert, rating: Rating, steps: [CaseStep], mails: [OutboxMail], openings: [CaseOpening] = [],
        escalations: [Escalation] = [], people: [Int64: User] = [:]
    ) {
        self.alert = alert
        self.rating = rating
        self.steps = steps
        self.mails = mails
        self.openings = openings
        self.escalations = escalations
        self.people = people
    }

    /// Of a label as in the journal, "user:7".
    package func name(of actor: String) -> String? {
        actor.hasPrefix("user:") ? Int64(actor.dropFirst(5)).flatMap { people[$0]?.name } : nil
    }

    /// The first time that somebody to whom a mail went opened it.
    package var openedByRecipient: CaseOpening? {
        let recipients = Set(mails.map { $0.recipient.address.lowercased() })
        return openings.first { opening in people[opening.user].map { recipients.contains($0.email) } ?? false }
    }
}

extension Reading {
    /// - Throws: `Refusal.notFound` for a case that is none or is outside the scope.
    package func caseFile(_ id: Int64, scope: Scope) throws -> CaseFile {
        guard let alert = try alert(id, scope: scope), let rating = try rating(id: alert.rating) else {
            throw Refusal.notFound
        }
        let steps = try caseSteps(of: id)
        let openings = try caseOpenings(of: id)
        let actors = steps.map(\.actor).filter { $0.hasPrefix("user:") }.compactMap { Int64($0.dropFirst(5)) }
        var people: [Int64: User] = [:]
        for user in Set(actors + openings.map(\.user) + steps.compactMap(\.handler)) {
            people[user] = try self.user(id: user)
        }
        return CaseFile(
            alert: alert, rating: rating, steps: steps, mails: try mails(aboutAlert: id), openings: openings,
            escalations: try escalations(ofAlert: id), people: people)
    }
}
