/// How often the rating page of a desk was opened on a day: "lượt mở trang". Previews of links and reloads are in it, so
/// it is no number of people, and a share of ratings among openings is too low rather than too high.
package struct Opening: Sendable, Hashable {
    package let desk: ID<Desk>
    package let day: LocalDay
    package let count: Int

    package init(desk: ID<Desk>, day: LocalDay, count: Int) {
        self.desk = desk
        self.day = day
        self.count = count
    }
}

package protocol OpeningReading {
    /// By desk; desks whose page nobody opened are left out. Counts of the last minute may be missing.
    func openings(days: ClosedRange<LocalDay>, scope: Scope) throws -> [ID<Desk>: Int]
}

package protocol OpeningWriting {
    /// Adds to what is there. Leaves no line in the journal: it is a count that says nothing about anybody, and there
    /// would be a line a minute.
    func addOpenings(_ openings: [Opening]) throws
}
