import Feedback
import TestSupport
import Testing

@testable import Storage

@Suite("Data for measuring")
struct BenchFillTests {
    @Test("holds as many ratings as asked, with tallies that a recount confirms and a journal that holds")
    func filled() async throws {
        var configuration = KioskConfiguration.longKhanh
        configuration.procedures = ["chung-thuc", "dat-dai"].flatMap { field in
            (1...2).map { Procedure(id: ID("\(field)-\($0)"), name: "Thủ tục \($0)", field: ID(field)) }
        }
        let fixture = try await Fixture(configuration)
        let bench = BenchFill(
            ratings: 3_001, days: (1...19).map { LocalDay.on("2026-10-\($0 < 10 ? "0" : "")\($0)") },
            questionnaire: .atTheDesk,
            desks: [
                BenchFill.Place(desk: "q03", unit: "tu-phap", official: "minh", field: "chung-thuc"),
                BenchFill.Place(desk: "q07", unit: "dat-dai", official: "khoa", field: "dat-dai"),
            ], proceduresOfField: 2)
        var shares: [Double] = []
        try fixture.sqlite.fill(bench) { shares.append($0) }
        #expect(shares.count == 19 && shares.last == 1)
        _ = try await fixture.store.write(as: .system) { try $0.foldTallies() }
        #expect(try fixture.sqlite.statement("SELECT COUNT(*) FROM rating") == [["3001"]])
        #expect(try fixture.sqlite.statement("PRAGMA foreign_key_check") == [])
        #expect(try fixture.sqlite.statement("SELECT through FROM watchCursor") == [["3001"]])
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } == 0)
        try fixture.sqlite.checkIsSafe(onDisk: false)
        let october = LocalDay.on("2026-10-01")...LocalDay.on("2026-10-31")
        let (levels, stages, comments) = try await fixture.store.read { tx in
            (
                try tx.tallies(days: october, scope: .whole, cell: CellFilter(criterion: "LK5"), by: nil),
                try tx.tallies(days: october, scope: .whole, cell: CellFilter(criterion: "LK5"), by: .stage),
                try tx.ratings(RatingFilter(days: october, scope: .whole, withComment: true), limit: 1_000, offset: 0)
            )
        }
        #expect(levels.first?.counts.n == 3_001)
        #expect(levels.first?.counts.levels.allSatisfy { $0 > 20 } == true)
        #expect(stages.map(\.key) == ["", "received", "submitted"])
        #expect((30...200).contains(comments.count))
    }
}
