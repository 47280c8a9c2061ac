import Feedback
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("Anh Dũng from next door sees nothing of chị Hạnh's unit")
struct ScopeTests {
    private func fixture() async throws -> Fixture {
        let fixture = try await Fixture()
        try await fixture.rate("q03", level: .dissatisfied, comment: "Chờ lâu", reasons: [.late])
        try await fixture.rate(
            "q03", phone: Cast.tuan.phone, comment: "Phải đưa phong bì", reasons: [.unofficialPayment])
        try await fixture.rate("q07", level: .satisfied, comment: "Tốt", official: "khoa")
        return fixture
    }

    @Test("Each sees the ratings, counts, cases and figures of their own unit")
    func own() async throws {
        let fixture = try await fixture()
        for (scope, ratings, n, alerts) in [
            (Scope.whole, 3, 15, 2), (Cast.scopeOfHanh, 2, 10, 1), (Cast.scopeOfDung, 1, 5, 0), (.units([]), 0, 0, 0),
            (.units(["nowhere"]), 0, 0, 0), (.units(["' OR 1=1 --"]), 0, 0, 0),
        ] {
            #expect(try await fixture.ratings(scope: scope).count == ratings)
            let filter = RatingFilter(days: fixture.thisMonth, scope: scope)
            #expect(try await fixture.store.read { try $0.ratingCount(filter) } == ratings)
            #expect(try await fixture.counts(scope: scope).n == n)
            #expect(try await fixture.alerts(scope: scope).count == alerts)
            #expect(try await fixture.store.read { try $0.openAlerts(scope: scope).open } == alerts)
        }
        #expect(try await fixture.store.read { try $0.alert(1, scope: Cast.scopeOfDung) } == nil)
        #expect(try await fixture.store.read { try $0.alert(1, scope: Cast.scopeOfHanh) } != nil)
    }

    @Test("What was said of money reaches home affairs; the head sees that somebody rated, not what was said")
    func serious() async throws {
        let fixture = try await fixture()
        let head = try await fixture.ratings(scope: Cast.scopeOfHanh)
        #expect(head.map(\.comment) == [nil, "Chờ lâu"] && head.map(\.reasons) == [[], [.late]])
        let whole = try await fixture.ratings()
        #expect(whole.map(\.comment) == ["Tốt", "Phải đưa phong bì", "Chờ lâu"])
        #expect(try await fixture.store.read { try $0.alert(2, scope: Cast.scopeOfHanh) } == nil)
    }

    @Test("Asking for another unit by name does not open it")
    func byName() async throws {
        let fixture = try await fixture()
        for cell in [CellFilter(unit: "tu-phap"), CellFilter(desk: "q03"), CellFilter(official: "minh")] {
            #expect(try await fixture.ratings(cell, scope: Cast.scopeOfDung).isEmpty)
            #expect(try await fixture.counts(cell, scope: Cast.scopeOfDung) == Counts())
        }
    }

    @Test("Ratings are found by level, by comment and page by page, newest first")
    func filters() async throws {
        let fixture = try await fixture()
        try await fixture.rate("q09", answers: ["LK1": 1, "LK5": 5])
        let days = fixture.thisMonth
        let find = { (levels: Set<Level>, criterion: ID<Criterion>?, withComment: Bool, limit: Int, offset: Int) in
            let filter = RatingFilter(
                days: days, scope: .whole, cell: CellFilter(criterion: criterion), levels: levels,
                withComment: withComment)
            return try await fixture.store.read { try $0.ratings(filter, limit: limit, offset: offset).map(\.id) }
        }
        #expect(try await find([], nil, false, 10, 0) == [4, 3, 2, 1])
        #expect(try await find([], nil, false, 2, 1) == [3, 2])
        #expect(try await find([], nil, true, 10, 0) == [3, 2, 1])
        #expect(try await find([.veryDissatisfied], nil, false, 10, 0) == [4])
        #expect(try await find([.veryDissatisfied, .dissatisfied], "LK5", false, 10, 0) == [1])
        #expect(try await find([], "LK2", false, 10, 0) == [3, 2, 1])
        let other = LocalDay.on("2026-10-01")...LocalDay.on("2026-10-31")
        let filter = RatingFilter(days: other, scope: .whole)
        #expect(try await fixture.store.read { try $0.ratings(filter, limit: 10, offset: 0) }.isEmpty)
    }
}
