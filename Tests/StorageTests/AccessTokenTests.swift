import Feedback
import TestSupport
import Testing

@testable import Storage

@Suite("Keys in their table")
struct AccessTokenTests {
    @Test(
        "A key is never deleted, stays revoked, and its text is nowhere",
        arguments: [
            "DELETE FROM accessToken", "UPDATE accessToken SET revokedAt = NULL",
            "UPDATE accessToken SET tokenHash = x'00'", "INSERT INTO tokenReach VALUES (9, 'figures:read')",
        ])
    func refused(sql: String) async throws {
        let fixture = try await Fixture()
        let secret = SecretToken(text: "hl_x")
        try await fixture.store.write(as: .system) { tx in
            let user = try tx.insertUser(User(id: 0, name: "Phúc", email: "phuc@longkhanh.example", grants: []))
            let token = AccessToken(
                id: 0, name: "Thử", reaches: [.figures], unit: nil, madeAt: tx.now, madeBy: user,
                lastDay: .on("2027-01-01"))
            try tx.setRevoked(tx.now, ofToken: try tx.insertAccessToken(token, hash: secret.hash))
        }
        #expect(throws: (any Error).self) { try fixture.sqlite.statement(sql) }
        #expect(try fixture.sqlite.statement("SELECT COUNT(*) FROM accessToken WHERE tokenHash = 'hl_x'") == [["0"]])
    }
}
