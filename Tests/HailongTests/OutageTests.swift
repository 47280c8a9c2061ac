import Feedback
import Foundation
import Logging
import Mail
import TestSupport
import Testing

@testable import Hailong

/// A day without a mail server, lived in seconds: the clock is told, the mail server is real (on loopback), the mails go
/// through libcurl.
@Suite struct OutageTests {
    private static let alerts = 5_000

    @Test("A mail server that is down for a day, then greylists, resets and answers 421, gets every alert once")
    func aDayWithoutMail() async throws {
        var configuration = KioskConfiguration.longKhanh
        configuration.alerts.digest = AlertPolicy.Digest(after: 1_000_000, minutes: 10)
        for index in configuration.alerts.categories.indices {
            configuration.alerts.categories[index].recipients = [.head]
        }
        let city = try await Fixture(configuration)
        let sink = try SMTPSink()
        let mailer = try SMTPMailer(url: sink.url)
        defer { mailer.close() }
        let worker = MailWorker(
            store: city.store, mailer: mailer,
            from: MailAddress(name: "Hài Lòng", address: "hailong@longkhanh.example"),
            baseURL: "http://127.0.0.1", world: city.world,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })

        sink.goDown()
        var attempts = 0
        for minute in 0..<1_440 {
            let due = Self.alerts * (minute + 1) / 1_440
            for number in (Self.alerts * minute / 1_440)..<due {
                try await city.rate("q03", level: .veryDissatisfied, phone: Fixture.phone(number))
            }
            while try await worker.deliverNext() { attempts += 1 }
            city.world.advance(minutes: 1)
        }
        let state = try await city.store.read { try $0.outboxState() }
        let mails = state.waiting
        #expect(mails >= Self.alerts, "each alert has its mail")
        #expect(state.lastError != nil, "a failing mail server is never silence")
        // One mail asks for all: the queue does not hammer a server that is away.
        #expect(attempts <= 1_440 + 1)

        try sink.comeUp()
        sink.greylist()
        var dice = Dice()
        let troubled = Set((0..<400).map { _ in Int.random(in: 1...Self.alerts, using: &dice) })
        sink.script { moment in
            switch moment {
            case .connection(let number): number % 40 == 7 ? .busy : nil
            case .message(let number, _):
                troubled.contains(number) ? (number.isMultiple(of: 2) ? .resetMidData : .resetAfterDot) : nil
            }
        }
        var minutes = 0
        while try await city.store.read({ try $0.outboxState().waiting }) > 0, minutes < 24 * 60 {
            while try await worker.deliverNext() {}
            city.world.advance(minutes: 1)
            minutes += 1
        }
        let after = try await city.store.read { try $0.outboxState() }
        #expect(after.waiting == 0 && after.gaveUp == 0)
        #expect(sink.messageIDs.count == mails, "all delivered")
        #expect(Set(sink.messageIDs).count == mails, "none twice")
        print("\(mails) mails about \(Self.alerts) alerts gone \(minutes) simulated minutes after the server came back")
    }
}
