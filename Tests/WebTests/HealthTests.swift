import Feedback
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// What an operator and a proxy ask.
struct HealthTests {
    @Test("Health tells of database, disk and mail, and goes bad when mail does not go")
    func health() async throws {
        let site = try await Site()
        let well = try await site.get("/healthz")
        #expect(well.status == 200)
        let keys = try #require(try JSONSerialization.jsonObject(with: Data(well.text.utf8)) as? [String: Any])
        #expect(Set(keys.keys).isSuperset(of: ["database", "disk", "oldestUnsentMailSeconds", "lastMailAccepted"]))
        _ = try await site.fixture.rate(level: .veryDissatisfied)
        site.fixture.world.advance(minutes: 16)
        let ill = try await site.get("/healthz")
        #expect(ill.status == 503)
        #expect(ill.text.contains("\"mail\""))
        #expect(try await site.get("/readyz").status == 200)
    }

    @Test("The office says in red what is wrong with mail")
    func notices() {
        let now = Date.fridayMorning
        func lines(_ state: OutboxState, _ isConfigured: Bool) -> [String] {
            Notices.lines(state, mailIsConfigured: isConfigured, now: now)
        }
        #expect(lines(OutboxState(), true).isEmpty)
        #expect(lines(OutboxState(), false).count == 1)
        #expect(lines(OutboxState(waiting: 2, oldestUnsent: now - 60), true).isEmpty)
        #expect(lines(OutboxState(waiting: 2, oldestUnsent: now - 600), true).first?.contains("10 phút") == true)
        #expect(lines(OutboxState(gaveUp: 1), true).count == 1)
    }

    @Test("Requests are counted by route and class of status, never by address")
    func counts() async throws {
        let site = try await Site()
        #expect(try await site.get("/metrics").headers[.contentType]?.hasPrefix("text/plain") == true)
    }
}
