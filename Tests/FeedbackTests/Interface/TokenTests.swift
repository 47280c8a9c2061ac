import Feedback
import Foundation
import TestSupport
import Testing

@Suite("Keys of other programs")
struct TokenTests {
    private func rights(_ fixture: Fixture, _ grants: Grant...) -> Rights {
        Rights(of: User(id: 1, name: "", email: "", grants: grants), in: fixture.directory, on: fixture.today)
    }

    private func form(
        _ reaches: [TokenReach] = [.figures], name: String = "Cổng thông tin", unit: String = "",
        lastDay: String = "2027-11-20"
    ) -> FormFields {
        var form = FormFields()
        form.set("name", name)
        form.set("unit", unit)
        form.set("lastDay", lastDay)
        guard let reach = reaches.first else { return form }
        form.set("reach", reach.rawValue)
        let rest = reaches.dropFirst().map { "reach=\($0.rawValue)" }.joined(separator: "&")
        let more = try? FormFields(urlEncoded: rest.utf8)
        return more.map { more in
            let all = (form.all + more.all).map { "\($0.name)=\($0.value)" }.joined(separator: "&")
            return (try? FormFields(urlEncoded: all.utf8)) ?? form
        } ?? form
    }

    private func wish(_ fixture: Fixture, _ form: FormFields, _ grants: Grant...) throws -> TokenWish {
        let user = User(id: 1, name: "", email: "", grants: grants)
        return try TokenWish(
            form, rights: Rights(of: user, in: fixture.directory, on: fixture.today), directory: fixture.directory,
            today: fixture.today)
    }

    private func made(
        _ fixture: Fixture, _ form: FormFields, by grant: Grant = Grant(role: .homeAffairs)
    ) async throws -> (token: AccessToken, secret: SecretToken) {
        let wish = try wish(fixture, form, grant)
        return try await fixture.store.write(as: .system) { tx in
            let user = try tx.insertUser(User(id: 0, name: "Phúc", email: "phuc@longkhanh.example", grants: [grant]))
            return try tx.makeToken(wish, by: user)
        }
    }

    @Test("A key opens with its text alone; the database holds its hash, the journal its number")
    func hash() async throws {
        let fixture = try await Fixture()
        let (token, secret) = try await made(fixture, form())
        #expect(secret.text.hasPrefix("hl_") && secret.text.utf8.count == 46)
        #expect(try await fixture.store.read { try $0.admittedToken(secret.text) } == token)
        for wrong in [
            "", "hl_", "hl_" + String(repeating: "A", count: 43), secret.text + "A", secret.text.lowercased(),
        ] {
            #expect(try await fixture.store.read { try $0.admittedToken(wrong) } == nil)
        }
        let entry = try #require(try await fixture.journal().last { $0.kind == "token.made" })
        #expect(entry.subject == "token:\(token.id)" && entry.details == "reach=figures:read lastDay=2027-11-20")
        #expect(!(try await fixture.journal().contains { $0.details.contains("Cổng") }))
    }

    @Test("A key ends on its last day, and at once when it is revoked; it is never deleted")
    func ends() async throws {
        let fixture = try await Fixture()
        let (token, secret) = try await made(fixture, form(lastDay: "2026-11-21"))
        fixture.world.advance(days: 1)
        #expect(try await fixture.store.read { try $0.admittedToken(secret.text) } != nil)
        fixture.world.advance(days: 1)
        #expect(try await fixture.store.read { try $0.admittedToken(secret.text) } == nil)

        let other = try await Fixture()
        let (second, text) = try await made(other, form())
        let boss = rights(other, Grant(role: .administrator))
        try await other.store.write(as: .system) { try $0.revokeToken(second.id, rights: boss) }
        #expect(try await other.store.read { try $0.admittedToken(text.text) } == nil)
        #expect(try await other.journal().contains { $0.kind == "token.revoked" && $0.subject == "token:\(token.id)" })
    }

    @Test("Nobody makes a key that reads more than they do")
    func noMoreThanMine() async throws {
        let fixture = try await Fixture()
        let administrator = Grant(role: .administrator), affairs = Grant(role: .homeAffairs)
        #expect(try wish(fixture, form([.figures, .published]), administrator).reaches == [.figures, .published])
        for reach in [TokenReach.ratings, .officials, .comments] {
            #expect(throws: Refusal.notFound) { try wish(fixture, form([.ratings, reach]), administrator) }
            #expect(try wish(fixture, form([.ratings, reach]), affairs).reaches == [.ratings, reach])
        }
        let part = Grant(role: .homeAffairs, unit: "tu-phap")
        #expect(try wish(fixture, form(unit: "tu-phap"), part).unit == "tu-phap")
        #expect(throws: Refusal.notFound) { try wish(fixture, form(unit: "dat-dai"), part) }
        #expect(throws: Refusal.self) { try wish(fixture, form(), part) }
        #expect(throws: Refusal.notFound) { try wish(fixture, form(unit: "khong-co"), affairs) }
    }

    @Test(
        "What is missing is named",
        arguments: [
            ("name", "", "2026-12-01"), ("lastDay", "A", "2026-11-19"), ("lastDay", "A", "2029-01-01"),
            ("lastDay", "A", ""), ("name", String(repeating: "a", count: 81), "2026-12-01"),
        ])
    func problems(field: String, name: String, lastDay: String) async throws {
        let fixture = try await Fixture()
        do {
            _ = try wish(fixture, form(name: name, lastDay: lastDay), Grant(role: .homeAffairs))
            Issue.record("was taken")
        } catch Refusal.invalid(let problems) {
            #expect(problems.problems.map(\.field) == [field])
        }
        #expect(throws: Refusal.self) { try wish(fixture, form([]), Grant(role: .homeAffairs)) }
        #expect(throws: Refusal.self) { try wish(fixture, form([.comments]), Grant(role: .homeAffairs)) }
    }

    @Test("A key of a unit sees what is below it")
    func scope() async throws {
        let fixture = try await Fixture()
        let (token, _) = try await made(fixture, form(unit: "tu-phap"))
        #expect(token.scope(in: fixture.directory) == Cast.scopeOfHanh)
        #expect(rights(fixture, Grant(role: .homeAffairs, unit: "tu-phap")).manages(token))
        #expect(!rights(fixture, Grant(role: .homeAffairs, unit: "dat-dai")).manages(token))
    }
}
