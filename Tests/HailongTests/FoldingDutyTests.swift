import Feedback
import Foundation
import TestSupport
import Testing

@testable import Hailong

@Suite("The duty that adds days to months")
struct FoldingDutyTests {
    @Test("catches up at the start, then comes back at midnight")
    func midnight() async throws {
        let city = try await Fixture(at: .inVietNam("2026-09-15", 9, 0))
        try await city.rate()
        city.world.set(.inVietNam("2026-11-20", 9, 0))
        try await city.rate()
        let duty = FoldingDuty(store: city.store, world: city.world)
        func through() async throws -> LocalDay? { try await city.store.read { try $0.foldedThrough() } }

        #expect(try await duty.attend() == LocalDay.on("2026-11-21").start)
        #expect(try await through() == .on("2026-11-19"))
        city.world.set(LocalDay.on("2026-11-21").start)
        #expect(try await duty.attend() == LocalDay.on("2026-11-22").start)
        #expect(try await through() == .on("2026-11-20"))
        let lines = try await city.journal().count
        _ = try await duty.attend()
        #expect(try await city.journal().count == lines)
    }
}
