import Feedback
import TestSupport
import Testing

@Suite("Dossiers, response rates, silent desks")
struct DossierTests {
    private let october = Month(day: .on("2026-10-01"))
    private let november = Month(day: .on("2026-11-01"))

    private func count(
        _ city: Fixture, _ month: Month, _ typed: [ID<Desk>: String], scope: Scope = .whole
    ) async throws -> Int {
        let form = DossierForm(month: month, typed: typed)
        return try await city.store.write(as: .system) { try $0.countDossiers(form, scope: scope) }
    }

    @Test("What was typed last holds, an empty field changes nothing, and the journal says how many desks changed")
    func counted() async throws {
        let city = try await Fixture()
        #expect(try await count(city, october, ["q03": "1.250", "q07": ""]) == 1)
        #expect(try await count(city, october, ["q03": "1250", "q07": "88"]) == 1)
        #expect(try await count(city, october, ["q03": "1 260"]) == 1)
        let known = try await city.store.read { [october] in try $0.dossierCounts(october...october) }
        #expect(
            known == [
                DossierCount(month: october, desk: "q03", count: 1_260),
                DossierCount(month: october, desk: "q07", count: 88),
            ])
        #expect(try await city.journal().count { $0.kind == "dossiers.counted" } == 3)
    }

    @Test(
        "What is no number is refused with its desk, and nothing is half kept",
        arguments: ["-3", "12a", "1,5", "100001", "9999999999999999999999"])
    func refused(_ typed: String) async throws {
        let city = try await Fixture()
        await #expect {
            try await count(city, october, ["q03": "5", "q07": typed])
        } throws: { error in
            guard case Refusal.invalid(let problems) = error else { return false }
            return problems.problems.map(\.field) == ["count-q07"]
        }
        let known = try await city.store.read { [october] in try $0.dossierCounts(october...october) }
        #expect(known.isEmpty)
    }

    @Test("Nobody counts for another's desk, nor for a month to come")
    func outside() async throws {
        let city = try await Fixture()
        await #expect(throws: Refusal.notFound) {
            try await count(city, october, ["q07": "5"], scope: Cast.scopeOfHanh)
        }
        await #expect(throws: Refusal.notFound) { try await count(city, november.next, ["q07": "5"]) }
        await #expect(throws: Refusal.notFound) { try await count(city, october, ["q99": "5"]) }
    }

    @Test("Lines are pasted as a spreadsheet gives them; a line that cannot be read is named")
    func pasted() throws {
        let form = try pasted("Q03\t1 250\r\n\n\"Quầy 7 – Đất đai\", 88\nq09 1.200")
        #expect(form.typed == ["q03": "1 250", "q07": "88", "q09": "1.200"])
        #expect {
            try pasted("q03 5\nq99 7\n12")
        } throws: { error in
            (error as? FormProblems)?.problems.map { String($0.message.prefix(6)) } == ["Dòng 2", "Dòng 3"]
        }
    }

    @Test("Desks of the same name are told apart by the unit on their sign, and a name alone asks for more")
    func sharedNames() throws {
        var configuration = KioskConfiguration.longKhanh
        let twins = [0, 1].map { configuration.desks[$0].id }
        for index in [0, 1] { configuration.desks[index].name = "Hộ tịch" }
        configuration.desks[1].unit = try #require(
            configuration.units.first { $0.id != configuration.desks[0].unit }?.id)
        let directory = Directory(configuration: configuration, codes: [], version: 1)
        let lines = twins.map { "\(directory.sign(of: $0)) 62" }.joined(separator: "\n")
        #expect(Set(try pasted(lines, configuration).typed.keys) == Set(twins))
        #expect {
            try pasted("Hộ tịch 62", configuration)
        } throws: { error in
            (error as? FormProblems)?.problems.first?.message.contains("có 2 quầy tên “Hộ tịch”") == true
        }
    }

    private func pasted(
        _ lines: String, _ configuration: KioskConfiguration = .longKhanh
    ) throws -> DossierForm {
        try DossierForm(
            month: october, pasted: lines, desks: configuration.desks,
            directory: Directory(configuration: configuration, codes: [], version: 1))
    }

    @Test("The rate is ratings over dossiers of the same months; more ratings than dossiers asks for a look")
    func rates() async throws {
        let city = try await Fixture()
        for index in 0..<6 { try await city.rate("q03", phone: Fixture.phone(index)) }
        for index in 0..<3 { try await city.rate("q07", phone: Fixture.phone(20 + index)) }
        _ = try await count(city, november, ["q03": "40", "q07": "2"])
        _ = try await count(city, october, ["q03": "60"])
        let rates = try await city.store.read { [october, november] tx in
            try tx.responseRates([october, november], scope: .whole)
        }
        #expect(rates["q03"] == ResponseRate(ratings: 6, dossiers: 100) && rates["q03"]?.share == 0.06)
        #expect(rates["q07"]?.isMoreThanAll == true && rates["q03"]?.isMoreThanAll == false)
        #expect(rates["q09"] == nil)
        let hers = try await city.store.read { [november] in
            try $0.responseRates([november], scope: Cast.scopeOfHanh)
        }
        #expect(Set(hers.keys) == ["q03"])
        let uncounted = try await city.store.read { [november] in try $0.uncountedDesks(november, scope: .whole) }
        #expect(uncounted == ["q09"])
        #expect(ResponseRate(ratings: 3, dossiers: 0).share == nil)
    }

    @Test("A desk with somebody on duty is silent after five working days without a rating, one without anybody is not")
    func silent() async throws {
        let city = try await Fixture()
        try await city.rate("q03")
        let before = try await city.store.read { try $0.silentDesks(scope: .whole) }
        #expect(before == [SilentDesk(desk: "q07", lastRating: nil)])
        // Friday; the next Friday has four working days since, the Monday after it five, and a whole week is over.
        city.world.advance(days: 7)
        try await city.rate("q07")
        #expect(try await city.store.read { try $0.silentDesks(scope: .whole) }.map(\.desk) == [])
        city.world.advance(days: 3)
        #expect(
            try await city.store.read { try $0.silentDesks(scope: .whole) }
                == [SilentDesk(desk: "q03", lastRating: .on("2026-11-20"))])
        #expect(try await city.store.read { try $0.silentDesks(scope: Cast.scopeOfDung) }.isEmpty)
        // A desk without any dossier has nobody to be rated by.
        #expect(try await count(city, october.next, ["q03": "0"]) == 1)
        #expect(try await city.store.read { try $0.silentDesks(scope: .whole) }.isEmpty)
    }
}
