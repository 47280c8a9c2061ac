import Feedback
import TestSupport
import Testing

@Suite("A period, and the state of now")
struct PeriodReportTests {
    /// Lan's neighbours: eight at desk 3 with Minh, four at desk 7 with Thảo, one of each dissatisfied, one sent too fast.
    private func city() async throws -> Fixture {
        let city = try await Fixture()
        for index in 0..<8 {
            try await city.rate(
                "q03", answers: ["LK1": 5, "LK2": 4, "LK5": index == 0 ? 2 : 4], phone: Fixture.phone(index),
                comment: index == 0 ? "Chờ lâu" : "")
        }
        for index in 8..<12 {
            try await city.rate(
                "q07", answers: ["LK1": 3, "LK5": index == 8 ? 1 : 5], phone: Fixture.phone(index),
                comment: index == 8 ? "Phải đưa phong bì" : "", official: "thao",
                openedAgo: index == 9 ? 1 : 60)
        }
        return city
    }

    private func report(
        _ city: Fixture, _ period: Period? = nil, scope: Scope = .whole, cell: CellFilter = CellFilter()
    ) async throws -> PeriodReport {
        let period = period ?? Period(Month(city.now))
        return try await city.store.read { try $0.periodReport(period, scope: scope, cell: cell) }
    }

    @Test("The question on the whole alone makes the headline; every rating is counted")
    func headline() async throws {
        let report = try await report(city())
        #expect(report.headline.counts == Counts(n1: 1, n2: 1, n4: 7, n5: 3))
        #expect(report.headline.ratings == 12 && report.headline.figure.n == 12)
        #expect(report.rule == .overallQuestion("Mức độ hài lòng chung về việc giải quyết thủ tục hành chính"))
        #expect(report.isRunning && report.previous.measured == Measured() && report.previous.change == .unknown)
        #expect(report.trend.points.count == 24 && report.trend.points.last?.measured == report.headline)
    }

    @Test("Every side adds up to the headline")
    func sides() async throws {
        let city = try await city(), month = Period(Month(city.now))
        city.world.advance(days: 31)
        let report = try await report(city, month)
        let sides = [
            report.units.filter { !$0.isSum }.map(\.measured), report.desks.map(\.measured),
            report.officials.map(\.measured),
            report.fields.map(\.measured), report.channels.map(\.measured), Array(report.evidence.values),
        ]
        for side in sides { #expect(side.reduce(Measured(), +) == report.headline) }
        #expect(
            report.units.map(\.id) == ["tp-long-khanh", "tu-phap", "dat-dai"] && report.units.map(\.depth) == [0, 1, 1])
        #expect(report.units[0].isSum && report.units[0].measured == report.headline)
        #expect(report.officials.map(\.id) == ["minh", "thao"])
        #expect(report.fields.map(\.id) == ["dat-dai", nil])
        #expect(report.proven == Measured() && report.withCodes.ratings == 11 && report.withoutPhone.ratings == 1)
    }

    @Test("What is told of one person is of whole months that are over: no day, no free days, no running month")
    func delayed() async throws {
        let city = try await city(), today = city.today
        let running = try await report(city)
        #expect(running.officials.isEmpty && running.desks.count == 2)
        let hers = CellFilter(official: "thao")
        #expect(try await report(city, cell: hers).headline == Measured())
        let first = today.month.firstDay
        city.world.advance(days: 31)
        #expect(try await report(city, Period(first...today), cell: hers).headline == Measured())
        #expect(
            try await report(city, Period(first.adding(days: -40)...first.adding(days: 40)), cell: hers).headline
                .ratings == 4)
        #expect(try await report(city, Period(.day, holding: today), cell: hers).headline == Measured())
        #expect(try await report(city, Period(.quarter, holding: today), cell: hers).headline.ratings == 4)
    }

    @Test("Another questionnaire at the desks takes nothing from what was said before")
    func otherQuestionnaire() async throws {
        let city = try await city()
        let before = try await report(city).headline
        var configuration = KioskConfiguration.longKhanh
        var other = configuration.questionnaires[0]
        other.id = "KHAC"
        configuration.questionnaires.append(other)
        configuration.form.questionnaire = "KHAC"
        let changed = configuration
        try await city.store.write(as: .system) { try $0.apply(changed) }
        #expect(try await report(city).headline == before)
    }

    @Test("A criterion has its own n, and those who left it blank are seen")
    func criteria() async throws {
        let city = try await city()
        let criteria = try await report(city).criteria
        #expect(criteria.map(\.id) == ["LK1", "LK2", "LK3", "LK4", "LK5"])
        #expect(criteria.map(\.measured.figure.n) == [12, 8, 0, 0, 12])
        #expect(criteria.allSatisfy { $0.measured.ratings == 12 })
        #expect(criteria[1].measured.counts.blank == 4)
        let chosen = try await report(city, cell: CellFilter(criterion: "LK2"))
        #expect(chosen.headline == criteria[1].measured)
        #expect(chosen.rule == .criterion("Tinh thần trách nhiệm của công chức"))
        #expect(chosen.criteria.count == 5)
    }

    @Test("Without a question on the whole all answers are pooled, and people are still counted as people")
    func pooled() async throws {
        var configuration = KioskConfiguration.longKhanh
        configuration.questionnaires[0].overall = nil
        let city = try await Fixture(configuration)
        for index in 0..<3 { try await city.rate(phone: Fixture.phone(index)) }
        let headline = try await report(city).headline
        #expect(headline.figure.n == 15 && headline.ratings == 3)
        #expect(headline.size == .hidden)
    }

    @Test("Chị Hạnh sees her unit, anh Dũng his; what bypasses a head keeps its words from him")
    func scopes() async throws {
        let city = try await city()
        let (whole, hers, his) = (
            try await report(city), try await report(city, scope: Cast.scopeOfHanh),
            try await report(city, scope: Cast.scopeOfDung)
        )
        #expect(hers.headline.ratings == 8 && his.headline.ratings == 4)
        #expect(hers.units.map(\.id) == ["tu-phap"])
        #expect(whole.comments.compactMap(\.comment).sorted() == ["Chờ lâu", "Phải đưa phong bì"])
        #expect(hers.comments.map(\.comment) == ["Chờ lâu"])
        #expect(his.comments.isEmpty)
        #expect(whole.cases?.open == 2 && hers.cases?.open == 1 && his.cases == CasesRaised())
    }

    @Test("Cases are those that were raised in the period and the unit; a desk or an official has none of its own")
    func casesOfPeriod() async throws {
        let city = try await city()
        let unit = try await report(city, cell: CellFilter(unit: "tu-phap"))
        #expect(unit.cases?.all == 1)
        #expect(try await report(city, cell: CellFilter(desk: "q03")).cases == nil)
        #expect(try await report(city, cell: CellFilter(channel: .paper)).cases == nil)
        city.world.advance(days: 31)
        #expect(try await report(city).cases == CasesRaised())
    }

    @Test("A month later the old figures are the month before, and its versions count after they were replaced")
    func later() async throws {
        let city = try await city()
        let before = try await report(city).headline
        city.world.advance(days: 31)
        var configuration = KioskConfiguration.longKhanh
        configuration.questionnaires[0].version = 2
        let changed = configuration
        try await city.store.write(as: .system) { try $0.apply(changed) }
        try await city.rate(level: .verySatisfied)
        let report = try await report(city)
        #expect(report.previous.measured == before && report.headline.ratings == 1)
    }

    @Test("The home page knows who has not answered, and for whom a grave case waits")
    func home() async throws {
        let city = try await city()
        let state = try await city.store.read { try $0.homeState(figures: .whole, cases: .whole) }
        #expect(state.ratingsToday == 12 && state.openCases == 2 && state.overdueCases == 0)
        #expect(Set(state.waiting.map(\.name)) == [Cast.hanh.name, Cast.phuc.name])
        city.world.advance(days: 20)
        let later = try await city.store.read { try $0.homeState(figures: Cast.scopeOfHanh, cases: Cast.scopeOfHanh) }
        #expect(later.overdueCases == 1 && later.waiting.map(\.overdue) == [1])
    }

    @Test("A case is open to whoever may see it, and is not found by anybody else")
    func cases() async throws {
        let city = try await city()
        let alert = try #require(try await city.alerts(scope: Cast.scopeOfHanh).first)
        let file = try await city.store.read { try $0.caseFile(alert.id, scope: Cast.scopeOfHanh) }
        #expect(file.rating.comment == "Chờ lâu" && !file.mails.isEmpty && file.steps.map(\.kind) == [.opened])
        await #expect(throws: Refusal.notFound) {
            try await city.store.read { try $0.caseFile(alert.id, scope: Cast.scopeOfDung) }
        }
    }

    @Test(
        "A change is told only beyond chance",
        arguments: [
            (500, 450, 500, 480, Change.higher), (500, 480, 500, 450, .lower), (30, 27, 30, 29, .same),
            (9, 9, 500, 100, .unknown), (0, 0, 50, 50, .unknown),
        ])
    func change(oldN: Int, old: Int, newN: Int, new: Int, expected: Change) {
        func measured(_ n: Int, _ satisfied: Int) -> Measured {
            Measured(counts: Counts(n3: n - satisfied, n4: satisfied), ratings: n)
        }
        #expect(Change(from: measured(oldN, old), to: measured(newN, new)) == expected)
    }

    @Test("The shrunken estimate is that of the plan: fifteen ratings at the mean of the whole")
    func shrunken() {
        let measured = Measured(counts: Counts(n2: 5, n5: 5), ratings: 10)
        #expect(abs(measured.shrunken(towards: 0.9) - (5 + 13.5) / 25) < 1e-12)
        #expect(Measured().shrunken(towards: 0.93) == 0.93)
    }
}
