package import Foundation

/// The morning's list of one person: what must be looked at today. Each case stands once, under the first heading that
/// fits.
package struct DailyDigest: Sendable, Hashable {
    package enum Heading: Sendable, CaseIterable {
        case overdue, dueToday, unacknowledged, returned
    }

    package struct Part: Sendable, Hashable {
        package var heading: Heading
        /// The earliest deadline first.
        package var alerts: [Alert]
    }

    /// In the order of `Heading`, without empty ones.
    package let parts: [Part]

    package var isEmpty: Bool { parts.isEmpty }
    package var count: Int { parts.reduce(0) { $0 + $1.alerts.count } }

    /// - Parameter alerts: all that are open.
    package init(_ alerts: [Alert], scope: Scope, now: Date) {
        let tonight = LocalDay(now).adding(days: 1).start
        let sorted = alerts.filter { $0.isWithin(scope) }.sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
        let byHeading = Dictionary(grouping: sorted) { Self.heading(of: $0, now: now, tonight: tonight) }
        parts = Heading.allCases.compactMap { heading in byHeading[heading].map { Part(heading: heading, alerts: $0) } }
    }

    /// Nil: nothing to do today.
    private static func heading(of alert: Alert, now: Date, tonight: Date) -> Heading? {
        if alert.dueAt < now { return .overdue }
        if alert.dueAt < tonight { return .dueToday }
        if alert.step == .opened { return .unacknowledged }
        return alert.step == .returned ? .returned : nil
    }
}

/// Who gets the morning's list: heads, home affairs and leadership; each with what they may see.
package struct DailyReaders: Sendable {
    package struct Reader: Sendable, Hashable {
        package var mailbox: MailAddress
        package var scope: Scope
    }

    /// Each address once, in the order of the addresses.
    package let all: [Reader]

    package init(directory: Directory, users: [User], day: LocalDay) {
        var readers: [String: Reader] = [:]
        // Heads are told of alerts by their address alone, with or without an account; so of this.
        for unit in directory.configuration.units where unit.validTo.map({ day <= $0 }) ?? true {
            guard let head = unit.head else { continue }
            let isHomeAffairs = unit.id == directory.configuration.authority.homeAffairs
            let scope = isHomeAffairs ? Scope.whole : .units(directory.subtree(of: unit.id))
            readers[head.email.lowercased(), default: Reader(mailbox: head.mailbox, scope: .nothing)].scope.add(scope)
        }
        for user in users {
            let roles: [Role] = [.head, .homeAffairs, .leadership]
            guard roles.contains(where: { !user.grants(in: $0, on: day).isEmpty }) else { continue }
            let scope = Rights(of: user, in: directory, on: day).scope(of: .seeCases)
            // An account says more exactly than the directory what somebody may see.
            readers[user.email] = Reader(mailbox: user.mailbox, scope: scope)
        }
        all = readers.values.sorted { $0.mailbox.address < $1.mailbox.address }
    }
}

extension Head {
    fileprivate var mailbox: MailAddress { MailAddress(name: name, address: email) }
}

extension Reading {
    /// What a person's list says now; empty for somebody who is no reader any more.
    package func dailyDigest(for address: String) throws -> DailyDigest {
        let readers = DailyReaders(directory: directory, users: try users(), day: LocalDay(now))
        let scope = readers.all.first { $0.mailbox.address.lowercased() == address.lowercased() }?.scope ?? .nothing
        return DailyDigest(try openCases(), scope: scope, now: now)
    }

    func openCases() throws -> [Alert] { try alerts(scope: .whole, onlyOpen: true, limit: 100_000) }
}
