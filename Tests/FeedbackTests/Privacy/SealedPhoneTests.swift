import Feedback
import TestSupport
import Testing

@Suite("A sealed phone number")
struct SealedPhoneTests {
    private let month = Month(day: .on("2026-11-20"))
    private let phone = Phone(proven: "0912345678")

    @Test("opens with the key of its month and no other")
    func opens() async throws {
        let store = try await Fixture().store
        let (month, next) = (month, month.next)
        let key = try await store.write(as: .system) { try $0.dataKey(for: month) }
        let other = try await store.write(as: .system) { try $0.dataKey(for: next) }
        let sealed = try SealedPhone(phone, month: month, key: key, nonce: Array(0..<12))
        #expect(try sealed.open(key: key) == phone)
        #expect(throws: (any Error).self) { try sealed.open(key: other) }
        #expect(throws: (any Error).self) { try SealedPhone(month: next, bytes: sealed.bytes).open(key: key) }
    }

    @Test("betrays every flipped bit")
    func flipped() async throws {
        let month = month
        let key = try await Fixture().store.write(as: .system) { try $0.dataKey(for: month) }
        let sealed = try SealedPhone(phone, month: month, key: key, nonce: Array(0..<12))
        for place in sealed.bytes.indices {
            for bit in 0..<8 {
                var bytes = sealed.bytes
                bytes[place] ^= 1 << bit
                #expect(throws: (any Error).self) { try SealedPhone(month: month, bytes: bytes).open(key: key) }
            }
        }
        #expect(throws: (any Error).self) { try SealedPhone(month: month, bytes: []).open(key: key) }
    }

    @Test("has a fingerprint that says the same phone, and needs the master key")
    func tag() throws {
        let typed = try [Phone(typed: "0912 345 678"), Phone(typed: "+84912345678")]
        let tags = typed.map { PhoneTag($0, secrets: Fixture.secrets) }
        #expect(tags[0] == tags[1])
        #expect(tags[0].bytes.count == 16)
        #expect(tags[0] != PhoneTag(try Phone(typed: "0912345679"), secrets: Fixture.secrets))
        #expect(tags[0] != PhoneTag(typed[0], secrets: Secrets(masterKey: Array(1...32))))
    }

    @Test("The key of a month is wrapped for that month alone, by this server alone")
    func wrapped() async throws {
        let month = month
        let key = try await Fixture().store.write(as: .system) { try $0.dataKey(for: month) }
        let sealed = try SealedPhone(phone, month: month, key: key, nonce: Array(0..<12))
        let wrapped = try Fixture.secrets.wrap(key, for: month)
        #expect(try sealed.open(key: Fixture.secrets.unwrap(wrapped, for: month)) == phone)
        #expect(throws: (any Error).self) { try Fixture.secrets.unwrap(wrapped, for: month.next) }
        #expect(throws: (any Error).self) { try Secrets(masterKey: Array(1...32)).unwrap(wrapped, for: month) }
    }
}
