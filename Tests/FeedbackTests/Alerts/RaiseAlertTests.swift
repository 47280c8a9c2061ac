import Feedback
import Foundation
import TestSupport
import Testing

@Suite("A bad rating becomes a case")
struct RaiseAlertTests {
    private func recipients(_ fixture: Fixture, of alert: Alert) async throws -> [String] {
        try await fixture.store.read { try $0.mails(aboutAlert: alert.id) }.map(\.recipient.address)
    }

    @Test("Minh's rating reaches chị Hạnh and home affairs, with a deadline, in one transaction")
    func raised() async throws {
        let fixture = try await Fixture()
        let rating = try await fixture.rate(level: .dissatisfied)
        let alert = try #require(try await fixture.store.read { try $0.alert(ofRating: rating.id) })
        #expect(alert.category == "chua-hai-long" && alert.unit == "tu-phap" && alert.desk == "q03")
        #expect(alert.headName == Cast.hanh.name && !alert.bypassesHead && alert.step == .opened && alert.isOpen)
        #expect(alert.raisedAt == fixture.now && alert.dueAt == .inVietNam("2026-11-24", 10, 0))
        #expect(alert.number == "VV-000001")
        #expect(try await recipients(fixture, of: alert) == [Cast.hanh.email, Cast.phuc.email])
        #expect(
            try await fixture.journal().suffix(2).map { "\($0.kind) \($0.subject) \($0.details)" }
                == ["rating.received rating:\(rating.id) ", "alert.raised alert:\(alert.id) rating=\(rating.id)"])
    }

    @Test("A good rating raises nothing")
    func good() async throws {
        let fixture = try await Fixture()
        try await fixture.rate(level: .neutral)
        #expect(try await fixture.alerts().isEmpty)
        #expect(try await fixture.store.read { try $0.outboxState() } == OutboxState())
    }

    @Test("Money goes past the head: only home affairs is told and only they see the case")
    func serious() async throws {
        let fixture = try await Fixture()
        try await fixture.rate(level: .satisfied, reasons: [.unofficialPayment])
        let alert = try #require(try await fixture.alerts().first)
        #expect(alert.bypassesHead && alert.dueAt == .inVietNam("2026-11-23", 9, 30))
        #expect(try await recipients(fixture, of: alert) == [Cast.phuc.email])
        #expect(try await fixture.alerts(scope: Cast.scopeOfHanh).isEmpty)
        #expect(try await fixture.store.read { try $0.openAlerts(scope: Cast.scopeOfHanh).open } == 0)
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.read { try $0.caseFile(alert.id, scope: Cast.scopeOfHanh) }
        }
    }

    @Test("A unit without a head tells the head above it; one person is told once")
    func above() async throws {
        let fixture = try await Fixture()
        try await fixture.rate("q09", level: .dissatisfied)
        let alert = try #require(try await fixture.alerts().first)
        #expect(alert.headName == Cast.tam.name)
        #expect(try await recipients(fixture, of: alert) == [Cast.tam.email, Cast.phuc.email])

        var configuration = KioskConfiguration.longKhanh
        configuration.units[2].head = Cast.phuc
        let same = try await Fixture(configuration)
        try await same.rate(level: .dissatisfied)
        let other = try #require(try await same.alerts().first)
        #expect(try await recipients(same, of: other) == [Cast.phuc.email])
    }

    @Test("It is overdue when its hour has passed")
    func overdue() async throws {
        let fixture = try await Fixture()
        try await fixture.rate(level: .veryDissatisfied)
        fixture.world.set(.inVietNam("2026-11-24", 10, 0))
        #expect(try await fixture.store.read { try $0.openAlerts(scope: .whole).overdue } == 0)
        fixture.world.advance(seconds: 0.001)
        #expect(try await fixture.store.read { try $0.openAlerts(scope: .whole).overdue } == 1)
    }
}
