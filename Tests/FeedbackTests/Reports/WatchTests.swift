import Feedback
import TestSupport
import Testing

@Suite("The statistical watch")
struct WatchTests {
    /// Takes what has come, as the duty does.
    private func watch(_ city: Fixture, batch: Int = 1_000) async throws {
        while let advance = try await city.store.read({ try $0.watchAdvance(limit: batch) }) {
            #expect(try await city.store.write(as: .system) { try $0.take(advance) })
        }
    }

    private func alarms(_ city: Fixture, _ filter: AlarmFilter = AlarmFilter(scope: .whole)) async throws -> [Alarm] {
        try await city.store.read { try $0.alarms(filter, limit: 100) }
    }

    /// So many people rate desk 3, where Minh sits, from phone `first` on.
    private func rate(_ city: Fixture, _ levels: [Int], from first: Int = 0, at desk: ID<Desk> = "q03") async throws {
        for (index, level) in levels.enumerated() {
            try await city.rate(desk, answers: ["LK5": level], phone: Fixture.phone(first + index))
        }
    }

    @Test("Four bad ratings among few raise an alarm for the desk and for whoever sat there, with its dates")
    func raised() async throws {
        let city = try await Fixture()
        try await rate(city, [5, 5, 4, 3, 5])
        city.world.advance(days: 3)
        try await rate(city, [1, 5, 2, 1, 2, 4], from: 10)
        try await watch(city)
        let alarms = try await alarms(city)
        #expect(Set(alarms.map(\.subject)) == [.desk("q03"), .official("minh")])
        for alarm in alarms {
            #expect(alarm.firstDay == .on("2026-11-23") && alarm.lastDay == .on("2026-11-23"))
            #expect(alarm.n == 5 && alarm.negatives == 4 && alarm.isOpen && alarm.unit == "tu-phap")
        }
        let lines = try await city.journal().filter { $0.kind == "alarm.raised" }
        #expect(lines.map(\.details).sorted() == ["desk=q03", "official=minh"])
        // The alerts of the single ratings are as they were.
        #expect(try await city.alerts().count == 4)
        try await watch(city)
        #expect(try await self.alarms(city).count == 2)
    }

    @Test("Rating by rating or all at once is the same; level 3 and a blank are not dissatisfied")
    func batches() async throws {
        var seen: [[Alarm]] = []
        for batch in [1, 3, 1_000] {
            let city = try await Fixture()
            try await rate(city, [3, 1, 3, 2, 5, 1, 3, 2, 1, 2, 1, 1])
            try await city.rate(answers: ["LK1": 1], phone: Fixture.phone(77))
            try await watch(city, batch: batch)
            seen.append(try await alarms(city))
        }
        #expect(seen[0] == seen[1] && seen[1] == seen[2] && !seen[0].isEmpty)
    }

    @Test("A rating that was replaced on the same day does not count twice")
    func replaced() async throws {
        let city = try await Fixture()
        try await rate(city, [1, 1, 1])
        try await watch(city)
        // The third person thinks again: three bad ratings stay three.
        try await rate(city, [1], from: 2)
        try await watch(city)
        #expect(try await alarms(city).isEmpty)
        try await rate(city, [1], from: 3)
        try await watch(city)
        #expect(try await alarms(city).map(\.negatives) == [4, 4])
    }

    @Test("When the ratings were somebody else's, the alarm is withdrawn and whoever really sat there is looked at")
    func corrected() async throws {
        let city = try await Fixture()
        try await rate(city, [1, 1, 2, 1])
        try await watch(city)
        #expect(try await alarms(city, AlarmFilter(scope: .whole, subject: .official("minh"))).first?.isOpen == true)
        let wish = DutyCorrection(
            desk: "q03", day: city.today, half: nil, was: "minh", is: "thao", reason: .lateEntry, note: "")
        let id = try await city.store.write(as: .system) { try $0.correct(wish, scope: .whole) }
        try await watch(city)
        let minh = try await alarms(city, AlarmFilter(scope: .whole, subject: .official("minh")))
        let thao = try await alarms(city, AlarmFilter(scope: .whole, subject: .official("thao")))
        #expect(minh.count == 1 && minh.first?.isWithdrawn == true)
        #expect(thao.count == 1 && thao.first?.isOpen == true && thao.first?.unit == "dat-dai")
        // The desk is the same desk.
        #expect(try await alarms(city, AlarmFilter(scope: .whole, subject: .desk("q03"))).map(\.isWithdrawn) == [false])
        try await city.store.write(as: .system) { try $0.undoCorrection(id, scope: .whole) }
        try await watch(city)
        let again = try await alarms(city, AlarmFilter(scope: .whole, subject: .official("minh")))
        #expect(again.map(\.isWithdrawn).sorted { $0 && !$1 } == [true, false])
    }

    @Test("A step that was worked out before a correction is not taken after it")
    func overtaken() async throws {
        let city = try await Fixture()
        try await rate(city, [1, 1])
        try await watch(city)
        try await rate(city, [1], from: 5)
        let old = try #require(try await city.store.read { try $0.watchAdvance(limit: 10) })
        let wish = DutyCorrection(
            desk: "q03", day: city.today, half: nil, was: "minh", is: "thao", reason: .lateEntry, note: "")
        _ = try await city.store.write(as: .system) { try $0.correct(wish, scope: .whole) }
        #expect(try await !city.store.write(as: .system) { try $0.take(old) })
    }

    @Test("Chị Hạnh sees the alarms of her unit and writes down what she found; anh Dũng finds none of them")
    func acknowledged() async throws {
        let city = try await Fixture()
        try await rate(city, [1, 1, 1, 1])
        try await watch(city)
        let hers = try await alarms(city, AlarmFilter(scope: Cast.scopeOfHanh, onlyOpen: true))
        #expect(hers.count == 2)
        #expect(try await alarms(city, AlarmFilter(scope: Cast.scopeOfDung)).isEmpty)
        let id = try #require(hers.first?.id)
        await #expect(throws: Refusal.notFound) {
            try await city.store.write(as: .system) {
                try $0.acknowledgeAlarm(id, note: "Đã xem", scope: Cast.scopeOfDung)
            }
        }
        await #expect(throws: Refusal.self) {
            try await city.store.write(as: .system) { try $0.acknowledgeAlarm(id, note: "  ", scope: .whole) }
        }
        try await city.store.write(as: .system) {
            try $0.acknowledgeAlarm(id, note: "Máy in hỏng hai ngày", scope: Cast.scopeOfHanh)
        }
        let known = try await city.store.read { try $0.alarm(id, scope: Cast.scopeOfHanh) }
        #expect(known?.steps.map(\.note) == ["Máy in hỏng hai ngày"])
        #expect(try await city.store.read { try $0.freshAlarms(scope: .whole) }.count == 1)
        #expect(try await city.journal().allSatisfy { !$0.details.contains("Máy in") })
        city.world.advance(days: 120)
        #expect(try await city.store.read { try $0.freshAlarms(scope: .whole) }.isEmpty)
    }
}
