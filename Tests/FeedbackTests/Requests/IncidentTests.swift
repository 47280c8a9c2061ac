import Feedback
import Foundation
import TestSupport
import Testing

@Suite("An incident and its 72 hours")
struct IncidentTests {
    private let facts = IncidentFacts(what: "Tệp in để quên", foundBy: "Chị Chi", data: "Số điện thoại")

    private func open(_ fixture: Fixture, hoursAgo: Double = 0) async throws -> Int64 {
        let at = fixture.now.addingTimeInterval(-3_600 * hoursAgo)
        return try await fixture.store.write(as: .user(1)) { [facts] in
            try $0.openIncident(detectedAt: at, facts: facts)
        }
    }

    private func incident(_ fixture: Fixture, _ id: Int64) async throws -> Incident {
        let found = try await fixture.store.read { try $0.incident(id) }
        return try #require(found)
    }

    @Test("The clock runs from the detection, through the weekend")
    func clock() async throws {
        let fixture = try await Fixture()
        let id = try await open(fixture, hoursAgo: 10)
        let found = try await incident(fixture, id)
        #expect(found.notifyBy == .inVietNam("2026-11-22", 23, 0) && found.mustNotify && found.number == "SC-0001")
        let load = try await fixture.store.read { try $0.dataRequestLoad() }
        #expect(load.incidents == 1 && load.notifyBy == found.notifyBy)
        #expect(try await fixture.journal().last?.kind == "incident.opened")
    }

    @Test("It needs what happened, who found it and when, which is never in the future")
    func wrong() async throws {
        let fixture = try await Fixture()
        let soon = fixture.now.addingTimeInterval(60)
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .user(1)) {
                try $0.openIncident(detectedAt: soon, facts: IncidentFacts(what: "", foundBy: ""))
            }
        }
        guard case .invalid(let problems) = refusal else { return #expect(Bool(false)) }
        #expect(problems.problems.map(\.field) == ["what", "foundBy", "detectedAt"])
        #expect(try await fixture.store.read { try $0.incidents() }.isEmpty)
    }

    @Test("Telling the authority stops the clock; ending it before is refused")
    func told() async throws {
        let fixture = try await Fixture()
        let id = try await open(fixture, hoursAgo: 5)
        await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .user(1)) {
                try $0.addIncidentStep(.closed, to: id, happenedAt: nil, text: "Xong.")
            }
        }
        let told = fixture.now.addingTimeInterval(-3_600)
        try await fixture.store.write(as: .user(1)) {
            try $0.addIncidentStep(.notifiedAuthority, to: id, happenedAt: told, text: "A05, công văn 12")
        }
        let found = try await incident(fixture, id)
        #expect(found.notifiedAt == told && !found.mustNotify && found.isOpen)
        try await fixture.store.write(as: .user(1)) {
            try $0.addIncidentStep(.closed, to: id, happenedAt: nil, text: "Đã thu hồi tệp.")
        }
        #expect(!(try await incident(fixture, id).isOpen))
        await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .user(1)) {
                try $0.addIncidentStep(.noted, to: id, happenedAt: nil, text: "Thêm")
            }
        }
        let kinds = try await fixture.store.read { try $0.incidentSteps(of: id) }.map(\.kind)
        #expect(kinds == [.opened, .notifiedAuthority, .closed])
    }

    @Test("A step needs words, and a moment between the detection and now")
    func steps() async throws {
        let fixture = try await Fixture()
        let id = try await open(fixture)
        for (moment, text) in [(0.0, ""), (-60, "Gọi"), (60, "Gọi")] {
            let at = fixture.now.addingTimeInterval(moment)
            await #expect(throws: Refusal.self) {
                try await fixture.store.write(as: .user(1)) {
                    try $0.addIncidentStep(.noted, to: id, happenedAt: at, text: text)
                }
            }
        }
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.write(as: .user(1)) {
                try $0.addIncidentStep(.noted, to: 99, happenedAt: nil, text: "Gọi")
            }
        }
    }

    @Test("No notice is needed when somebody says why; what is known changes, and what was believed is kept")
    func described() async throws {
        let fixture = try await Fixture()
        let id = try await open(fixture)
        var better = facts
        better.people = "12 người"
        try await fixture.store.write(as: .user(1)) { [better] tx in
            try tx.describeIncident(id, as: better)
            try tx.describeIncident(id, as: better)
            try tx.addIncidentStep(.noNotice, to: id, happenedAt: nil, text: "Tệp đã mã hóa, chưa ai mở.")
        }
        let found = try await incident(fixture, id)
        #expect(found.facts == better && !found.mustNotify && found.isOpen)
        #expect(try await fixture.journal().filter { $0.kind == "incident.changed" }.count == 1)
    }

    @Test("Who looked at what between two moments, and taking that out is itself a line")
    func access() async throws {
        let fixture = try await Fixture()
        _ = try await fixture.store.write(as: .system) { try $0.invite(name: "Chi", email: "chi@a.vn", grants: []) }
        let from = fixture.now
        _ = try await fixture.store.write(as: .user(1)) { try $0.signIn(1) }
        try await fixture.rate()
        fixture.world.advance(hours: 1)
        let to = fixture.now
        _ = try await fixture.store.write(as: .user(1)) { try $0.signIn(1) }
        let log = try await fixture.store.read { try $0.accessLog(from: from, to: to) }
        #expect(log.entries.map(\.kind) == ["user.signed-in"] && log.names == ["user:1": "Chi"])
        let taken = try await fixture.store.write(as: .user(1)) { try $0.exportAccessLog(from: from, to: to) }
        #expect(taken.entries == log.entries)
        let line = try #require(try await fixture.journal().last)
        #expect(line.kind == "access-log.exported" && line.details == "from=2026-11-20 to=2026-11-20 lines=1")
    }
}
