/// Everything about one rating's phone but the number: what a page shows before somebody gives a reason.
package struct PhoneFile: Sendable {
    package var rating: Rating
    package var alert: Alert?
    /// Nil: no number was left, or it can no longer be read.
    package var masked: String?
    package var calls: [Call]
    /// Of whoever called, by user.
    package var names: [Int64: String]
    /// The citizen asked not to be called, and was told that nobody will: no open case outweighs that.
    package var isCallForbidden: Bool

    package init(
        rating: Rating, alert: Alert?, masked: String?, calls: [Call], names: [Int64: String],
        isCallForbidden: Bool = false
    ) {
        self.rating = rating
        self.alert = alert
        self.masked = masked
        self.calls = calls
        self.names = names
        self.isCallForbidden = isCallForbidden
    }

    /// Somebody allowed it, or a case waits for an answer. Otherwise a number is seen, but nobody is called.
    package var mayBeCalled: Bool {
        masked != nil && !isCallForbidden && (rating.mayCallBack || alert?.isOpen ?? false)
    }
    /// The call that has been begun and neither ended nor lapsed is the last one.
    package var lastCall: Call? { calls.last }
}

extension Reading {
    /// - Throws: `Refusal.notFound` for a rating outside the scope, and for one behind a case that goes past the head.
    package func phoneFile(_ rating: Int64, scope: Scope) throws -> PhoneFile {
        guard let found = try self.rating(id: rating), found.supersededBy == nil else { throw Refusal.notFound }
        let alert = try alert(ofRating: rating)
        if scope != .whole {
            guard scope.holds(found), alert.map({ !$0.bypassesHead }) ?? true else { throw Refusal.notFound }
        }
        let calls = try calls(about: rating)
        var names: [Int64: String] = [:]
        for user in Set(calls.map(\.user)) { names[user] = try self.user(id: user)?.name }
        let isCallForbidden = try dataRequests(aboutRating: rating).contains {
            $0.outcome == .answered && $0.kind.stopsCalls
        }
        return PhoneFile(
            rating: found, alert: alert, masked: try maskedPhone(of: rating), calls: calls, names: names,
            isCallForbidden: isCallForbidden)
    }
}

extension Scope {
    fileprivate func holds(_ rating: Rating) -> Bool {
        switch self {
        case .whole: true
        case .units(let units): units.contains(rating.unit)
        case .desks(let desks): desks.contains(rating.desk)
        }
    }
}
