import Feedback
import Foundation
import TestSupport
import Testing

@Suite("A phone number is masked, and shown only for a reason")
struct RevealTests {
    private struct Office {
        let city: Fixture
        let hanh: Actor
        let phuc: Actor

        init() async throws {
            city = try await Fixture()
            hanh = try await Self.user(Cast.hanh.name, Grant(role: .head, unit: "tu-phap"), in: city)
            phuc = try await Self.user(Cast.phuc.name, Grant(role: .homeAffairs), in: city)
        }

        private static func user(_ name: String, _ grant: Grant, in city: Fixture) async throws -> Actor {
            let email = "\(grant.role.rawValue.lowercased())@longkhanh.example"
            return .user(
                try await city.store.write(as: .system) {
                    try $0.insertUser(User(id: 0, name: name, email: email, grants: [grant]))
                })
        }

        func callBack(_ level: Level = .satisfied) async throws -> Rating {
            var form = try city.form(level: level)
            form = TypedForm(form.fields + [(name: "callback", value: "yes")])
            return try await city.send(form)
        }

        func reveal(
            _ rating: Rating, as actor: Actor? = nil, _ reason: RevealReason? = .caseWork,
            _ words: String = "Hỏi rõ ngày hẹn trả", scope: Scope = Cast.scopeOfHanh
        ) async throws -> String {
            try await city.store.write(as: actor ?? hanh) {
                try $0.revealPhone(of: rating.id, reason: reason, words: words, scope: scope).digits
            }
        }

        func begin(
            _ rating: Rating, as actor: Actor? = nil, _ reason: RevealReason? = nil, _ words: String = "",
            scope: Scope = Cast.scopeOfHanh
        ) async throws -> Call {
            try await city.store.write(as: actor ?? hanh) {
                try $0.beginCall(rating.id, reason: reason, words: words, scope: scope)
            }
        }
    }

    @Test("The mask keeps three digits at each end")
    func mask() async throws {
        let city = try await Fixture()
        let (rating, without) = (try await city.rate(), try await city.rate("q07", phone: Cast.tuan.phone))
        #expect(try await city.store.read { try $0.maskedPhone(of: rating.id) } == "095•••101")
        #expect(try await city.store.read { try $0.maskedPhone(of: without.id + 99) } == nil)
    }

    @Test("A reveal gives the number, and says who, when and why; the journal has the kind of the reason alone")
    func reveal() async throws {
        let office = try await Office()
        let rating = try await office.city.rate(level: .dissatisfied)
        #expect(try await office.reveal(rating) == "0950000101")
        let line = try #require(
            try await office.city.store.read { try $0.reveals(RevealFilter(), scope: Cast.scopeOfHanh, limit: 10) }
                .first)
        #expect(line.name == Cast.hanh.name && line.reveal.words == "Hỏi rõ ngày hẹn trả")
        #expect(line.reveal.rating == rating.id && line.reveal.at == office.city.now)
        let entry = try #require(try await office.city.journal().last)
        #expect(entry.kind == "phone.revealed" && entry.subject == "rating:\(rating.id)")
        #expect(entry.details == "reason=case" && entry.actor == office.hanh.label)
    }

    @Test(
        "Without a reason of ten to two hundred characters nothing is shown and nothing is written",
        arguments: [
            (nil, "Hỏi rõ ngày hẹn trả"), (.caseWork, ""), (.caseWork, "ngắn quá"), (.callback, "Hỏi rõ ngày hẹn trả"),
            (.other, String(repeating: "a", count: 201)), (.other, String(repeating: " ", count: 40)),
        ] as [(RevealReason?, String)])
    func noReason(_ reason: RevealReason?, _ words: String) async throws {
        let office = try await Office()
        let rating = try await office.city.rate(level: .dissatisfied)
        let before = try await office.city.journal()
        await #expect(throws: Refusal.self) { try await office.reveal(rating, reason, words) }
        #expect(try await office.city.journal() == before)
        #expect(try await office.city.store.read { try $0.reveals(RevealFilter(), scope: .whole, limit: 9) } == [])
    }

    @Test("Next door's numbers, and those behind a serious case, are not there for the head")
    func scope() async throws {
        let office = try await Office()
        let rating = try await office.city.rate(level: .dissatisfied)
        await #expect(throws: Refusal.notFound) { try await office.reveal(rating, scope: Cast.scopeOfDung) }
        let serious = try await office.city.rate(
            level: .dissatisfied, phone: Cast.tuan.phone, reasons: [.unofficialPayment])
        await #expect(throws: Refusal.notFound) { try await office.reveal(serious) }
        #expect(try await office.reveal(serious, as: office.phuc, scope: .whole) == "0950000202")
        // Nor does the list of reveals tell the head that there is such a case.
        let seen = try await office.city.store.read {
            try $0.reveals(RevealFilter(), scope: Cast.scopeOfHanh, limit: 9)
        }
        #expect(seen == [])
        #expect(try await office.city.store.read { try $0.reveals(RevealFilter(), scope: .whole, limit: 9) }.count == 1)
    }

    @Test("Neither a citizen nor the program itself looks at a number")
    func nobody() async throws {
        let office = try await Office()
        let rating = try await office.city.rate(level: .dissatisfied)
        for actor in [Actor.citizen, .system] {
            await #expect(throws: Refusal.notFound) { try await office.reveal(rating, as: actor) }
        }
    }

    @Test("Whoever allowed it is called without a reason; the number is the caller's for a quarter of an hour")
    func call() async throws {
        let office = try await Office()
        let rating = try await office.callBack()
        let call = try await office.begin(rating)
        let (hanh, phuc) = (call.user, call.user + 1)
        let number = { (user: Int64) in
            try await office.city.store.read { try $0.calledPhone(call.id, by: user)?.digits }
        }
        #expect(try await number(hanh) == "0950000101")
        #expect(try await number(phuc) == nil)
        office.city.world.advance(minutes: 14, hours: 0)
        #expect(try await number(hanh) != nil)
        #expect(try await office.begin(rating).id == call.id)
        office.city.world.advance(minutes: 1)
        #expect(try await number(hanh) == nil)
        let line = try #require(
            try await office.city.store.read { try $0.reveals(RevealFilter(), scope: .whole, limit: 9) }.first)
        #expect(line.reveal.reason == .callback && line.reveal.words == "")
    }

    @Test("While one calls nobody else can; afterwards the outcome stands, and the number is shut")
    func oneAtATime() async throws {
        let office = try await Office()
        let rating = try await office.callBack()
        let call = try await office.begin(rating)
        await #expect(throws: Refusal.self) { try await office.begin(rating, as: office.phuc, scope: .whole) }
        await #expect(throws: Refusal.notFound) {
            try await office.city.store.write(as: office.phuc) {
                try $0.endCall(rating.id, outcome: .reached, note: "", scope: .whole)
            }
        }
        try await office.city.store.write(as: office.hanh) {
            try $0.endCall(rating.id, outcome: .later, note: " 14 giờ mai ", scope: Cast.scopeOfHanh)
        }
        let file = try await office.city.store.read { try $0.phoneFile(rating.id, scope: .whole) }
        #expect(file.calls.map(\.outcome) == [.later] && file.calls.first?.note == "14 giờ mai")
        #expect(try await office.city.store.read { try $0.calledPhone(call.id, by: call.user) } == nil)
        #expect(try await office.begin(rating, as: office.phuc, scope: .whole).id != call.id)
        #expect(
            try await office.city.journal().suffix(5).map(\.kind) == [
                "phone.revealed", "call.begun", "call.ended", "phone.revealed", "call.begun",
            ])
    }

    @Test("A call that nobody ended lapses when the next one begins")
    func lapsed() async throws {
        let office = try await Office()
        let rating = try await office.callBack()
        let first = try await office.begin(rating)
        office.city.world.advance(minutes: 15)
        let second = try await office.begin(rating, as: office.phuc, scope: .whole)
        let file = try await office.city.store.read { try $0.phoneFile(rating.id, scope: .whole) }
        #expect(file.calls.map(\.id) == [first.id, second.id])
        #expect(file.calls.map(\.outcome) == [.lapsed, nil] && file.calls.first?.endedAt == first.until)
    }

    @Test("Whoever did not allow it is called only while a case waits, and for a reason")
    func withoutConsent() async throws {
        let office = try await Office()
        let content = try await office.city.rate(phone: Cast.tuan.phone)
        await #expect(throws: Refusal.self) {
            try await office.begin(content, .caseWork, "Hỏi rõ ngày hẹn trả")
        }
        let bad = try await office.city.rate(level: .dissatisfied)
        await #expect(throws: Refusal.self) { try await office.begin(bad) }
        _ = try await office.begin(bad, .caseWork, "Hỏi rõ ngày hẹn trả")
        let line = try await office.city.store.read { try $0.reveals(RevealFilter(), scope: .whole, limit: 9) }.first
        #expect(line?.reveal.reason == .caseWork)
    }

    @Test("An outcome is one of four, and a note is short")
    func outcome() async throws {
        let office = try await Office()
        let rating = try await office.callBack()
        _ = try await office.begin(rating)
        let long = String(repeating: "a", count: 501)
        for (outcome, note) in [(nil, ""), (.lapsed, ""), (.reached, long)] as [(Call.Outcome?, String)] {
            await #expect(throws: Refusal.self) {
                try await office.city.store.write(as: office.hanh) {
                    try $0.endCall(rating.id, outcome: outcome, note: note, scope: Cast.scopeOfHanh)
                }
            }
        }
    }
}
