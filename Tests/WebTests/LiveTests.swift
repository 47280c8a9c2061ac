import Feedback
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded
import TestSupport
import Testing

@testable import Web

/// The stream of events behind the live page.
struct LiveTests {
    /// Collects frames until it has enough, then lets go.
    private static func frames(
        _ count: Int, _ site: Site, as staff: Staff, after: Int64?,
        while act: @escaping @Sendable () async throws -> Void
    ) async throws -> [String] {
        let door = StaffDoor(
            sessions: site.website.sessions, store: site.fixture.store, notices: site.website.notices,
            settings: site.website.settings)
        var fields = HTTPFields()
        for (name, value) in staff.headers { HTTPField.Name(name).map { fields[$0] = value } }
        let request = Request(
            head: HTTPRequest(method: .get, scheme: "http", authority: "a", path: "/", headerFields: fields),
            body: RequestBody(buffer: ByteBuffer()))
        let context = PublicContext(source: .init(channel: NIOAsyncTestingChannel(), logger: Site.silent))
        let stream = LiveStream(
            beats: try site.website.live.subscribe(
                try await door.context(request, context, for: .readRatings).scope),
            staff: try await door.context(request, context, for: .readRatings), store: site.fixture.store,
            sessions: site.website.sessions, lastSeen: after)
        let (written, frames) = AsyncStream.makeStream(of: String.self)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await site.website.live.run() }
            group.addTask {
                var writer: any ResponseBodyWriter = Collector(frames: frames)
                try await stream.write(to: &writer)
            }
            var got: [String] = []
            // The feed notes where the journal ends before it listens; act only when it does.
            while !site.website.live.isFollowing { try await Task.sleep(for: .milliseconds(5)) }
            try await act()
            // A machine that has much to do may send a heartbeat between.
            for await frame in written where !frame.hasPrefix("event: beat") {
                got.append(frame)
                if got.count == count { break }
            }
            group.cancelAll()
            return got
        }
    }

    @Test("A bad rating is on the page of those it concerns at once, and on nobody else's", .timeLimit(.minutes(1)))
    func arrives() async throws {
        let site = try await Site()
        let frames = try await Self.frames(2, site, as: try await site.staff(.head, over: "dat-dai"), after: nil) {
            _ = try await site.fixture.rate("q03", level: .veryDissatisfied)
            _ = try await site.fixture.rate("q07", level: .satisfied)
            _ = try await site.fixture.rate("q07", level: .veryDissatisfied, phone: Cast.tuan.phone)
        }
        #expect(frames[0] == "retry: 2000\n: xin chào\n\n")
        #expect(frames[1].contains("event: card\n"))
        #expect(frames[1].contains("Quầy 7"))
        #expect(frames[1].hasSuffix("\n\n"))
        #expect(frames[1].split(separator: "\n").dropFirst(2).allSatisfy { $0.hasPrefix("data: ") })
    }

    @Test("After a gap everything comes that was missed, once and in order", .timeLimit(.minutes(1)))
    func replay() async throws {
        let site = try await Site()
        _ = try await site.fixture.rate("q03", level: .veryDissatisfied, phone: Fixture.phone(0))
        let seen = try await site.fixture.store.read { try $0.lastEntryID() }
        for index in 1...3 { _ = try await site.fixture.rate("q03", level: .dissatisfied, phone: Fixture.phone(index)) }
        let frames = try await Self.frames(5, site, as: try await site.staff(.homeAffairs), after: seen) {
            _ = try await site.fixture.rate("q03", level: .dissatisfied, phone: Fixture.phone(4))
        }
        let ids = frames.dropFirst().compactMap { frame in
            frame.split(separator: "\n").first.flatMap { Int64($0.dropFirst("id: ".count)) }
        }
        #expect(ids.count == 4)
        #expect(ids == Array(Set(ids)).sorted())
        #expect(ids.allSatisfy { $0 > seen })
    }

    @Test("Who knows a line that is not in this journal is told to load the page again", .timeLimit(.minutes(1)))
    func resync() async throws {
        let site = try await Site()
        let frames = try await Self.frames(2, site, as: try await site.staff(.homeAffairs), after: 1_000_000) {}
        #expect(frames[1] == "event: resync\ndata:\n\n")
    }

    @Test("A reader who does not read is let go, and there is a last seat")
    func bounds() async throws {
        let site = try await Site(change: { $0.limits.streams = 2 })
        let feed = site.website.live
        let one = try feed.subscribe(.whole), two = try feed.subscribe(.whole)
        #expect(throws: Refusal.busy(retryAfter: 30)) { try feed.subscribe(.whole) }
        withExtendedLifetime((one, two)) { #expect(feed.readerCount == 2) }
    }

}

private struct Collector: ResponseBodyWriter {
    let frames: AsyncStream<String>.Continuation

    mutating func write(_ buffer: ByteBuffer) async throws { frames.yield(String(buffer: buffer)) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws { frames.finish() }
}
