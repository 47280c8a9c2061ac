import Feedback
import TestSupport
import Testing

@Suite("Figures for other programs")
struct FigureQuestionTests {
    private func question(_ fixture: Fixture, _ query: String, scope: Scope = .whole) throws -> FigureQuestion {
        try FigureQuestion(FormFields(urlEncoded: query.utf8), scope: scope, directory: fixture.directory)
    }

    @Test(
        "What is not known, comes twice or means nothing is named",
        arguments: [
            ("", "period"), ("period=2026-13", "period"), ("period=", "period"), ("period=1999-11", "period"),
            ("period=2026-11&by=colour", "by"), ("period=2026-11&period=2026-10", "period"),
            ("period=2026-11&color=red", "color"), ("period=2026-11&unit=a%20b", "unit"),
            ("period=2026-11&channel=sms", "channel"), ("period=2026-11&evidence=a", "evidence"),
            ("period=2026-11&stage=", "stage"), ("period=2026-02-30", "period"), ("period=2025-W53", "period"),
        ])
    func faults(query: String, name: String) async throws {
        let fixture = try await Fixture()
        let fault = #expect(throws: QueryFault.self) { try question(fixture, query) }
        #expect(fault?.problems.problems.map(\.field) == [name])
    }

    @Test(
        "What is well formed but makes no sense together is another answer",
        arguments: [
            "period=2026-11-20..2026-11-03", "period=2000-01-01..2026-01-01", "period=2026-11&by=hour&field=ho-tich",
        ])
    func nonsense(query: String) async throws {
        let fixture = try await Fixture()
        #expect(throws: Refusal.self) { try question(fixture, query) }
    }

    @Test(
        "What is not there and what is not in the scope are the same answer",
        arguments: ["unit=khong-co", "unit=dat-dai", "desk=q07", "desk=q99", "official=thao", "field=x", "criterion=X"])
    func notFound(choice: String) async throws {
        let fixture = try await Fixture()
        #expect(throws: Refusal.notFound) {
            try question(fixture, "period=2026-11&\(choice)", scope: Cast.scopeOfHanh)
        }
    }

    @Test("A unit stands for its tree; the rows add up to the whole, and keep the order of the configuration")
    func tree() async throws {
        let fixture = try await Fixture()
        for index in 0..<12 { try await fixture.rate("q03", phone: Fixture.phone(index)) }
        for index in 0..<6 { try await fixture.rate("q07", level: .dissatisfied, phone: Fixture.phone(index)) }
        let city = try question(fixture, "period=2026-11&by=unit&unit=tp-long-khanh")
        let answer = try await fixture.store.read { try $0.figures(city) }
        #expect(answer.rows.map(\.key) == ["tu-phap", "dat-dai"])
        #expect(answer.rows.map(\.measured.figure.n) == [12, 6] && answer.whole.figure.n == 18)
        #expect(answer.versions == ["LK@1"] && answer.isRunning && answer.questionnaire?.versionID == "LK@1")
        let own = try question(fixture, "period=2026-Q4&by=criterion", scope: Cast.scopeOfHanh)
        let mine = try await fixture.store.read { try $0.figures(own) }
        #expect(mine.rows.map(\.key) == ["LK1", "LK2", "LK3", "LK4", "LK5"] && mine.whole.ratings == 12)
        #expect(try question(fixture, "period=2026-11&by=official").owner == .official)
    }
}
