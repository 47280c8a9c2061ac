package import Foundation

/// Everything that is held about somebody: their ratings, with whatever hangs on each.
package struct PersonFile: Sendable {
    package struct Item: Sendable {
        package var rating: Rating
        package var phone: HeldPhone
        package var alert: Alert?
        package var caseSteps: [CaseStep]
        package var calls: [Call]
        /// Who looked at the number, when and why.
        package var reveals: [RevealLine]
        package var requests: [DataRequestFile]
        /// Lines of the journal about the rating, its case and its requests: who came near it.
        package var entries: [Entry]

        package init(
            rating: Rating, phone: HeldPhone, alert: Alert? = nil, caseSteps: [CaseStep] = [], calls: [Call] = [],
            reveals: [RevealLine] = [], requests: [DataRequestFile] = [], entries: [Entry] = []
        ) {
            self.rating = rating
            self.phone = phone
            self.alert = alert
            self.caseSteps = caseSteps
            self.calls = calls
            self.reveals = reveals
            self.requests = requests
            self.entries = entries
        }
    }

    /// How a rating holds the number that was typed with it. Never the number: whoever holds a receipt can open a copy,
    /// and a receipt is shown around.
    package enum HeldPhone: Sendable, Hashable {
        case none
        /// "090•••123".
        case masked(String)
        /// Sealed, and the month's key was destroyed: nobody can read it any more.
        case unreadable
    }

    package var madeAt: Date
    /// Oldest first.
    package var items: [Item]
    /// Ratings of the same phone that are not in here, because a receipt speaks for one rating only.
    package var others: Int

    package init(madeAt: Date, items: [Item], others: Int = 0) {
        self.madeAt = madeAt
        self.items = items
        self.others = others
    }
}

extension Reading {
    /// What a receipt's holder may have: this rating, and those it replaced.
    package func personFile(of rating: Rating) throws -> PersonFile {
        let ratings = try self.ratings(replacedBy: rating.id) + [rating]
        let known = Set(ratings.map(\.id))
        let others = try rating.phoneTag.map { try self.ratings(of: $0).count { !known.contains($0.id) } } ?? 0
        return PersonFile(madeAt: now, items: try ratings.map(item), others: others)
    }

    /// What the holder of a phone number may have, once it is proven that it is theirs: all ratings of the number.
    package func personFile(of tag: PhoneTag) throws -> PersonFile {
        PersonFile(madeAt: now, items: try ratings(of: tag).map(item))
    }

    private func item(of rating: Rating) throws -> PersonFile.Item {
        let alert = try alert(ofRating: rating.id)
        let requests = try dataRequests(aboutRating: rating.id)
        // A case is spoken of by its alert's number, whichever word a line uses.
        var subjects: Set<String> = ["rating:\(rating.id)"]
        if let alert { subjects.formUnion(["alert:\(alert.id)", "case:\(alert.id)"]) }
        subjects.formUnion(requests.map(\.subject))
        return PersonFile.Item(
            rating: rating, phone: try heldPhone(of: rating), alert: alert,
            caseSteps: try alert.map { try caseSteps(of: $0.id) } ?? [], calls: try calls(about: rating.id),
            reveals: try reveals(RevealFilter(rating: rating.id), scope: .whole, limit: 1_000),
            requests: try requests.map { try dataRequestFile(code: $0.code) }, entries: try entries(about: subjects))
    }

    private func heldPhone(of rating: Rating) throws -> PersonFile.HeldPhone {
        guard rating.phone != nil else { return .none }
        return try maskedPhone(of: rating.id).map { .masked($0) } ?? .unreadable
    }
}
