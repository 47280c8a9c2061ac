/// A role over a part of the tree, for a time.
package struct Grant: Sendable, Hashable {
    package var role: Role
    /// Nil: the whole authority.
    package var unit: ID<Unit>?
    /// Whom the role `official` is about.
    package var official: ID<Official>?
    package var from: LocalDay?
    /// The last day.
    package var to: LocalDay?

    package init(
        role: Role, unit: ID<Unit>? = nil, official: ID<Official>? = nil, from: LocalDay? = nil, to: LocalDay? = nil
    ) {
        self.role = role
        self.unit = unit
        self.official = official
        self.from = from
        self.to = to
    }

    package func isInForce(on day: LocalDay) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }

    fileprivate func scope(in directory: Directory) -> Scope {
        guard let unit else { return role.coversAll ? .whole : .nothing }
        let units = directory.subtree(of: unit)
        // Officials of many units sit in one hall: its lead is over the desks, whoever serves there.
        guard role == .oneStopLead else { return .units(units) }
        return .desks(Set(directory.configuration.desks.filter { units.contains($0.hall) }.map(\.id)))
    }
}

/// What a signed-in user may do, and where.
package struct Rights: Sendable, Hashable {
    /// In the order of `Role`.
    package let roles: [Role]
    /// Whose own figures these are.
    package let officials: Set<ID<Official>>
    private let scopes: [Right: Scope]

    package init(of user: User, in directory: Directory, on day: LocalDay) {
        let grants = user.grants.filter { $0.isInForce(on: day) }
        roles = Role.allCases.filter { role in grants.contains { $0.role == role } }
        officials = Set(grants.compactMap(\.official))
        // The own account is everybody's, with a role or without.
        var scopes: [Right: Scope] = [.ownAccount: .nothing]
        for grant in grants {
            let scope = grant.scope(in: directory)
            for right in grant.role.rights { scopes[right, default: .nothing].add(scope) }
        }
        self.scopes = scopes
    }

    package func may(_ right: Right) -> Bool { scopes[right] != nil }
    /// Where; nothing for whoever may not at all.
    package func scope(of right: Right) -> Scope { scopes[right] ?? .nothing }
}
