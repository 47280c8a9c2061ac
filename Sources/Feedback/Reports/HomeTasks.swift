/// What awaits somebody today, beside figures and cases: a line of the home page each.
package enum HomeTask: Sendable, Hashable {
    /// Desks of today, and those where nobody is on duty. On a day off nobody needs to be.
    case shifts(desks: Int, empty: [ID<Desk>], isDayOff: Bool)
    /// Requests about personal data, and incidents.
    case dataRequests(DataRequestLoad)
    /// Accounts whose one-time link was not used yet.
    case accounts(waiting: Int, all: Int)
    /// Oneself, over the last three months that are over.
    case own(ID<Official>, months: ClosedRange<Month>, Measured)
    /// Statistical alarms that nobody has looked into, the newest first.
    case alarms([Alarm])
    /// Desks that nobody has rated for days.
    case silentDesks([SilentDesk])
    /// Desks whose dossiers of the month that is over were not counted yet.
    case dossiers(Month, missing: Int)
    /// The report of a period that has just ended is not frozen; of the whole authority.
    case report(Period, isBegun: Bool)
    /// The figures of the month that ended were never published.
    case publication(Period)
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
        tasks += try fairnessTasks(rights, today)
        tasks += try endedTasks(rights, today)
        if rights.may(.answerDataRequests) { tasks.append(.dataRequests(try dataRequestLoad())) }
        if rights.may(.manageAccounts) {
            let people = try users()
            tasks.append(.accounts(waiting: people.count { $0.password == nil }, all: people.count))
        }
        // What their own page shows, and nothing that would tell more beside it.
        for official in rights.officials.sorted() {
            let own = try ownFigures(official, months: 3)
            tasks.append(.own(official, months: own.months, own.measured))
        }
        tasks += rights.roles.filter { [.paperEntry, .interviewer, .verifier].contains($0) }.map(HomeTask.idle)
        return tasks
    }

    private func fairnessTasks(_ rights: Rights, _ today: LocalDay) throws -> [HomeTask] {
        var tasks: [HomeTask] = []
        // An alarm speaks of few ratings: it is for those who may read each of them.
        if rights.may(.readRatings) {
            let alarms = try freshAlarms(scope: rights.scope(of: .readRatings))
            if !alarms.isEmpty { tasks.append(.alarms(alarms)) }
        }
        if rights.may(.arrangeShifts) {
            let silent = try silentDesks(scope: rights.scope(of: .arrangeShifts))
            if !silent.isEmpty { tasks.append(.silentDesks(silent)) }
        }
        if rights.may(.countDossiers) {
            let month = today.month.previous
            let missing = try uncountedDesks(month, scope: rights.scope(of: .countDossiers)).count
            if missing > 0 { tasks.append(.dossiers(month, missing: missing)) }
        }
        return tasks
    }
}

extension Desk {
    package func isOpen(on day: LocalDay) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }
}
