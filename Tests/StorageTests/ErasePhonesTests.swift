import Feedback
import Foundation
import TestSupport
import Testing

@Suite("A phone number is readable for four months")
struct ErasePhonesTests {
    @Test("The month's key goes when the fourth month after it begins; the rating stays")
    func fourMonths() async throws {
        let city = try await Fixture(at: .inVietNam("2026-08-03", 9, 0))
        let rating = try await city.rate()
        city.world.set(.inVietNam("2026-11-30", 23, 59))
        #expect(try await city.store.write(as: .system) { try $0.eraseOldPhones() } == 0)
        city.world.set(.inVietNam("2026-12-01", 0, 1))
        #expect(try await city.store.write(as: .system) { try $0.eraseOldPhones() } == 1)

        let sealed = try #require(rating.phone)
        // A key that is made anew for that month is another one: the old number stays shut.
        await #expect(throws: (any Error).self) {
            try await city.store.write(as: .system) { _ = try sealed.open(key: $0.dataKey(for: sealed.month)) }
        }
        #expect(try await city.store.read { try $0.rating(receipt: rating.receipt) } != nil)
    }
}
