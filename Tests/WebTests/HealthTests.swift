import Feedback
import Foundation
import HTTPTypes
import Metrics
import Synchronization
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
    func counts() throws {
        let board = CountingFactory()
        let counts = RequestCounts(board)
        for _ in 0..<3 { counts.count("/q/{code}", .ok) }
        counts.count("/q/{code}", .unprocessableContent)
        counts.count(nil, .notFound)
        #expect(
            board.counted == [
                "http_requests /q/{code} 2xx": 3, "http_requests /q/{code} 4xx": 1, "http_requests none 4xx": 1,
            ])
    }

    @Test("The office's style and script are part of the program", arguments: ["office.css", "office.js"])
    func assets(_ name: String) async throws {
        let answer = try await Site().get("/assets/\(name)")
        #expect(answer.status == 200)
        #expect(answer.text.count > 200)
        #expect(answer.headers[.contentType]?.hasPrefix("text/") == true)
    }
}

/// Counts in memory.
private final class CountingFactory: MetricsFactory {
    private let counts = Mutex<[String: Int64]>([:])

    var counted: [String: Int64] { counts.withLock { $0 } }

    private final class One: CounterHandler {
        let add: @Sendable (Int64) -> Void

        init(add: @escaping @Sendable (Int64) -> Void) { self.add = add }

        func increment(by amount: Int64) { add(amount) }
        func reset() {}
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        let name = ([label] + dimensions.map(\.1)).joined(separator: " ")
        return One { amount in self.counts.withLock { $0[name, default: 0] += amount } }
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        NOOPMetricsHandler.instance
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { NOOPMetricsHandler.instance }
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}
}
