import TestSupport
import Testing

@testable import Feedback

@Suite("A fair comparison")
struct FairComparisonTests {
    /// Forty rate desk 3 (all satisfied), forty desk 7 (half of them not), four desk 9 (none satisfied).
    private func city() async throws -> Fixture {
        let city = try await Fixture()
        for index in 0..<40 {
            try await city.rate("q03", answers: ["LK5": 5], phone: Fixture.phone(index))
            try await city.rate(
                "q07", answers: ["LK5": index % 2 == 0 ? 5 : 2], phone: Fixture.phone(100 + index), official: "thao")
        }
        for index in 0..<4 { try await city.rate("q09", answers: ["LK5": 1], phone: Fixture.phone(200 + index)) }
        return city
    }

    private func comparison(
        _ city: Fixture, by side: FairComparison.Side = .unit, field: ID<Field>? = nil, scope: Scope = .whole
    ) async throws -> FairComparison {
        let period = Period(Month(city.now))
        return try await city.store.read { try $0.fairComparison(period, by: side, field: field, scope: scope) }
    }

    @Test("Bands against the mean of the whole; four bad ratings give no band")
    func bands() async throws {
        let all = try await comparison(city())
        #expect(all.whole.figure.n == 84 && all.whole.figure.satisfied == 60)
        #expect(all.parts.map(\.id) == ["tu-phap", "dat-dai", "xuan-hoa"])
        #expect(all.parts[0].band.isHigher && all.parts[1].band.isLower && all.parts[2].band == .tooFew)
        #expect(all.praise.map(\.id) == ["tu-phap"] && all.concern.map(\.id) == ["dat-dai"])
        #expect(all.officials.isEmpty, "what is told of one person waits for the end of the month")
    }

    @Test("Of one person a band is told from sixty ratings on, and only of months that are over")
    func officials() async throws {
        let city = try await city(), month = Period(Month(city.now))
        for index in 0..<20 {
            try await city.rate("q07", answers: ["LK5": 2], phone: Fixture.phone(300 + index), official: "thao")
        }
        city.world.advance(days: 31)
        let all = try await city.store.read { try $0.fairComparison(month, by: .unit, scope: .whole) }
        #expect(all.officials.map(\.id) == ["minh", "thao"] && all.officials.map(\.n) == [40, 60])
        #expect(all.officials[0].band == .tooFew && all.officials[1].band.isLower)
    }

    @Test("Chị Hạnh sees her own row, measured by the mean of everybody")
    func scope() async throws {
        let city = try await city()
        let hers = try await comparison(city, by: .desk, scope: Cast.scopeOfHanh)
        #expect(hers.parts.map(\.id) == ["q03"] && hers.parts[0].band.isHigher)
        #expect(hers.whole.figure.n == 84)
        city.world.advance(days: 31)
        let over = try await city.store.read {
            try $0.fairComparison(Period(Month(city.now).previous), by: .desk, scope: Cast.scopeOfHanh)
        }
        #expect(over.officials.map(\.id) == ["minh"])
    }

    @Test("Within one field the whole is that field's; a field with many ratings and low figures is one to talk about")
    func fields() async throws {
        let city = try await city()
        let land = try await comparison(city, by: .desk, field: "dat-dai")
        #expect(land.whole.figure.n == 40 && land.parts.map(\.id) == ["q07"] && land.parts[0].band == .same)
        #expect(land.praise.isEmpty, "the best of the field, but not clearly higher than it")
        let all = try await comparison(city)
        #expect(all.topics.map(\.field) == ["dat-dai"] && all.topics[0].band.isLower)
        #expect(all.topicMonths.lowerBound == Month(day: .on("2026-06-01")))
    }

    @Test("Praise goes by the lower bound, concern by the shrunken mean: few ratings lead neither list")
    func order() async throws {
        let few = Measured(counts: Counts(n5: 31), ratings: 31)
        let many = Measured(counts: Counts(n2: 4, n5: 396), ratings: 400)
        #expect(few.figure.interval.low < many.figure.interval.low)
        let worse = Measured(counts: Counts(n2: 100, n5: 300), ratings: 400)
        let unlucky = Measured(counts: Counts(n2: 9, n5: 22), ratings: 31)
        #expect(worse.shrunken(towards: 0.95) < unlucky.shrunken(towards: 0.95))
        #expect(unlucky.figure.interval.low < worse.figure.interval.low)
    }

    @Test("A line of the funnel parts exactly those whom the limits part")
    func line() {
        let funnel = Funnel(mean: 0.93)
        for n in [30, 47, 100, 333, 1_200] {
            for tail in [Funnel.watch, Funnel.alarm] {
                let line = funnel.line(n: n, tail: tail)
                for k in stride(from: n / 2, through: n, by: 1) {
                    let chance = funnel.chance(k, of: n)
                    let share = Double(k) / Double(n)
                    #expect((chance.soFew < tail) == (share <= line.low), "\(k)/\(n)")
                    #expect((chance.soMany < tail) == (share >= line.high), "\(k)/\(n)")
                }
            }
        }
    }

    @Test("It begins with a quarter that holds a month of ratings")
    func quarter() {
        #expect(Period.forComparison(on: .on("2026-11-20")).rawValue == "2026-Q4")
        #expect(Period.forComparison(on: .on("2027-01-15")).rawValue == "2026-Q4")
        #expect(Period.forComparison(on: .on("2027-02-05")).rawValue == "2027-Q1")
    }

    @Test("The page of a part has its band, its desks, and only for those who may know, cases and alarms")
    func part() async throws {
        let city = try await city()
        let rights = { (role: Role, unit: ID<Unit>?) in
            let user = User(id: 1, name: "", email: "a@b.vn", grants: [Grant(role: role, unit: unit)])
            return Rights(of: user, in: city.directory, on: city.today)
        }
        while let step = try await city.store.read({ try $0.watchAdvance(limit: 500) }) {
            _ = try await city.store.write(as: .system) { try $0.take(step) }
        }
        let (dung, lead) = (rights(.head, "dat-dai"), rights(.leadership, nil))
        let his = try await city.store.read { try $0.partReport(.unit("dat-dai"), rights: dung) }
        #expect(his.band.isLower && his.desks == ["q07"] && his.thisMonth.ratings == 40)
        #expect(his.load?.open == 20 && !his.alarms.isEmpty && his.recent == his.thisMonth)
        let theirs = try await city.store.read { try $0.partReport(.desk("q07"), rights: lead) }
        #expect(theirs.load?.open == 20 && theirs.alarms.isEmpty)
        let chair = try await city.store.read { try $0.partReport(.unit("tp-long-khanh"), rights: lead) }
        #expect(chair.thisMonth.ratings == 84 && chair.desks == ["q03", "q07", "q09"])
        for subject in [PartReport.Subject.unit("tu-phap"), .desk("q03"), .desk("q99"), .unit("x")] {
            await #expect(throws: Refusal.notFound) {
                try await city.store.read { try $0.partReport(subject, rights: dung) }
            }
        }
    }
}
