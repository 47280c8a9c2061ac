import Foundation

/// How somebody is called on the pages.
package enum PersonName {
    package static let longest = 80

    /// - Returns: what to mend; nil for a name.
    package static func problem(_ text: String) -> String? {
        let name = tidy(text)
        if name.isEmpty { return "Xin nhập họ tên." }
        return name.count > longest ? "Họ tên dài quá \(longest) ký tự." : nil
    }

    /// One line, single blanks, letters and their marks in one piece.
    package static func tidy(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    }
}

extension Writing {
    /// - Throws: `Refusal.invalid`, `.notFound`.
    package func rename(_ user: Int64, to name: String) throws {
        guard try self.user(id: user) != nil else { throw Refusal.notFound }
        if let problem = PersonName.problem(name) {
            throw Refusal.invalid(FormProblems([.init(field: "name", message: problem)]))
        }
        try setName(PersonName.tidy(name), of: user)
        try log(.userRenamed, about: "user:\(user)")
    }

    /// Nobody signs in to it any more; sessions and links end now. What the person did stays as it was.
    /// - Throws: `Refusal.invalid` for the last administrator; `.notFound`.
    package func closeAccount(_ user: Int64) throws {
        guard let known = try self.user(id: user) else { throw Refusal.notFound }
        guard known.closedAt == nil else { return }
        let today = LocalDay(now)
        let isAdministrator = known.grants.contains { $0.role == .administrator && $0.isInForce(on: today) }
        if isAdministrator, try !isAdministered(on: today, without: (user, nil)) {
            throw Refusal.invalid(FormProblems([.init(field: "account", message: Self.lastAdministrator)]))
        }
        try setClosed(now, of: user)
        try spendInvitations(of: user, at: now)
        try deleteSessions(of: user)
        try log(.userClosed, about: "user:\(user)")
    }

    /// With the roles that are still in force, and the password as it was.
    /// - Throws: `Refusal.notFound`.
    package func reopenAccount(_ user: Int64) throws {
        guard let known = try self.user(id: user) else { throw Refusal.notFound }
        guard known.closedAt != nil else { return }
        try setClosed(nil, of: user)
        try log(.userReopened, about: "user:\(user)")
    }
}
