import Feedback
import Foundation
import TestSupport
import Testing

@Suite("A mail in the outbox")
struct DeliverMailTests {
    /// A store with one bad rating told to home affairs alone: one mail.
    private func fixture() async throws -> Fixture {
        let fixture = try await Fixture()
        try await fixture.rate(reasons: [.unofficialPayment])
        return fixture
    }

    private func claim(_ fixture: Fixture) async throws -> OutboxMail? {
        try await fixture.store.write(as: .system) { try $0.claimNextMail() }
    }

    @Test("waits two minutes after the first failure, then twice as long each time, an hour at most")
    func pauses() async throws {
        #expect(
            [1, 2, 3, 4, 5, 6, 7, 60].map { RetryRule.pause(afterAttempts: $0) / 60 } == [2, 4, 8, 16, 32, 60, 60, 60])
        #expect([-1, 0].map { RetryRule.pause(afterAttempts: $0) / 60 } == [1, 1])
        let fixture = try await fixture()
        for (attempt, minutes) in [2.0, 4, 8, 16, 32, 60, 60].enumerated() {
            let mail = try #require(try await claim(fixture))
            #expect(mail.attempts == attempt + 1)
            try await fixture.store.write(as: .system) {
                try $0.mailFailed(mail, .thisTime, because: "421 đang bận")
            }
            fixture.world.advance(minutes: minutes, hours: 0)
            fixture.world.advance(seconds: -1)
            #expect(try await claim(fixture) == nil)
            fixture.world.advance(seconds: 1)
        }
    }

    @Test("is sent once, and the journal says so")
    func sent() async throws {
        let fixture = try await fixture()
        let mail = try #require(try await claim(fixture))
        #expect(try await claim(fixture) == nil)
        try await fixture.store.write(as: .system) { try $0.mailAccepted(mail) }
        fixture.world.advance(days: 3)
        #expect(try await claim(fixture) == nil)
        let state = try await fixture.store.read { try $0.outboxState() }
        #expect(state == OutboxState(lastSent: .fridayMorning))
        #expect(try await fixture.journal().last?.kind == "mail.sent")
    }

    @Test("is given up visibly when the patience of three days ends, or at once when the failure is final")
    func givenUp() async throws {
        let fixture = try await fixture()
        var attempts = 0
        while let mail = try await claim(fixture) {
            attempts += 1
            try await fixture.store.write(as: .system) { try $0.mailFailed(mail, .thisTime, because: "không kết nối") }
            guard let due = try await fixture.store.read({ try $0.nextMailDue() }) else { break }
            fixture.world.set(due)
        }
        #expect((70...80).contains(attempts), "\(attempts)")
        #expect(fixture.now.timeIntervalSince(.fridayMorning) > RetryRule.patience)
        #expect(try await fixture.store.read { try $0.outboxState() }.gaveUp == 1)
        #expect(try await fixture.journal().last?.kind == "mail.given-up")

        let other = try await self.fixture()
        let mail = try #require(try await claim(other))
        try await other.store.write(as: .system) {
            try $0.mailFailed(mail, .final, because: String(repeating: "x", count: 5_000))
        }
        let kept = try await other.store.read { try $0.mails(aboutAlert: 1) }
        #expect(kept.first?.gaveUpAt == other.now && kept.first?.lastError?.count == 300)
        #expect(try await claim(other) == nil)
    }

    @Test("whose sender died is taken again when the lease ends, with the same Message-ID")
    func lease() async throws {
        let fixture = try await fixture()
        let first = try #require(try await claim(fixture))
        #expect(
            try await fixture.store.read { try $0.nextMailDue() } == fixture.now.addingTimeInterval(RetryRule.lease))
        fixture.world.advance(seconds: RetryRule.lease - 1)
        #expect(try await claim(fixture) == nil)
        fixture.world.advance(seconds: 1)
        let second = try #require(try await claim(fixture))
        #expect(second.messageID == first.messageID && second.attempts == 2)
        try await fixture.store.write(as: .system) { try $0.releaseClaims() }
        #expect(try await claim(fixture)?.attempts == 3)
    }

    @Test("goes newest first, and fresh ones before those that failed")
    func order() async throws {
        let fixture = try await Fixture()
        for index in 0..<3 {
            try await fixture.rate("q03", phone: Fixture.phone(400 + index), reasons: [.unofficialPayment])
        }
        let newest = try #require(try await claim(fixture))
        #expect(newest.id == 3)
        try await fixture.store.write(as: .system) { try $0.mailFailed(newest, .thisTime, because: "421") }
        fixture.world.advance(hours: 1)
        #expect(try await claim(fixture)?.id == 2)
        #expect(try await claim(fixture)?.id == 1)
        #expect(try await claim(fixture)?.id == 3)
    }

    @Test("waits with all others while the server is away: one knocks each minute, and the rest follows it in")
    func serverAway() async throws {
        let fixture = try await Fixture()
        for index in 0..<9 {
            let desk = (["q03", "q07", "q09"] as [ID<Desk>])[index % 3]
            try await fixture.rate(desk, phone: Fixture.phone(400 + index), reasons: [.unofficialPayment])
        }
        for _ in 0..<30 {
            var knocks = 0
            while let mail = try await claim(fixture) {
                knocks += 1
                try await fixture.store.write(as: .system) {
                    try $0.mailFailed(mail, .serverAway, because: "không kết nối")
                }
            }
            #expect(knocks == 1)
            fixture.world.advance(seconds: RetryRule.serverPause)
        }
        #expect(try await fixture.store.read { try $0.outboxState() }.lastError == "không kết nối")
        var sent = 0
        while let mail = try await claim(fixture) {
            sent += 1
            try await fixture.store.write(as: .system) { try $0.mailAccepted(mail) }
        }
        #expect(sent == 9)
    }

    @Test("that waits is told to those who look after the machine")
    func state() async throws {
        let fixture = try await fixture()
        let state = try await fixture.store.read { try $0.outboxState() }
        #expect(state.waiting == 1 && state.oldestUnsent == .fridayMorning && state.lastSent == nil)
    }

    @Test("A day without a mail server loses nothing, doubles nothing and holds up nothing fresh")
    func outage() async throws {
        let fixture = try await Fixture()
        var dice = Dice()
        for index in 0..<300 {
            let desk = dice.one(of: ["q03", "q07"] as [ID<Desk>]) ?? "q03"
            try await fixture.rate(desk, level: .dissatisfied, phone: Fixture.phone(2_000 + index))
            fixture.world.advance(minutes: Double(dice.number(0...9)))
            while let mail = try await claim(fixture) {
                try await fixture.store.write(as: .system) { try $0.mailFailed(mail, .serverAway, because: "timeout") }
            }
        }
        // At a desk that was quiet, so this one is no digest.
        try await fixture.rate("q09", level: .dissatisfied, phone: Fixture.phone(2_900))
        var sent: [OutboxMail] = []
        let end = fixture.now.addingTimeInterval(20 * 60)
        while fixture.now < end {
            while let mail = try await claim(fixture) {
                sent.append(mail)
                try await fixture.store.write(as: .system) { try $0.mailAccepted(mail) }
            }
            fixture.world.advance(minutes: 1)
        }
        #expect(sent.first?.desk == "q09")
        #expect(Set(sent.map(\.messageID)).count == sent.count)
        #expect(try await fixture.store.read { try $0.outboxState() }.waiting == 0)
        let mine = sent.filter { $0.recipient.address == Cast.phuc.email }
        let told = try await fixture.store.read { tx in try mine.flatMap { try tx.alerts(inMail: $0.id) }.map(\.id) }
        #expect(told.sorted() == Array(1...301))
    }
}
