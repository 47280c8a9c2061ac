import Feedback
import Foundation
import TestSupport
import Testing

@Suite("What the reform index of the authority gets")
struct ReformIndexTests {
    private func index(_ fixture: Fixture, _ period: String = "2026-11", scope: Scope = .whole) async throws
        -> ReformIndex
    {
        let period = try #require(Period(rawValue: period))
        return try await fixture.store.read { try $0.reformIndex(period, scope: scope) }
    }

    private func answer(_ id: Int64, _ fixture: Fixture) async throws {
        let answer = try CaseAnswer(
            text: "Đã nhắc nhở và xin lỗi người dân.", finding: .confirmed, measure: "Nhắc nhở")
        try await fixture.store.write(as: .user(1)) { try $0.answer(id, answer, scope: .whole) }
    }

    @Test("Answered in time, late, not yet due, and open past the deadline are told apart")
    func cases() async throws {
        let fixture = try await Fixture()
        for index in 0..<4 { try await fixture.rate(level: .dissatisfied, phone: Fixture.phone(index)) }
        let ids = try await fixture.alerts().map(\.id).sorted()
        try await answer(ids[0], fixture)
        var row = try #require(try await index(fixture).rows.first { $0.unit == "tu-phap" })
        // The other three still have time: they count neither way.
        #expect(row.cases == CaseCounts(raised: 4, answered: 1, onTime: 1, due: 1, open: 3))
        #expect(row.cases.onTimeShare == 1)
        fixture.world.advance(days: 10)
        try await answer(ids[1], fixture)
        row = try #require(try await index(fixture).rows.first { $0.unit == "tu-phap" })
        #expect(row.cases == CaseCounts(raised: 4, answered: 2, onTime: 1, due: 4, open: 2))
        #expect(row.cases.onTimeShare == 0.25 && row.measured.figure.n == 4)
    }

    @Test("Rated units are there also without a rating; a case belongs to the period in which it was raised")
    func rows() async throws {
        let fixture = try await Fixture()
        try await fixture.rate(level: .dissatisfied)
        let month = try await index(fixture)
        #expect(month.rows.map(\.unit) == ["noi-vu", "tu-phap", "dat-dai", "xuan-hoa"] && month.isRunning)
        #expect(month.whole?.cases.raised == 1)
        #expect(try await index(fixture, "2026-10").whole?.cases.raised == 0)
        #expect(try await index(fixture, "2026-11-20").whole?.cases.raised == 1)
    }

    @Test("A head sees the own unit, no whole, and no case that was raised past them")
    func scope() async throws {
        let fixture = try await Fixture()
        try await fixture.rate(level: .dissatisfied, reasons: [.unofficialPayment])
        try await fixture.rate("q07", level: .dissatisfied)
        let mine = try await index(fixture, scope: Cast.scopeOfHanh)
        #expect(mine.rows.map(\.unit) == ["tu-phap"] && mine.whole == nil)
        #expect(mine.rows.first?.cases.raised == 0)
        #expect(try await index(fixture).whole?.cases.raised == 2)
    }
}
