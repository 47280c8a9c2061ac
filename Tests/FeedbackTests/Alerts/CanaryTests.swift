import Feedback
import Foundation
import TestSupport
import Testing

@Suite("The daily canary")
struct CanaryTests {
    private let mailbox = MailAddress(name: "Hài Lòng", address: "hailong@longkhanh.example")

    private func fixture(at now: Date = .inVietNam("2026-11-20", 7, 15)) async throws -> Fixture {
        let fixture = try await Fixture(at: now)
        _ = try await fixture.store.write(as: .system) {
            try $0.insertUser(
                User(
                    id: 0, name: "Quản trị", email: "quantri@longkhanh.example", grants: [Grant(role: .administrator)]))
        }
        return fixture
    }

    private func send(_ fixture: Fixture) async throws {
        try await fixture.store.write(as: .system) { [mailbox] in try $0.sendCanary(to: mailbox) }
    }

    private func state(_ fixture: Fixture) async throws -> CanaryState {
        try await fixture.store.read { try $0.canaryState() }
    }

    private func deliver(_ fixture: Fixture) async throws -> [OutboxMail] {
        var sent: [OutboxMail] = []
        while let mail = try await fixture.store.write(as: .system, { try $0.claimNextMail() }) {
            try await fixture.store.write(as: .system) { try $0.mailAccepted(mail) }
            sent.append(mail)
        }
        return sent
    }

    @Test("takes the way of alerts once a day, with a Message-ID that is kept, and arrives when it is accepted")
    func arrives() async throws {
        let fixture = try await fixture()
        #expect(try await state(fixture) == .quiet)
        for _ in 0..<3 { try await send(fixture) }
        #expect(try await state(fixture) == .underWay(since: fixture.now))
        let flight = try #require(try await fixture.store.read { try $0.lastCanary() })
        fixture.world.advance(seconds: 3)
        let sent = try await deliver(fixture)
        #expect(sent.map(\.kind) == [.canary] && sent.map(\.messageID) == [flight.messageID])
        #expect(sent.first?.recipient == mailbox)
        #expect(try await state(fixture) == .arrived(fixture.now))
        fixture.world.advance(hours: 20)
        #expect(try await state(fixture) == .arrived(.inVietNam("2026-11-20", 7, 15, 3)))
        let kinds = try await fixture.journal().map(\.kind)
        #expect(kinds.filter { $0.hasPrefix("canary") } == ["canary.sent", "canary.arrived"])
    }

    @Test("is no rating, no case and in no figure")
    func isNothing() async throws {
        let fixture = try await fixture()
        try await send(fixture)
        _ = try await deliver(fixture)
        #expect(try await fixture.ratings().isEmpty)
        #expect(try await fixture.alerts().isEmpty)
        #expect(try await fixture.counts() == Counts())
        #expect(try await fixture.store.read { try $0.nextEscalationDue() } == nil)
    }

    @Test("that does not arrive is told once to the administrators; the next that arrives ends it")
    func lostAndFound() async throws {
        let fixture = try await fixture()
        try await send(fixture)
        fixture.world.advance(minutes: 10)
        #expect(try await state(fixture) == .underWay(since: .inVietNam("2026-11-20", 7, 15)))
        fixture.world.advance(seconds: 1)
        #expect(try await state(fixture) == .lost(since: .inVietNam("2026-11-20", 7, 15)))
        for _ in 0..<3 { try await fixture.store.write(as: .system) { try $0.reportLostCanary() } }
        fixture.world.advance(hours: 1)
        let late = try await deliver(fixture)
        #expect(late.map(\.kind) == [.notice(.canaryLost, about: nil), .canary])
        #expect(late.first?.recipient.address == "quantri@longkhanh.example")
        #expect(try await state(fixture) == .arrived(fixture.now))
        let lines = try await fixture.journal().filter { $0.kind.hasPrefix("canary") }
        #expect(lines.map(\.kind) == ["canary.sent", "canary.lost", "canary.arrived"])
        #expect(lines.last?.details == "late")

        fixture.world.set(.inVietNam("2026-11-23", 7, 15))
        try await send(fixture)
        #expect(try await state(fixture) == .underWay(since: fixture.now))
        _ = try await deliver(fixture)
        #expect(try await state(fixture) == .arrived(fixture.now))
    }

    @Test("that was not even sent is missed too: whoever sends it has stopped")
    func notSent() async throws {
        let fixture = try await fixture()
        try await send(fixture)
        _ = try await deliver(fixture)
        fixture.world.set(.inVietNam("2026-11-23", 7, 25))
        #expect(try await state(fixture) == .arrived(.inVietNam("2026-11-20", 7, 15)))
        fixture.world.advance(seconds: 1)
        #expect(try await state(fixture) == .lost(since: .inVietNam("2026-11-23", 7, 15)))
    }

    @Test("flies on working days at its time; the first waits for it, a missed one is made up for at once")
    func schedule() async throws {
        let fixture = try await fixture(at: .inVietNam("2026-11-20", 8, 0))
        let started = fixture.now
        func next() async throws -> Date {
            try await fixture.store.read { try $0.nextCanary(watchedSince: started) }
        }
        #expect(try await next() == .inVietNam("2026-11-23", 7, 15))
        fixture.world.set(.inVietNam("2026-11-23", 7, 15))
        #expect(try await next() == fixture.now)
        try await send(fixture)
        #expect(try await next() == .inVietNam("2026-11-24", 7, 15))
        fixture.world.set(.inVietNam("2026-11-26", 21, 0))
        #expect(try await next() == .inVietNam("2026-11-26", 7, 15))
        try await send(fixture)
        #expect(try await next() == .inVietNam("2026-11-27", 7, 15))
    }

    @Test("fails where no bad rating would raise an alert any more")
    func noCategory() async throws {
        var configuration = KioskConfiguration.longKhanh
        configuration.alerts.categories = []
        let fixture = try await Fixture(configuration, at: .inVietNam("2026-11-20", 7, 15))
        try await send(fixture)
        #expect(try await deliver(fixture).isEmpty)
        fixture.world.advance(minutes: 11)
        #expect(try await state(fixture) == .lost(since: .inVietNam("2026-11-20", 7, 15)))
    }

    @Test("can be switched off")
    func off() async throws {
        let fixture = try await fixture()
        try await send(fixture)
        fixture.world.advance(hours: 5)
        var configuration = KioskConfiguration.longKhanh
        configuration.alerts.canary.isEnabled = false
        try await fixture.store.write(as: .system) { [configuration] in try $0.apply(configuration) }
        #expect(try await state(fixture) == .quiet)
    }
}
