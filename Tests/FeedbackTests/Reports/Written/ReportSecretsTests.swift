import TestSupport
import Testing

@testable import Feedback

@Suite("What a report for everybody keeps back")
struct ReportSecretsTests {
    private static func line(_ id: String, _ n: Int, unit: String? = nil) -> ReportFigures.Line {
        .init(id: id, name: id, counts: Counts(n5: n), ratings: n, unit: unit)
    }

    private static func figures(
        units: [ReportFigures.Line], desks: [ReportFigures.Line] = [], channels: [ReportFigures.Line] = []
    ) -> ReportFigures {
        let whole = units.reduce(Measured()) { $0 + $1.measured }
        let all = ReportFigures.Line(id: "", name: "", counts: whole.counts, ratings: whole.ratings)
        return ReportFigures(
            period: "2026-10", authority: "Long Khánh", now: all, lastYear: all, months: [],
            deployment: .init(desks: 0, desksWithCode: 0, desksWithRatings: 0, units: 0, unitsWithRatings: 0),
            units: units, desks: desks, fields: [], criteria: [], factors: [], channels: channels, evidence: [],
            officials: [], goals: [], cases: [])
    }

    private static func kept(_ figures: ReportFigures, _ table: ReportSecrets.Table) -> [String] {
        let secrets = ReportSecrets(figures)
        let lines = table == .units ? figures.units : table == .desks ? figures.desks : figures.channels
        return lines.filter { secrets.hides($0, of: table) }.map(\.id)
    }

    @Test("Without a small line nothing; with one, the next smallest too, for the sum stands below them")
    func oneTable() {
        #expect(Self.kept(Self.figures(units: [Self.line("a", 30), Self.line("b", 60)]), .units) == [])
        let three = [Self.line("a", 7), Self.line("b", 40), Self.line("c", 90)]
        #expect(Self.kept(Self.figures(units: three), .units) == ["a", "b"])
        let units = [Self.line("a", 60), Self.line("b", 40)]
        let channels = [Self.line("qr", 60), Self.line("paper", 33), Self.line("hotline", 7)]
        #expect(Self.kept(Self.figures(units: units, channels: channels), .channels) == ["paper", "hotline"])
    }

    @Test("A unit of which all desks but one are told would tell the last one too")
    func desksOfAUnit() {
        let units = [Self.line("ward", 63), Self.line("town", 500)]
        let desks = [
            Self.line("d1", 38, unit: "ward"), Self.line("d2", 18, unit: "ward"), Self.line("d3", 7, unit: "ward"),
            Self.line("t1", 250, unit: "town"), Self.line("t2", 250, unit: "town"),
        ]
        #expect(Self.kept(Self.figures(units: units, desks: desks), .desks) == ["d2", "d3"])
    }

    @Test("Officials who serve at another unit's desk: sums that do not hold relate nothing")
    func otherDesks() {
        let units = [Self.line("a", 40), Self.line("b", 60)]
        let desks = [Self.line("d1", 90, unit: "a"), Self.line("d2", 10, unit: "a")]
        #expect(Self.kept(Self.figures(units: units, desks: desks), .desks) == [])
    }

    @Test("The leadership is told everything; a changed line that is kept back is kept back in an amendment")
    func readers() {
        let figures = Self.figures(units: [Self.line("a", 7), Self.line("b", 40), Self.line("c", 90)])
        #expect(!ReportSecrets.none.hides(figures.units[0], of: .units))
        let change = { (name: String) in
            ReportDifference(part: .units, name: name, old: .none, new: .count(1))
        }
        #expect(ReportSecrets(figures).hides(change("b"), of: figures))
        #expect(!ReportSecrets(figures).hides(change("c"), of: figures))
    }
}
