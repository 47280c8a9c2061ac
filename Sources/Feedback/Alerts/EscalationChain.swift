/// Who is told, level by level, when nobody takes a case on.
///
/// A level without anybody is passed over at once. What bypasses the head never reaches the unit's own people.
struct EscalationChain {
    let directory: Directory
    let users: [User]
    let day: LocalDay

    /// The first level that was not told yet and has somebody.
    func next(
        for alert: Alert, after told: [Escalation.Level]
    ) -> (level: Escalation.Level, people: [MailAddress])? {
        let levels: [Escalation.Level] =
            alert.bypassesHead ? [.homeAffairs, .leadership] : [.deputy, .leadership, .homeAffairs]
        for level in levels where !told.contains(level) {
            let people = people(level, for: alert)
            if !people.isEmpty { return (level, people) }
        }
        return nil
    }

    /// Each once.
    private func people(_ level: Escalation.Level, for alert: Alert) -> [MailAddress] {
        let found =
            switch level {
            case .deputy: deputies(of: alert.unit)
            case .leadership: leadership(for: alert)
            case .homeAffairs:
                holders(of: .homeAffairs, for: alert)
                    + mailbox(directory.head(of: directory.configuration.authority.homeAffairs))
            }
        var seen = alert.bypassesHead ? ownPeople(of: alert.unit) : []
        return found.filter { seen.insert($0.address.lowercased()).inserted }
    }

    /// Users with the role of a head over exactly this unit, but for the head who was told first.
    private func deputies(of unit: ID<Unit>) -> [MailAddress] {
        let head = directory.head(of: unit)?.email.lowercased()
        return users.filter { user in
            user.email != head && user.grants(in: .head, on: day).contains { $0.unit == unit }
        }.map(\.mailbox)
    }

    /// Those with the role; while nobody has it, the head of the whole.
    private func leadership(for alert: Alert) -> [MailAddress] {
        let holders = holders(of: .leadership, for: alert)
        return holders.isEmpty ? mailbox(directory.path(to: alert.unit).last?.head) : holders
    }

    /// Whoever has the role and may take this case on.
    private func holders(of role: Role, for alert: Alert) -> [MailAddress] {
        users.filter { user in
            !user.grants(in: role, on: day).isEmpty
                && alert.isWithin(Rights(of: user, in: directory, on: day).scope(of: .takeCases))
        }.map(\.mailbox)
    }

    /// Addresses of all who lead the unit, or one above it short of the whole.
    private func ownPeople(of unit: ID<Unit>) -> Set<String> {
        let path = directory.path(to: unit)
        let own = path.count > 1 ? path.dropLast() : path[...]
        let heads = own.compactMap { $0.head?.email.lowercased() }
        let ids = Set(own.map(\.id))
        let accounts = users.filter { user in
            user.grants(in: .head, on: day).contains { $0.unit.map(ids.contains) ?? false }
        }
        return Set(heads + accounts.map(\.email))
    }

    private func mailbox(_ head: Head?) -> [MailAddress] {
        head.map { [MailAddress(name: $0.name, address: $0.email)] } ?? []
    }
}

extension User {
    package var mailbox: MailAddress { MailAddress(name: name, address: email) }

    /// None in a closed account.
    func grants(in role: Role, on day: LocalDay) -> [Grant] {
        closedAt == nil ? grants.filter { $0.role == role && $0.isInForce(on: day) } : []
    }
}

extension Directory {
    /// A unit and those above it, up to the whole.
    func path(to id: ID<Unit>) -> [Unit] {
        var path: [Unit] = []
        var next = unit(id)
        while let unit = next, path.count < 16 {
            path.append(unit)
            next = unit.parent.flatMap { self.unit($0) }
        }
        return path
    }
}
