import Foundation
import TestSupport
import Testing

@testable import Feedback

@Suite("A second step")
struct SecondStepTests {
    /// RFC 6238, appendix B, with its last six digits.
    @Test(
        "shows the codes that the standard shows",
        arguments: [
            (59.0, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ])
    func vectors(seconds: Double, code: String) {
        let step = OneTimeCode.step(at: Date(timeIntervalSince1970: seconds))
        #expect(OneTimeCode.code(secret: Array("12345678901234567890".utf8), step: step) == code)
    }

    /// RFC 4648, section 10.
    @Test(
        "is scanned in base32",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func base32(text: String, encoded: String) { #expect(Base32.encode(Array(text.utf8)) == encoded) }

    private func fixture() async throws -> Fixture {
        let fixture = try await Fixture()
        try await fixture.store.write(as: .system) { tx in
            for name in ["phuc", "hanh"] {
                _ = try tx.insertUser(User(id: 0, name: name, email: "\(name)@a.vn", grants: []))
            }
        }
        return fixture
    }

    /// What the phone shows now.
    private func code(_ fixture: Fixture, of user: Int64 = 1, steps: Int64 = 0) async throws -> String {
        let step = try #require(try await fixture.store.read { try $0.secondStep(of: user) })
        let secret = try fixture.secrets.openSecret(step.sealed, of: user)
        return OneTimeCode.code(secret: secret, step: OneTimeCode.step(at: fixture.now) + steps)
    }

    private func turnOn(_ fixture: Fixture, of user: Int64 = 1) async throws -> [String] {
        try await fixture.store.write(as: .user(user)) { try $0.beginSecondStep(of: user) }
        let code = try await code(fixture, of: user)
        return try await fixture.store.write(as: .user(user)) { try $0.confirmSecondStep(code, of: user) }
    }

    private func passes(_ fixture: Fixture, _ code: String, of user: Int64 = 1) async throws -> Bool {
        do {
            try await fixture.store.write(as: .user(user)) { try $0.passSecondStep(code, of: user) }
            return true
        } catch Refusal.wrongCode {
            return false
        }
    }

    private func isOn(_ fixture: Fixture) async throws -> Bool {
        try await fixture.store.read { try $0.user(id: 1) }?.secondStepSince != nil
    }

    @Test("asks for nothing until a right code shows that the phone has the secret")
    func confirmed() async throws {
        let fixture = try await fixture()
        try await fixture.store.write(as: .user(1)) { try $0.beginSecondStep(of: 1) }
        #expect(!(try await isOn(fixture)))
        await #expect(throws: Refusal.wrongCode) {
            try await fixture.store.write(as: .user(1)) { try $0.confirmSecondStep("000000", of: 1) }
        }
        #expect(!(try await isOn(fixture)))
        let codes = try await turnOn(fixture)
        #expect(try await isOn(fixture))
        #expect(Set(codes).count == 10 && codes.allSatisfy { $0.utf8.count == 14 })
        #expect(try await fixture.journal().map(\.kind).suffix(2) == ["second-step.on", "second-step.codes-made"])
        // Nobody scans a second phone in passing.
        await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .user(1)) { try $0.beginSecondStep(of: 1) }
        }
    }

    @Test("waits an hour to be confirmed")
    func patience() async throws {
        let fixture = try await fixture()
        try await fixture.store.write(as: .user(1)) { try $0.beginSecondStep(of: 1) }
        fixture.world.advance(minutes: 61)
        let code = try await code(fixture)
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.write(as: .user(1)) { try $0.confirmSecondStep(code, of: 1) }
        }
    }

    @Test("offers what apps scan: account, secret, authority")
    func offer() async throws {
        let fixture = try await fixture()
        try await fixture.store.write(as: .user(1)) { try $0.beginSecondStep(of: 1) }
        let user = try #require(try await fixture.store.read { try $0.user(id: 1) })
        let secrets = fixture.secrets
        let offer = try #require(try await fixture.store.read { try $0.secondStepOffer(of: user, secrets: secrets) })
        #expect(offer.secret.utf8.count == 32)
        #expect(
            offer.address.hasPrefix("otpauth://totp/Hai%20Long:phuc%40a.vn?"))
        #expect(offer.address.contains("secret=\(offer.secret)&issuer="))
        #expect(offer.address.hasSuffix("&algorithm=SHA1&digits=6&period=30"))
        _ = try await turnOn(fixture)
        #expect(try await fixture.store.read { try $0.secondStepOffer(of: user, secrets: secrets) } == nil)
    }

    @Test("takes the code of now, of the half minute before and after, and none twice")
    func window() async throws {
        for (steps, isGood) in [(Int64(-2), false), (-1, true), (0, true), (1, true), (2, false)] {
            let fixture = try await fixture()
            _ = try await turnOn(fixture)
            fixture.world.advance(minutes: 5)
            let code = try await code(fixture, steps: steps)
            #expect(try await passes(fixture, code) == isGood, "\(steps)")
            #expect(!(try await passes(fixture, code)), "\(steps) again")
        }
    }

    @Test("does not take the code that turned it on, nor an older one after a newer")
    func replay() async throws {
        let fixture = try await fixture()
        _ = try await turnOn(fixture)
        #expect(!(try await passes(fixture, try await code(fixture))))
        fixture.world.advance(minutes: 5)
        let older = try await code(fixture, steps: -1)
        #expect(try await passes(fixture, try await code(fixture)))
        #expect(!(try await passes(fixture, older)))
    }

    @Test(
        "takes blanks as people type them, and nothing that is no code",
        arguments: ["", "12345", "1234567", "abcdef", "１２３４５６"])
    func typed(text: String) async throws {
        let fixture = try await fixture()
        _ = try await turnOn(fixture)
        fixture.world.advance(minutes: 5)
        #expect(!(try await passes(fixture, text)))
        let code = try await code(fixture)
        #expect(try await passes(fixture, " \(code.prefix(3)) \(code.suffix(3)) "))
    }

    @Test("gives ten recovery codes, each of which opens once, however it is typed")
    func recovery() async throws {
        let fixture = try await fixture()
        let codes = try await turnOn(fixture)
        #expect(try await passes(fixture, codes[0].lowercased().replacing("-", with: " ")))
        #expect(!(try await passes(fixture, codes[0])))
        #expect(try await passes(fixture, codes[9]))
        #expect(try await fixture.store.read { try $0.recoveryCodesLeft(of: 1) } == 8)
        #expect(try await fixture.journal().last?.details == "left=8")
        // Another's code opens nothing here.
        _ = try await turnOn(fixture, of: 2)
        #expect(!(try await passes(fixture, codes[1], of: 2)))
    }

    @Test("makes new recovery codes against a code, and the old ones are void")
    func renewed() async throws {
        let fixture = try await fixture()
        let old = try await turnOn(fixture)
        fixture.world.advance(minutes: 5)
        let code = try await code(fixture)
        let new = try await fixture.store.write(as: .user(1)) { try $0.renewRecoveryCodes(code, of: 1) }
        #expect(Set(old).isDisjoint(with: new))
        #expect(!(try await passes(fixture, old[3])))
        #expect(try await passes(fixture, new[3]))
    }

    @Test("is turned off with a code, or by the administrator for somebody who lost everything")
    func off() async throws {
        let fixture = try await fixture()
        let codes = try await turnOn(fixture)
        await #expect(throws: Refusal.wrongCode) {
            try await fixture.store.write(as: .user(1)) { try $0.endSecondStep("000000", of: 1) }
        }
        #expect(try await isOn(fixture))
        try await fixture.store.write(as: .user(1)) { try $0.endSecondStep(codes[0], of: 1) }
        #expect(!(try await isOn(fixture)))
        #expect(try await fixture.store.read { try $0.recoveryCodesLeft(of: 1) } == 0)
        _ = try await turnOn(fixture)
        try await fixture.store.write(as: .user(2)) { try $0.dropSecondStep(of: 1) }
        #expect(!(try await isOn(fixture)))
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.write(as: .user(2)) { try $0.dropSecondStep(of: 1) }
        }
    }

    @Test(
        "keeps its secret sealed: the database alone shows neither it nor a recovery code, and rows do not change places"
    )
    func sealed() async throws {
        let fixture = try await fixture()
        _ = try await turnOn(fixture)
        let step = try #require(try await fixture.store.read { try $0.secondStep(of: 1) })
        let secret = try fixture.secrets.openSecret(step.sealed, of: 1)
        #expect(secret.count == 20 && step.sealed.count == 48)
        #expect(!Data(step.sealed).contains(Data(secret)))
        #expect(throws: (any Error).self) { try fixture.secrets.openSecret(step.sealed, of: 2) }
        let other = Secrets(masterKey: Array(repeating: 7, count: 32))
        #expect(throws: (any Error).self) { try other.openSecret(step.sealed, of: 1) }
        #expect(other.recoveryStamp("0123456789AB", of: 1) != fixture.secrets.recoveryStamp("0123456789AB", of: 1))
    }
}

extension Data {
    fileprivate func contains(_ part: Data) -> Bool { range(of: part) != nil }
}

@Suite("Between password and code")
struct HalfSignedInTests {
    private let secrets = Fixture.secrets
    private let phuc = User(
        id: 7, name: "Phúc", email: "phuc@a.vn",
        password: PasswordHash(salt: [1], rounds: 2, blockSize: 1, parallelism: 1, hash: [2]), grants: [])

    @Test("the mark holds five minutes, for this account and this password")
    func mark() {
        let now = Date.fridayMorning, token = secrets.halfSignedIn(phuc, at: now)
        #expect(secrets.halfSignedInUser(token) == 7)
        #expect(secrets.admitsHalfSignedIn(token, phuc, at: now + 299))
        #expect(!secrets.admitsHalfSignedIn(token, phuc, at: now + 300))
        var other = phuc
        other.id = 8
        #expect(!secrets.admitsHalfSignedIn(token, other, at: now))
        other = phuc
        other.password?.hash = [3]
        #expect(!secrets.admitsHalfSignedIn(token, other, at: now))
        #expect(!Secrets(masterKey: Array(1...32)).admitsHalfSignedIn(token, phuc, at: now))
        for bad in ["", "x", String(token.dropLast()), token + "A", "B" + token.dropFirst()] {
            #expect(!secrets.admitsHalfSignedIn(bad, phuc, at: now), "\(bad)")
        }
    }

    @Test("a known browser is known to one account, and its mark says nothing else")
    func browser() {
        let mark = secrets.knownBrowser(of: "phuc@a.vn", nonce: Array(0..<9))
        #expect(mark.utf8.count == 34)
        #expect(secrets.knownBrowser(mark, of: "phuc@a.vn") != nil)
        #expect(secrets.knownBrowser(mark, of: "hanh@a.vn") == nil)
        #expect(secrets.knownBrowser("", of: "phuc@a.vn") == nil)
        #expect(secrets.knownBrowser(String(mark.reversed()), of: "phuc@a.vn") == nil)
        #expect(
            secrets.knownBrowser(secrets.knownBrowser(of: "phuc@a.vn", nonce: Array(1..<10)), of: "phuc@a.vn")
                != secrets.knownBrowser(mark, of: "phuc@a.vn"))
    }
}
