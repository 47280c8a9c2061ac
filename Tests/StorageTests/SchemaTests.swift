import Feedback
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("What the tables refuse, whatever the code believes")
struct SchemaTests {
    private func fixture() async throws -> Fixture {
        let fixture = try await Fixture()
        try await fixture.rate(level: .dissatisfied, comment: "Chờ lâu")
        return fixture
    }

    @Test(
        "Nobody deletes a rating, changes the journal, or writes nonsense",
        arguments: [
            "DELETE FROM rating", "DELETE FROM entry", "UPDATE entry SET actor = 'nobody'",
            "UPDATE entry SET hash = zeroblob(32)", "DELETE FROM desk WHERE id = 'q03'", "DELETE FROM unit",
            "DELETE FROM questionnaire", "UPDATE rating SET evidence = 'E'", "UPDATE rating SET channel = 'sms'",
            "UPDATE rating SET localHour = 24", "UPDATE rating SET receipt = 'short'",
            "UPDATE rating SET nonce = x'00'",
            "UPDATE rating SET desk = 'nowhere'", "UPDATE rating SET comment = ''", "UPDATE rating SET phone = NULL",
            "UPDATE rating SET mayCallBack = 2", "UPDATE rating SET receivedAt = 'now'", "UPDATE answer SET level = 6",
            "UPDATE answer SET level = 0", "INSERT INTO answer VALUES (1, 'LK1', 5)",
            "INSERT INTO deskCode VALUES ('0123456789', 'q03', 0, NULL)", "UPDATE deskCode SET code = 'short'",
            "UPDATE caseStep SET kind = 'lost'", "UPDATE alert SET bypassesHead = 7",
            "INSERT INTO alert SELECT 99, rating, desk, unit, category, raisedAt, dueAt, 0, '' FROM alert",
            "UPDATE mail SET sentAt = 1, gaveUpAt = 1", "UPDATE mail SET attempts = -1", "DELETE FROM mail",
            "INSERT INTO user (name, email) VALUES ('A', 'A@B.vn')",
            "INSERT INTO rating SELECT NULL, receipt, nonce, contentDigest, desk, unit, official, field, channel, evidence, questionnaire, stage, respondent, comment, phone, phoneMonth, phoneTag, mayCallBack, receivedAt, localDay, localHour, NULL FROM rating",
        ])
    func refused(sql: String) async throws {
        let fixture = try await fixture()
        #expect(throws: (any Error).self) { try fixture.sqlite.statement(sql) }
        try fixture.sqlite.statement("SELECT 1")
    }

    @Test("One rating counts for a phone, a desk and a day")
    func onePerPhone() async throws {
        let fixture = try await fixture()
        try await fixture.rate(level: .satisfied)
        #expect(throws: (any Error).self) { try fixture.sqlite.statement("UPDATE rating SET supersededBy = NULL") }
        #expect(try await fixture.ratings().count == 1)
    }

    @Test("Applied twice, a configuration changes nothing and the cards on the desks stay good")
    func applyTwice() async throws {
        let fixture = try await Fixture()
        let (codes, version) = (fixture.directory.codes, fixture.directory.version)
        try await fixture.store.write(as: .system) { try $0.apply(.longKhanh) }
        #expect(fixture.directory.codes == codes && codes.count == 3)
        #expect(fixture.directory.configuration == .longKhanh)
        #expect(fixture.directory.version > version)
    }

    @Test("What an operator configured is read back as it was, also from disk")
    func roundTrip() async throws {
        var configuration = KioskConfiguration.longKhanh
        configuration.desks[1].validFrom = .on("2026-02-01")
        configuration.units[5].validTo = .on("2027-06-30")
        configuration.postings.append(
            Posting(desk: "q09", official: "minh", from: .on("2026-11-21"), to: .on("2026-12-31"), weekdays: [2, 4]))
        configuration.targets = [
            Target(id: "80", name: "Trên 80 %", value: 0.8, from: .on("2026-01-01"), method: "SIPAS", sameMethod: false)
        ]
        let folder = try ScratchFolder()
        _ = try await Fixture(configuration, path: folder.database)
        #expect(try await Fixture(nil, path: folder.database).directory.configuration == configuration)
    }

    @Test("A desk that leaves the configuration keeps its ratings; when it comes back, so does its card")
    func removedDesk() async throws {
        let fixture = try await fixture()
        let code = try fixture.code(of: "q03")
        var smaller = KioskConfiguration.longKhanh
        smaller.desks.removeFirst()
        smaller.postings.removeFirst()
        smaller.officials.removeFirst()
        try await fixture.store.write(as: .system) { [smaller] in try $0.apply(smaller) }
        #expect(fixture.directory.desk("q03") == nil && fixture.directory.official("minh") == nil)
        #expect(throws: Refusal.notFound) { try fixture.directory.open(code, on: fixture.today) }
        #expect(try await fixture.ratings().map(\.desk) == ["q03"])
        #expect(try await fixture.counts(CellFilter(desk: "q03")).n == 5)
        try await fixture.store.write(as: .system) { try $0.apply(.longKhanh) }
        #expect(try fixture.code(of: "q03") == code)
    }

    @Test("The words of a questionnaire that was answered do not change; those nobody saw may")
    func publishedVersion() async throws {
        var changed = KioskConfiguration.longKhanh
        changed.questionnaires[0].factors[0].criteria[0].text = "Thái độ"
        let empty = try await Fixture()
        try await empty.store.write(as: .system) { [changed] in try $0.apply(changed) }
        #expect(empty.directory.configuration == changed)

        let fixture = try await fixture()
        let fault = await #expect(throws: PublishedVersionChanged.self) {
            try await fixture.store.write(as: .system) { [changed] in try $0.apply(changed) }
        }
        #expect(fault?.version == "LK@1")
        #expect(fixture.directory.configuration == .longKhanh)

        changed.questionnaires[0].version = 2
        changed.questionnaires.insert(.atTheDesk, at: 0)
        try await fixture.store.write(as: .system) { [changed] in try $0.apply(changed) }
        #expect(try await fixture.rate("q07").questionnaire == "LK@2")
    }

    @Test("A version that left the configuration keeps its figures, through a recount and a replacement")
    func pastVersion() async throws {
        let fixture = try await fixture()
        var next = KioskConfiguration.longKhanh
        next.questionnaires[0].version = 2
        try await fixture.store.write(as: .system) { [next] in try $0.apply(next) }
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } == 0)
        #expect(try await fixture.counts() == Counts(n2: 5))
        try await fixture.rate(level: .satisfied)
        #expect(try await fixture.counts() == Counts(n4: 5))
    }
}
