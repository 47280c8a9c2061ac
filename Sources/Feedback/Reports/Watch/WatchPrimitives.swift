/// What a store says about the watch, its alarms, and dossiers.
package protocol FairnessReading {
    func watchCursor() throws -> WatchCursor
    func watchStates() throws -> [Watched: WatchState]
    /// Ratings that count, in the order in which they came.
    /// - Parameters:
    ///   - through: the last id; nil: to the end.
    ///   - subject: nil: of everybody.
    func observations(after: Int64, through: Int64?, of subject: Watched?, limit: Int) throws -> [Observation]
    /// Ratings up to `through` that one of the next, up to `last`, took the place of.
    func replacedObservations(through: Int64, by last: Int64) throws -> [Observation]
    /// Newest first.
    func alarms(_ filter: AlarmFilter, limit: Int) throws -> [Alarm]
    func alarm(_ id: Int64, scope: Scope) throws -> Alarm?
    /// The numbers that hold: of each desk and month the one written last.
    func dossierCounts(_ months: ClosedRange<Month>) throws -> [DossierCount]
}

/// What a store does for them.
package protocol FairnessWriting {
    func keepWatchCursor(_ cursor: WatchCursor) throws
    func keepWatchState(_ state: WatchState, of subject: Watched) throws
    /// - Returns: the id.
    func insertAlarm(_ alarm: Alarm) throws -> Int64
    func insertAlarmStep(_ step: AlarmStep, alarm: Int64) throws
    /// A new line; the older ones stay.
    func insertDossierCount(_ count: DossierCount) throws
}
