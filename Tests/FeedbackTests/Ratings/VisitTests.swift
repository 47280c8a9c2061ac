import Feedback
import Foundation
import TestSupport
import Testing

@Suite("The visit token of a rating page")
struct VisitTests {
    private let code = DeskCode(random: Array(0..<10))
    private let visit = Visit(openedAt: .fridayMorning, nonce: Array(0..<16))

    private func read(_ token: String, at code: DeskCode) throws(Refusal) -> Visit {
        try Visit(token: token, code: code, secrets: Fixture.secrets)
    }

    @Test("says when the page was opened and which opening it was")
    func roundTrip() throws {
        let token = visit.token(for: code, secrets: Fixture.secrets)
        #expect(token.utf8.count == Visit.tokenLength)
        #expect(try read(token, at: code) == visit)
    }

    @Test("is forged when a single bit differs")
    func everyBit() throws {
        let bytes = try #require(Base64URL.decode(visit.token(for: code, secrets: Fixture.secrets)))
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << bit
                #expect(throws: Refusal.forgedVisit) { try read(Base64URL.encode(changed), at: code) }
            }
        }
    }

    @Test("does not fit another desk, nor another server")
    func elsewhere() {
        let token = visit.token(for: code, secrets: Fixture.secrets)
        #expect(throws: Refusal.forgedVisit) { try read(token, at: DeskCode(random: Array(1..<11))) }
        let other = visit.token(for: code, secrets: Secrets(masterKey: Array(1...32)))
        #expect(throws: Refusal.forgedVisit) { try read(other, at: code) }
    }

    @Test("is refused when it is anything else", arguments: ["", "x", String(repeating: "A", count: 48), "á"])
    func garbage(token: String) {
        #expect(throws: Refusal.forgedVisit) { try read(token, at: code) }
        #expect(throws: Refusal.forgedVisit) { try read(String(repeating: "A", count: 46) + "é", at: code) }
    }

    @Test(
        "lowers the evidence when the form came too fast or too late, and only then",
        arguments: [
            (0, [Flag.tooFast], EvidenceClass.d), (4, [.tooFast], .d), (5, [], .c), (60, [], .c),
            (47 * 3_600, [], .c), (48 * 3_600, [], .c), (48 * 3_600 + 1, [.expiredVisit], .d), (-60, [.tooFast], .d),
        ] as [(TimeInterval, [Flag], EvidenceClass)])
    func age(seconds: TimeInterval, flags: [Flag], evidence: EvidenceClass) async throws {
        let rating = try await Fixture().rate(openedAgo: seconds)
        #expect(rating.flags == flags)
        #expect(rating.evidence == evidence)
    }
}
