import Feedback
import Foundation
import Logging
import Mail
import TestSupport
import Testing

@testable import Hailong

/// Days of the office, lived in milliseconds: the clock is told, the mails go to a real mail server on loopback.
@Suite("The rounds of the clock")
struct RoundsTests {
    private static let sender = MailAddress(name: "Hài Lòng", address: "hailong@longkhanh.example")
    private static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func worker(_ city: Fixture, _ mailer: any Mailer) -> MailWorker {
        MailWorker(
            store: city.store, mailer: mailer, from: Self.sender, baseURL: "http://127.0.0.1", world: city.world,
            logger: Self.silent)
    }

    private func rounds(_ city: Fixture, since: Date) -> Rounds {
        Rounds(
            duties: [
                EscalationDuty(store: city.store, world: city.world), DailyDuty(store: city.store, world: city.world),
                CanaryDuty(store: city.store, world: city.world, sender: Self.sender, since: since),
            ], world: city.world, logger: Self.silent)
    }

    @Test("The canary goes through libcurl to the mail server, fails with it, is told, and recovers with it")
    func canary() async throws {
        let city = try await Fixture(at: .inVietNam("2026-11-20", 7, 0))
        _ = try await city.store.write(as: .system) {
            try $0.insertUser(
                User(id: 0, name: "Quản trị", email: "quantri@longkhanh.example", grants: [Grant(role: .administrator)])
            )
        }
        let sink = try SMTPSink()
        let mailer = try SMTPMailer(url: sink.url)
        defer { mailer.close() }
        let (worker, rounds) = (worker(city, mailer), rounds(city, since: city.now))
        func live(minutes: Int) async throws {
            for _ in 0..<minutes {
                _ = await rounds.goRound()
                while try await worker.deliverNext() {}
                city.world.advance(minutes: 1)
            }
        }

        try await live(minutes: 30)
        let flight = try #require(try await city.store.read { try $0.lastCanary() })
        #expect(sink.messageIDs == ["<\(flight.messageID ?? "")@longkhanh.example>"])
        #expect(sink.received.first?.recipients == [Self.sender.address])
        #expect(flight.sentAt == .inVietNam("2026-11-20", 7, 15) && flight.arrivedAt == flight.sentAt)

        // Monday: the server is away from half past six until eight.
        city.world.set(.inVietNam("2026-11-23", 6, 30))
        sink.goDown()
        try await live(minutes: 90)
        #expect(try await city.store.read { try $0.canaryState() } == .lost(since: .inVietNam("2026-11-23", 7, 15)))
        try sink.comeUp()
        try await live(minutes: 70)
        let monday = try #require(try await city.store.read { try $0.lastCanary() })
        #expect(monday.lostAt == .inVietNam("2026-11-23", 7, 26) && monday.arrivedAt != nil)
        #expect(Set(sink.received.flatMap(\.recipients)) == [Self.sender.address, "quantri@longkhanh.example"])
        #expect(sink.received.count == 3)

        city.world.set(.inVietNam("2026-11-24", 7, 10))
        try await live(minutes: 10)
        #expect(try await city.store.read { try $0.canaryState() } == .arrived(.inVietNam("2026-11-24", 7, 15)))
        let kinds = try await city.journal().map(\.kind).filter { $0.hasPrefix("canary") }
        #expect(
            kinds == [
                "canary.sent", "canary.arrived", "canary.sent", "canary.lost", "canary.arrived", "canary.sent",
                "canary.arrived",
            ])
    }

    @Test("A case that nobody looks at from Friday to Monday: each level once, one list in the morning, then quiet")
    func weekend() async throws {
        let city = try await Fixture(at: .inVietNam("2026-11-20", 16, 40))
        let rounds = rounds(city, since: city.now)
        // Friday's list is done with; there was nothing on it.
        _ = await rounds.goRound()
        try await city.rate(level: .veryDissatisfied)
        var told: [String] = []
        let end = Date.inVietNam("2026-11-23", 17, 0)
        while city.now < end {
            let next = await rounds.goRound()
            #expect(next > city.now)
            while let mail = try await city.store.write(as: .system, { try $0.claimNextMail() }) {
                try await city.store.write(as: .system) { try $0.mailAccepted(mail) }
                told.append("\(Self.clock(city.now)) \(mail.kind) \(mail.recipient.address.prefix { $0 != "@" })")
            }
            city.world.set(min(max(next, city.now + 1), city.now + 60))
        }
        #expect(
            told == [
                "20 16:40 alert phuc", "20 16:40 alert hanh", "23 07:15 canary hailong", "23 07:30 daily tam",
                "23 07:30 daily phuc", "23 07:30 daily hanh", "23 07:40 escalation tam", "23 08:10 escalation phuc",
            ])
    }

    private static func clock(_ moment: Date) -> String {
        let minute = Month.localMinute(moment)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(LocalDay(moment).dayNumber) \(two(minute / 60)):\(two(minute % 60))"
    }
}
