import Feedback
import Foundation
import TestSupport
import Testing

@Suite("Lan sends a rating")
struct SubmitTests {
    @Test("Sent twice from one page it counts once, with one receipt")
    func idempotent() async throws {
        let fixture = try await Fixture()
        let form = try fixture.form(level: .veryDissatisfied)
        let first = try await fixture.send(form)
        let journal = try await fixture.journal().count
        fixture.world.advance(minutes: 5)
        let second = try await fixture.send(form)
        #expect(second.receipt == first.receipt && second.id == first.id)
        #expect(try await fixture.counts() == Counts(n1: 5))
        #expect(try await fixture.alerts().count == 1)
        #expect(try await fixture.journal().count == journal)
    }

    @Test("Another content from the same page is refused, and nothing moves")
    func otherContent() async throws {
        let fixture = try await Fixture()
        let nonce = fixture.world.random(16)
        let first = try await fixture.rate(level: .satisfied, nonce: nonce)
        await #expect(throws: Refusal.alreadySent) { try await fixture.rate(level: .dissatisfied, nonce: nonce) }
        await #expect(throws: Refusal.alreadySent) {
            try await fixture.rate(level: .satisfied, phone: Cast.tuan.phone, nonce: nonce)
        }
        #expect(try await fixture.counts() == Counts(n4: 5))
        #expect(try await fixture.store.read { try $0.rating(receipt: first.receipt) }?.answers == first.answers)
    }

    @Test("A second rating of the same desk on the same day takes the place of the first")
    func replaces() async throws {
        let fixture = try await Fixture()
        let first = try await fixture.rate(answers: ["LK1": 5, "LK2": 1])
        fixture.world.advance(minutes: 30)
        let second = try await fixture.rate(answers: ["LK1": 4], phone: "+84 950 000 101")
        let third = try await fixture.rate(answers: ["LK1": 3], phone: "0950.000.101")
        #expect(try await fixture.counts() == Counts(n3: 1, blank: 4))
        #expect(try await fixture.ratings().map(\.id) == [third.id])
        let history = try await fixture.store.read { tx in
            try [first.id, second.id, third.id].map { try tx.rating(id: $0)?.supersededBy }
        }
        #expect(history == [second.id, third.id, nil])
        #expect(
            try await fixture.journal().filter { $0.kind == "rating.received" }.map(\.details)
                == ["", "replaces=\(first.id)", "replaces=\(second.id)"])
    }

    @Test("The first rating's page, sent again after it was replaced, still gives its receipt and changes nothing")
    func replayAfterReplacement() async throws {
        let fixture = try await Fixture()
        let form = try fixture.form(level: .satisfied)
        let first = try await fixture.send(form)
        try await fixture.rate(level: .verySatisfied)
        #expect(try await fixture.send(form).receipt == first.receipt)
        #expect(try await fixture.counts() == Counts(n5: 5))
    }

    @Test("The next day, another desk, another phone: each counts for itself")
    func counts() async throws {
        let fixture = try await Fixture()
        try await fixture.rate("q03")
        try await fixture.rate("q07")
        try await fixture.rate("q03", phone: Cast.tuan.phone)
        #expect(try await fixture.ratings().count == 3)
        fixture.world.set(.inVietNam("2026-11-20", 23, 59, 59))
        try await fixture.rate("q03")
        #expect(try await fixture.ratings().count == 3)
        fixture.world.set(.inVietNam("2026-11-21", 0, 0))
        try await fixture.rate("q03")
        #expect(try await fixture.ratings().count == 4)
    }

    @Test("The last half millisecond of a month belongs to it")
    func monthEdge() async throws {
        let fixture = try await Fixture(at: .inVietNam("2026-12-01", 0, 0).addingTimeInterval(-0.0004))
        let rating = try await fixture.rate()
        let read = try await fixture.store.read { try $0.rating(id: rating.id) }
        #expect(rating.localDay == .on("2026-11-30") && read?.localDay == .on("2026-11-30"))
        #expect(read?.receivedAt == rating.receivedAt)
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } == 0)
    }

    @Test("Without a phone every rating counts: nobody can be the same")
    func withoutPhone() async throws {
        var configuration = KioskConfiguration.longKhanh
        configuration.form.phoneRequired = false
        let fixture = try await Fixture(configuration)
        for _ in 0..<3 { try await fixture.rate(phone: nil) }
        #expect(try await fixture.ratings().count == 3)
    }

    @Test("What was read back is what was stored")
    func roundTrip() async throws {
        let fixture = try await Fixture()
        var form = try fixture.form(answers: ["LK2": 1, "LK5": 3], comment: "Chờ lâu", reasons: [.late])
        form.fields += [("stage", "submitted"), ("respondent", "organization"), ("callback", "yes")]
        let rating = try await fixture.send(form)
        let read = try #require(try await fixture.store.read { try $0.rating(receipt: rating.receipt) })
        #expect(read.answers == rating.answers && read.reasons == [.late] && read.flags == rating.flags)
        #expect(read.stage == .submitted && read.respondent == .organization && read.mayCallBack)
        #expect(read.phone == rating.phone && read.phoneTag == rating.phoneTag && read.comment == "Chờ lâu")
        #expect(read.receivedAt == fixture.now && read.evidence == .c && read.channel == .qr)
    }

    @Test("Her number can be read with the month's key, and only so")
    func phone() async throws {
        let fixture = try await Fixture()
        let rating = try await fixture.rate()
        let digits = try await fixture.store.write(as: .system) { tx in
            try rating.phone.map { try $0.open(key: tx.dataKey(for: $0.month)).digits }
        }
        #expect(digits == "0950000101")
    }
}
