import TestSupport
import Testing

@testable import Feedback

@Suite("Periods, choices and saved views of figures")
struct FigureChoiceTests {
    private func city() async throws -> Fixture {
        let city = try await Fixture()
        for index in 0..<6 { try await city.rate("q03", level: .satisfied, phone: Fixture.phone(index)) }
        for index in 6..<10 { try await city.rate("q07", level: .neutral, phone: Fixture.phone(index)) }
        return city
    }

    private func report(
        _ city: Fixture, _ period: String, scope: Scope = .whole, cell: CellFilter = CellFilter()
    ) async throws -> PeriodReport {
        let period = try #require(Period(rawValue: period))
        return try await city.store.read { try $0.periodReport(period, scope: scope, cell: cell) }
    }

    @Test(
        "Every kind of period that holds today counts today's ratings, and its neighbours do not",
        arguments: Period.Kind.allCases.filter { $0 != .nineMonths })
    func kinds(_ kind: Period.Kind) async throws {
        let city = try await city()
        let period = Period(kind, holding: LocalDay(city.now))
        let here = try await report(city, period.rawValue)
        #expect(here.headline.ratings == 10 && here.isRunning)
        #expect(here.previous.measured == Measured() && here.lastYear.measured == Measured())
        let next = try await report(city, period.next.rawValue)
        #expect(next.headline == Measured() && next.previous.measured == here.headline)
    }

    @Test("A unit that was chosen means what is below it too, as far as one may see")
    func tree() async throws {
        let city = try await city()
        let month = Month(city.now).rawValue
        let whole = try await report(city, month, cell: CellFilter(unit: "tp-long-khanh"))
        #expect(whole.headline.ratings == 10 && whole.units.first?.id == "tp-long-khanh")
        let hers = try await report(city, month, scope: Cast.scopeOfHanh, cell: CellFilter(unit: "tp-long-khanh"))
        #expect(hers.headline.ratings == 6 && hers.units.map(\.id) == ["tu-phap"])
        let leaf = try await report(city, month, cell: CellFilter(unit: "dat-dai"))
        #expect(leaf.headline.ratings == 4 && leaf.units.map(\.id) == ["dat-dai"])
        let foreign = try await report(city, month, scope: Cast.scopeOfHanh, cell: CellFilter(unit: "dat-dai"))
        #expect(foreign.headline == Measured())
        let desks = try await report(
            city, month, scope: .desks(["q03", "q07"]), cell: CellFilter(unit: "tp-long-khanh"))
        #expect(desks.headline.ratings == 10 && desks.units.map(\.depth) == [0, 0])
    }

    @Test("Evidence and stage can be chosen, and every cut follows")
    func cuts() async throws {
        let city = try await city()
        let month = Month(city.now).rawValue
        let all = try await report(city, month)
        let codes = try await report(city, month, cell: CellFilter(evidence: .c))
        #expect(codes.headline == all.evidence[.c] && codes.desks.count == all.desks.count)
        #expect(try await report(city, month, cell: CellFilter(evidence: .a)).headline == Measured())
        let stages = all.stages.map(\.measured).reduce(Measured(), +)
        #expect(stages == all.headline)
    }

    @Test("Hours add up to the headline, and are not shown of an official")
    func hours() async throws {
        let city = try await city()
        let month = Month(city.now).rawValue
        let report = try await report(city, month)
        #expect(report.hours.values.reduce(Measured(), +) == report.headline)
        #expect(try await self.report(city, month, cell: CellFilter(official: "minh")).hours.isEmpty)
    }

    @Test("A factor pools its answers, or is the mean of its criteria, as its version says")
    func factors() {
        let parts = [
            Measured(counts: Counts(n1: 10, n5: 30), ratings: 60), Measured(counts: Counts(n5: 60), ratings: 60),
            Measured(ratings: 60),
        ]
        let factor = Factor(id: "f", name: "Yếu tố", criteria: [])
        let pooled = FactorFigure(factor: factor, rule: .pooled, parts: parts)
        #expect(pooled.share == 0.9 && pooled.measured.counts.n == 100 && pooled.measured.ratings == 60)
        let mean = FactorFigure(factor: factor, rule: .meanOfCriteria, parts: parts)
        #expect(mean.share == 0.875)
        #expect(mean.interval == WilsonInterval(share: 0.875, of: 40) && mean.size(of: .anything) == .full)
    }

    @Test("The limits of a month follow its n; what lies outside is told, and what is provisional is not placed")
    func control() {
        let start = Month(day: LocalDay(number: 20_000))
        func figure(_ n: Int, _ share: Double) -> Measured {
            let satisfied = Int((Double(n) * share).rounded())
            return Measured(counts: Counts(n2: n - satisfied, n4: satisfied), ratings: n)
        }
        let figures =
            Array(repeating: figure(200, 0.95), count: 20) + [figure(200, 0.84), figure(20, 0.5), figure(9, 0)]
        let trend = ControlTrend(figures.map { MonthFigure(month: start, measured: $0) })
        #expect(trend.outside.map(\.measured) == [figure(200, 0.84)])
        #expect(trend.points[20].place == .low(isAlarm: true))
        #expect(trend.points[21].place == .unknown && trend.points[21].watch != nil)
        #expect(trend.points[22].watch == nil)
        let (wide, narrow) = (trend.points[21].watch, trend.points[0].watch)
        #expect((wide?.high ?? 0) - (wide?.low ?? 1) > (narrow?.high ?? 1) - (narrow?.low ?? 0))
    }

    @Test("A year that rose is a rise, and not restlessness")
    func drift() {
        let start = Month(day: LocalDay(number: 20_000))
        let low = Measured(counts: Counts(n2: 30, n4: 170), ratings: 200)
        let high = Measured(counts: Counts(n2: 8, n4: 192), ratings: 200)
        let months = (Array(repeating: low, count: 12) + Array(repeating: high, count: 12)).map {
            MonthFigure(month: start, measured: $0)
        }
        #expect(ControlTrend(months).drift == .higher && ControlTrend(months.reversed()).drift == .lower)
        #expect(ControlTrend([]).points.isEmpty && ControlTrend([]).mean == nil)
    }

    @Test(
        "A target is reached only beyond chance",
        arguments: [(500, 480, Standing.reached), (500, 400, .missed), (50, 46, .unsure), (29, 29, .unknown)])
    func standing(n: Int, satisfied: Int, expected: Standing) {
        let target = Target(
            id: "t", name: "", value: 0.9, from: LocalDay(number: 0), method: "", sameMethod: true)
        let measured = Measured(counts: Counts(n3: n - satisfied, n4: satisfied), ratings: n)
        #expect(Standing(of: measured, to: target) == expected)
    }

    @Test(
        "A saved view is always the same days, or those that a word means when it is opened",
        arguments: [
            ("2026-Q1", "2026-Q1"), ("this-month", "2026-11"), ("last-month", "2026-10"), ("last-week", "2026-W46"),
            ("this-year", "2026"), ("last-sixMonths", "2026-H1"),
        ])
    func time(_ raw: String, _ period: String) throws {
        let time = try #require(SavedView.Time(rawValue: raw))
        let today = try #require(LocalDay(rawValue: "2026-11-21"))
        #expect(time.rawValue == raw && time.period(on: today).rawValue == period)
        for wrong in ["last-range", "next-month", "last-", "", "month"] {
            #expect(SavedView.Time(rawValue: wrong) == nil)
        }
    }

    @Test("A view has a name of its own in the owner's list; only the owner deletes it; the journal does not name it")
    func views() async throws {
        let city = try await Fixture()
        let users = try await city.store.write(as: .system) { tx in
            try ["a", "b"].map { try tx.insertUser(User(id: 0, name: $0, email: "\($0)@x.example", grants: [])) }
        }
        let id = try await city.store.write(as: .user(users[0])) {
            try $0.saveView("  Đất đai  tháng trước ", of: users[0], period: .last(.month), query: "field=dat-dai")
        }
        let view = try await city.store.read { try $0.savedView(id) }
        #expect(view?.name == "Đất đai tháng trước" && view?.period == .last(.month))
        for name in ["Đất đai tháng trước", " ", String(repeating: "x", count: 81)] {
            await #expect(throws: Refusal.self) {
                try await city.store.write(as: .user(users[0])) {
                    try $0.saveView(name, of: users[0], period: .last(.month), query: "")
                }
            }
        }
        await #expect(throws: Refusal.notFound) {
            try await city.store.write(as: .user(users[1])) { try $0.deleteView(id, of: users[1]) }
        }
        try await city.store.write(as: .user(users[0])) { try $0.deleteView(id, of: users[0]) }
        #expect(try await city.store.read { try $0.savedViews(of: users[0]) }.isEmpty)
        let lines = try await city.journal().filter { $0.subject == "view:\(id)" }
        #expect(lines.map(\.kind) == ["view.saved", "view.deleted"])
        #expect(lines.allSatisfy { !$0.details.contains("Đất") })
    }
}
