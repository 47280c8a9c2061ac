import Feedback
import HTTPTypes
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("The shelf of public figures: each sheet drawn once, and only for what exists")
struct OpenShelfTests {
    private static let now = PublicationStamp(publications: 1, ends: 0)

    /// Counts how often something is drawn.
    private final class Drawn: Sendable {
        private let made = Mutex(0)
        var times: Int { made.withLock { $0 } }

        /// Slow enough for the others to ask meanwhile.
        func draw() async throws -> OpenShelf.Sheet {
            made.withLock { $0 += 1 }
            try await Task.sleep(for: .milliseconds(20))
            return OpenShelf.Sheet(Array("sheet".utf8), fields: HTTPFields())
        }
    }

    @Test("Twenty who ask at once wait for one drawing, and for one reading of the publications")
    func once() async throws {
        let (shelf, drawn, read) = (OpenShelf(), Drawn(), Drawn())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    _ = try await shelf.publications(Self.now) {
                        _ = try await read.draw()
                        return []
                    }
                    _ = try await shelf.sheet("page", Self.now) { try await drawn.draw() }
                }
            }
            try await group.waitForAll()
        }
        #expect(drawn.times == 1 && read.times == 1 && shelf.count == 1)
    }

    @Test("Another mark and another state are drawn anew, in the place of the old")
    func anew() async throws {
        let (shelf, drawn) = (OpenShelf(), Drawn())
        for (mark, stamp, times) in [
            ("1", Self.now, 1), ("2", Self.now, 2), ("2", Self.now, 2), ("2", .init(publications: 2, ends: 1), 3),
        ] {
            _ = try await shelf.sheet("list", mark: mark, stamp) { try await drawn.draw() }
            #expect(drawn.times == times && shelf.count == 1)
        }
    }

    @Test("What could not be drawn is not kept; whoever asks next has it drawn")
    func failed() async throws {
        let (shelf, drawn) = (OpenShelf(), Drawn())
        for _ in 0..<2 {
            await #expect(throws: Refusal.notFound) {
                try await shelf.sheet("page", Self.now) { throw Refusal.notFound }
            }
            await #expect(throws: Refusal.notFound) {
                try await shelf.publications(Self.now) { throw Refusal.notFound }
            }
        }
        #expect(shelf.count == 0)
        _ = try await shelf.sheet("page", Self.now) { try await drawn.draw() }
        #expect(try await shelf.publications(Self.now) { [] }.isEmpty && drawn.times == 1 && shelf.count == 1)
    }

    @Test("A full shelf loses one sheet for one, never all")
    func full() async throws {
        let (shelf, drawn) = (OpenShelf(most: 3), Drawn())
        for name in ["a", "b", "c", "d", "e"] { _ = try await shelf.sheet(name, Self.now) { try await drawn.draw() } }
        #expect(shelf.count == 3)
    }

    /// October with fifty ratings, published.
    private func published() async throws -> (Site, Period) {
        let site = try await Site()
        site.fixture.world.set(.inVietNam("2026-10-14", 9, 0))
        for index in 0..<50 { try await site.fixture.rate(index < 20 ? "q03" : "q07", phone: Fixture.phone(index)) }
        site.fixture.world.set(.inVietNam("2026-11-03", 9, 0))
        let period = try #require(Period(rawValue: "2026-10"))
        try await site.fixture.store.write(as: .user(1)) { tx in
            _ = try tx.publish(try tx.publicationDraft(of: period), note: "", reason: "")
        }
        return (site, period)
    }

    @Test("Of a period in force, units and posters that do not exist leave nothing on the shelf")
    func strangers() async throws {
        let (site, _) = try await published()
        for path in ["", "/2026-10", "/2026-10.csv", "/2026-10.json", "/2026-10/tu-phap", "/poster/tu-phap"] {
            #expect(try await site.get("/open\(path)").status == 200, "\(path)")
        }
        #expect(site.website.shelf.count == 6)
        for index in 0..<20 {
            for path in ["2026-10/x\(index)", "20\(10 + index)-01", "poster/x\(index)", "poster/x\(index).pdf"] {
                #expect(try await site.get("/open/\(path)").status == 404, "\(path)")
            }
        }
        #expect(site.website.shelf.count == 6)
        // A new day takes the place of the old one.
        site.fixture.world.advance(days: 1)
        for path in ["", "/poster/tu-phap"] { #expect(try await site.get("/open\(path)").status == 200) }
        #expect(site.website.shelf.count == 6)
    }

    @Test("A period that was taken back is one sheet, whatever of it is asked for")
    func gone() async throws {
        let (site, period) = try await published()
        try await site.fixture.store.write(as: .user(1)) { try $0.withdrawPublication(of: period, reason: "Sai quầy") }
        for path in ["", ".csv", ".json", "/tu-phap", "/dat-dai"] {
            let answer = try await site.get("/open/2026-10\(path)")
            #expect(answer.status == 410 && answer.text.contains("Sai quầy"), "\(path)")
        }
        for index in 0..<20 { #expect(try await site.get("/open/2026-10/x\(index)").status == 404) }
        #expect(site.website.shelf.count == 1)
    }
}
