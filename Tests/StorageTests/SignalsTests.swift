import Feedback
import TestSupport
import Testing

@testable import Storage

@Suite("Those who wait are told after the commit")
struct SignalsTests {
    @Test("Every listener hears, and what nobody read yet is merged")
    func merged() async throws {
        let fixture = try await Fixture()
        var first = fixture.store.signals().makeAsyncIterator()
        var second = fixture.store.signals().makeAsyncIterator()
        try await fixture.rate(level: .dissatisfied)
        try await fixture.rate("q07")
        try await fixture.store.write(as: .user(1)) { _ = try $0.rotateCode(of: "q03") }
        #expect(await first.next() == [.entry, .mail, .directory])
        try await fixture.rate("q07", phone: Cast.tuan.phone)
        #expect(await first.next() == [.entry])
        #expect(await second.next() == [.entry, .mail, .directory])
    }

    @Test("Whoever waits already is woken")
    func woken() async throws {
        let fixture = try await Fixture()
        let stream = fixture.store.signals()
        let listener = Task {
            for await signals in stream { return signals }; return []
        }
        try await Task.sleep(for: .milliseconds(20))
        try await fixture.rate()
        #expect(await listener.value == [.entry])
    }

    @Test("A listener that left, or never listened, leaves nothing behind")
    func left() async throws {
        let hub = Signals()
        _ = hub.stream()
        do {
            var iterator = hub.stream().makeAsyncIterator()
            hub.send([.mail])
            #expect(await iterator.next() == [.mail])
        }
        #expect(hub.count == 0)
        let stream = hub.stream()
        let listener = Task { for await _ in stream {} }
        try await Task.sleep(for: .milliseconds(20))
        listener.cancel()
        await listener.value
        #expect(hub.count == 1)
        withExtendedLifetime(stream) {}
    }
}
