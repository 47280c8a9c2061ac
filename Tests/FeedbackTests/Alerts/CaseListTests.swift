import Feedback
import Foundation
import TestSupport
import Testing

@Suite("Lists of cases")
struct CaseListTests {
    /// 1: desk 3, answered. 2: desk 7. 3: desk 3, serious. 4: desk 9, taken on by user 3. 5: desk 3, returned.
    private static func office() async throws -> Fixture {
        let fixture = try await CaseTests.office()
        let answer = try CaseTests.sorry()
        try await CaseTests.write(fixture) { try $0.answer(1, answer, scope: .whole) }
        let more: [(ID<Desk>, [Reason])] = [("q07", []), ("q03", [.unofficialPayment]), ("q09", []), ("q03", [])]
        for (index, (desk, reasons)) in more.enumerated() {
            fixture.world.advance(minutes: 10)
            try await fixture.rate(desk, level: .dissatisfied, phone: Fixture.phone(index), reasons: reasons)
        }
        try await CaseTests.write(fixture, as: 3) { try $0.acknowledge(4, scope: .whole) }
        try await CaseTests.write(fixture) { try $0.answer(5, answer, scope: .whole) }
        let receipt = try #require(try await fixture.store.read { try $0.rating(id: 5) }).receipt
        let word = try CitizenWord(typed: "Chưa được.")
        try await fixture.store.write(as: .citizen) { try $0.returnCase(word, receipt: receipt) }
        return fixture
    }

    private func ids(_ fixture: Fixture, _ filter: CaseFilter, offset: Int = 0) async throws -> [Int64] {
        let found = try await fixture.store.read { try $0.cases(filter, limit: 3, offset: offset) }
        return found.map(\.id)
    }

    @Test("What is due first stands first, then what is answered; pages follow each other")
    func order() async throws {
        let fixture = try await Self.office()
        // The serious one has eight hours, the others sixteen.
        #expect(try await ids(fixture, CaseFilter(scope: .whole)) == [3, 2, 4])
        #expect(try await ids(fixture, CaseFilter(scope: .whole), offset: 3) == [5, 1])
        #expect(try await fixture.store.read { try $0.caseCount(CaseFilter(scope: .whole)) } == 5)
        #expect(try await ids(fixture, CaseFilter(scope: .whole, order: .oldestFirst)) == [1, 2, 3])
        #expect(try await ids(fixture, CaseFilter(scope: .whole, order: .newestFirst)) == [5, 4, 3])
    }

    @Test("Filters choose by state, unit, category, handler and deadline")
    func filters() async throws {
        let fixture = try await Self.office()
        #expect(try await ids(fixture, CaseFilter(scope: .whole, states: [.answered])) == [1])
        #expect(try await ids(fixture, CaseFilter(scope: .whole, unit: "dat-dai")) == [2])
        #expect(try await ids(fixture, CaseFilter(scope: .whole, category: "nghiem-trong")) == [3])
        #expect(try await ids(fixture, CaseFilter(scope: .whole, handler: 3)) == [4])
        #expect(try await ids(fixture, CaseFilter(scope: .whole, handler: 1)) == [5, 1])
        try await CaseTests.write(fixture, as: 3) { try $0.assign(5, to: 3, scope: .whole) }
        #expect(try await ids(fixture, CaseFilter(scope: .whole, handler: 3)) == [4, 5])
        let monday = Date.inVietNam("2026-11-23", 12, 0)
        #expect(try await ids(fixture, CaseFilter(scope: .whole, dueBefore: monday)) == [3])
        #expect(try await ids(fixture, CaseFilter(scope: .whole, raisedBefore: .fridayMorning + 60)) == [1])
    }

    @Test("A head's lists and counts hold the own unit's cases, never a serious one")
    func scopes() async throws {
        let fixture = try await Self.office()
        let hanh = Cast.scopeOfHanh
        #expect(try await ids(fixture, CaseFilter(scope: hanh)) == [5, 1])
        #expect(try await fixture.store.read { try $0.caseCount(CaseFilter(scope: hanh)) } == 2)
        #expect(try await ids(fixture, CaseFilter(scope: hanh, category: "nghiem-trong")) == [])
        #expect(try await ids(fixture, CaseFilter(scope: .desks(["q03"]))) == [5, 1])
        #expect(try await ids(fixture, CaseFilter(scope: .nothing)) == [])
        fixture.world.advance(days: 30)
        #expect(try await fixture.store.read { try $0.overdueCases(scope: hanh) }.map(\.id) == [5])
        #expect(try await fixture.store.read { try $0.overdueCases(scope: .whole) }.map(\.id) == [3, 2, 4, 5])
        let now = fixture.now
        #expect(
            try await fixture.store.read { try $0.unacknowledgedCases(raisedBefore: now, scope: hanh) }.isEmpty)
        #expect(try await fixture.store.read { try $0.unacknowledgedCases(raisedBefore: now) }.map(\.id) == [2, 3])
    }

    @Test("The load says what is open, untaken, overdue, due today and returned")
    func load() async throws {
        let fixture = try await Self.office()
        #expect(
            try await fixture.store.read { try $0.caseLoad(scope: .whole) }
                == CaseLoad(open: 4, unacknowledged: 2, overdue: 0, dueToday: 0, returned: 1))
        #expect(
            try await fixture.store.read { try $0.caseLoad(scope: Cast.scopeOfHanh) }
                == CaseLoad(open: 1, unacknowledged: 0, overdue: 0, dueToday: 0, returned: 1))
        fixture.world.set(.inVietNam("2026-11-23", 8, 0))
        #expect(try await fixture.store.read { try $0.caseLoad(scope: .whole) }.dueToday == 1)
        fixture.world.set(.inVietNam("2026-11-24", 10, 5))
        let load = try await fixture.store.read { try $0.caseLoad(scope: .whole) }
        #expect(load.overdue == 1 && load.dueToday == 3)
        #expect(try await fixture.store.read { try $0.caseLoad(scope: .nothing) } == CaseLoad())
    }
}
