import TestSupport
import Testing

@testable import Feedback

@Suite("What officials see of themselves")
struct OwnFiguresTests {
    private func months(_ ratings: [Int], from first: String) -> [MonthFigure] {
        var month = Month(day: .on("\(first)-01"))
        return ratings.map { count in
            defer { month = month.next }
            return MonthFigure(month: month, measured: Measured(counts: Counts(n4: count), ratings: count))
        }
    }

    @Test("Months are gathered until they hold five ratings; what remains at a year's end is never shown")
    func batches() {
        let batches = OwnBatches(months([2, 2, 3, 9, 1, 0, 0, 0, 0, 0, 0, 3, 4, 2, 6, 4], from: "2025-01"))
        #expect(
            batches.complete.map { $0.map(\.month.rawValue) } == [
                ["2025-01", "2025-02", "2025-03"], ["2025-04"], ["2026-01", "2026-02"], ["2026-03"],
            ])
        #expect(batches.isWaiting)
        #expect(!OwnBatches(months([5, 0, 0], from: "2025-01")).isWaiting)
    }

    @Test("No two windows differ by fewer than five ratings, whatever the months brought")
    func differences() {
        var dice = Dice()
        for _ in 0..<200 {
            let counts = (0..<23).map { _ in dice.number(0...7) }
            let complete = OwnBatches(months(counts, from: "2025-01")).complete
            let sums = complete.map { $0.reduce(0) { $0 + $1.measured.ratings } }
            #expect(sums.allSatisfy { $0 >= OwnFigures.batch })
            // As time goes on, what was a batch stays one.
            for length in 13...22 {
                let earlier = OwnBatches(months(Array(counts.prefix(length)), from: "2025-01")).complete
                #expect(
                    earlier.map { $0.map(\.month) } == Array(complete.prefix(earlier.count)).map { $0.map(\.month) })
            }
        }
    }

    @Test("Nothing under thirty ratings, only months that are over, provisional until sixty")
    func sizes() async throws {
        let city = try await Fixture(at: .inVietNam("2026-09-01", 9, 0))
        for index in 0..<29 { try await city.rate("q03", level: .satisfied, phone: Fixture.phone(index)) }
        let running = try await city.store.read { try $0.ownFigures("minh", months: 12) }
        #expect(running.measured == Measured() && running.size == .hidden)
        city.world.set(.inVietNam("2026-10-01", 9, 0))
        let few = try await city.store.read { try $0.ownFigures("minh", months: 3) }
        #expect(few.measured.ratings == 29 && few.size == .hidden && few.whole == nil && few.criteria.isEmpty)
        for index in 0..<5 { try await city.rate("q03", level: .satisfied, phone: Fixture.phone(index)) }
        city.world.set(.inVietNam("2026-11-20", 9, 0))
        let some = try await city.store.read { try $0.ownFigures("minh", months: 3) }
        #expect(some.measured.ratings == 34 && some.size == .provisional && some.whole?.ratings == 34)
        #expect(some.criteria.map(\.id) == ["LK1", "LK2", "LK3", "LK4", "LK5"] && !some.isWaiting)
        for index in 0..<30 { try await city.rate("q03", level: .satisfied, phone: Fixture.phone(index)) }
        city.world.set(.inVietNam("2026-12-02", 9, 0))
        #expect(try await city.store.read { try $0.ownFigures("minh", months: 3) }.size == .full)
        #expect(try await city.store.read { try $0.ownFigures("thao", months: 12) }.measured.ratings == 0)
    }
}
