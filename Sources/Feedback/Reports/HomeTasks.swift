/// What awaits somebody today, beside figures and cases: a line of the home page each.
package enum HomeTask: Sendable, Hashable {
    /// Desks of today, and those where nobody is on duty. On a day off nobody needs to be.
    case shifts(desks: Int, empty: [ID<Desk>], isDayOff: Bool)
    /// Requests about personal data, and incidents.
    case dataRequests(DataRequestLoad)
    /// Accounts whose one-time link was not used yet.
    case accounts(waiting: Int, all: Int)
    /// The last whole month of oneself.
    case own(ID<Official>, month: Month, Measured)
    /// A role whose work has not begun.
    case idle(Role)
}

extension Reading {
    package func homeTasks(_ rights: Rights) throws -> [HomeTask] {
        var tasks: [HomeTask] = []
        let today = LocalDay(now)
        if rights.may(.arrangeShifts) {
            let scope = rights.scope(of: .arrangeShifts)
            let desks = directory.configuration.desks.filter { scope.contains($0) && $0.isOpen(on: today) }
            let empty = desks.map(\.id).filter { directory.officials(at: $0, on: today).isEmpty }
            let isDayOff = !directory.configuration.alerts.hours.works(on: today)
            if !desks.isEmpty { tasks.append(.shifts(desks: desks.count, empty: empty, isDayOff: isDayOff)) }
        }
        if rights.may(.answerDataRequests) { tasks.append(.dataRequests(try dataRequestLoad())) }
        if rights.may(.manageAccounts) {
            let people = try users()
            tasks.append(.accounts(waiting: people.count { $0.password == nil }, all: people.count))
        }
        // Only months that are over: from a running one, an official could tell who has just rated them.
        let month = today.month.previous
        for official in rights.officials.sorted() {
            let figures = DeskFigures(tx: self, scope: .whole, cell: CellFilter(official: official))
            let rows = try figures.rows(month.firstDay...month.lastDay, by: nil)
            tasks.append(.own(official, month: month, rows[""] ?? Measured()))
        }
        tasks += rights.roles.filter { [.paperEntry, .interviewer, .verifier].contains($0) }.map(HomeTask.idle)
        return tasks
    }
}

extension Desk {
    package func isOpen(on day: LocalDay) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }
}
