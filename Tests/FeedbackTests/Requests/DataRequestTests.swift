import Feedback
import Foundation
import TestSupport
import Testing

@Suite("Lan asks about her own data")
struct DataRequestTests {
    private let scope = Scope.whole

    private func ask(
        _ fixture: Fixture, _ kind: DataRequest.Kind, about rating: Rating, wish: String = "Xin giúp tôi."
    ) async throws -> DataRequest {
        let form = try DataRequestForm(
            TypedForm([("receipt", rating.receipt.rawValue), ("kind", kind.rawValue), ("wish", wish)]).read())
        return try await fixture.store.write(as: .citizen) { try $0.ask(form) }
    }

    private func request(_ fixture: Fixture, _ id: Int64) async throws -> DataRequest {
        let found = try await fixture.store.read { try $0.dataRequest(id, scope: .whole) }
        return try #require(found)
    }

    private func steps(_ fixture: Fixture, _ id: Int64) async throws -> [DataRequestStep] {
        try await fixture.store.read { try $0.dataRequestSteps(of: id) }
    }

    @Test("Her receipt is enough; the clock starts, and the journal knows neither her words nor her number")
    func asked() async throws {
        let fixture = try await Fixture()
        let rating = try await fixture.rate(comment: "Con tôi bị ốm")
        let request = try await ask(fixture, .delete, about: rating, wish: "Xóa số 0950000101")
        #expect(request.number == "YC-000001" && request.replyBy == .on("2026-11-24"))
        #expect(request.dueBy == .on("2026-12-10") && request.isOpen && request.nextDay == .on("2026-11-24"))
        let kept = try #require(try await fixture.store.read { try $0.dataRequest(code: request.code) })
        #expect(kept == request && kept.code.rawValue != rating.receipt.rawValue)
        #expect(try await steps(fixture, request.id).map(\.kind) == [.received])
        let line = try #require(try await fixture.journal().last)
        #expect(line.kind == "data-request.received" && line.subject == "data-request:1")
        #expect(line.details == "kind=delete")
    }

    @Test("What she typed wrongly is said field by field; a receipt that is none is one sentence")
    func wrong() async throws {
        let fixture = try await Fixture()
        let rating = try await fixture.rate()
        func problems(_ fields: [(name: String, value: String)]) throws -> [String] {
            let form = try TypedForm(fields).read()
            switch Result(catching: { () throws(Refusal) in try DataRequestForm(form) }) {
            case .failure(.invalid(let problems)): return problems.problems.map(\.field)
            default: return []
            }
        }
        #expect(try problems([]) == ["kind", "receipt"])
        #expect(try problems([("kind", "spy"), ("receipt", "ABC")]) == ["kind", "receipt"])
        #expect(try problems([("kind", "correct"), ("receipt", rating.receipt.rawValue)]) == ["wish"])
        let long = String(repeating: "a", count: 1_001)
        #expect(try problems([("kind", "copy"), ("receipt", rating.receipt.rawValue), ("wish", long)]) == ["wish"])
        let form = try DataRequestForm(TypedForm([("kind", "copy"), ("receipt", "0000000000000")]).read())
        await #expect(throws: Refusal.invalid(DataRequestForm.unknownReceipt)) {
            try await fixture.store.write(as: .citizen) { try $0.ask(form) }
        }
    }

    @Test("A double tap is one request; the same wish a day later is sent to the first one")
    func twice() async throws {
        let fixture = try await Fixture()
        let rating = try await fixture.rate()
        let first = try await ask(fixture, .copy, about: rating)
        #expect(try await ask(fixture, .copy, about: rating) == first)
        fixture.world.advance(minutes: 20)
        await #expect(throws: Refusal.self) { try await ask(fixture, .copy, about: rating) }
        #expect(try await ask(fixture, .withdraw, about: rating).id == 2)
    }

    @Test("Reply, one extension with a reason, then the copy: every step names who did it")
    func whole() async throws {
        let fixture = try await Fixture()
        let rating = try await fixture.rate(level: .dissatisfied)
        let id = try await ask(fixture, .copy, about: rating).id
        let scope = scope
        try await fixture.store.write(as: .user(1)) { try $0.replyToRequest(id, text: " Đã nhận. ", scope: scope) }
        #expect(try await request(fixture, id).nextDay == .on("2026-11-30"))
        await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .user(1)) { try $0.extendRequest(id, reason: " ", scope: scope) }
        }
        try await fixture.store.write(as: .user(1)) { try $0.extendRequest(id, reason: "Hồ sơ giấy.", scope: scope) }
        #expect(try await request(fixture, id).lastDay == .on("2026-12-07"))
        await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .user(1)) { try $0.extendRequest(id, reason: "Nữa.", scope: scope) }
        }
        try await fixture.store.write(as: .user(1)) {
            try $0.fulfilRequest(id, text: "Xin cảm ơn.", comment: "", removesComment: false, scope: scope)
        }
        let steps = try await steps(fixture, id)
        #expect(steps.map(\.kind) == [.received, .replied, .extended, .answered])
        #expect(steps.map(\.actor) == ["citizen", "user:1", "user:1", "user:1"])
        #expect(steps[1].text == "Đã nhận." && steps[3].text.hasSuffix("\nXin cảm ơn."))
        #expect(try await request(fixture, id).outcome == .answered)
        for again in 0..<2 {
            await #expect(throws: Refusal.self) {
                try await fixture.store.write(as: .user(1)) { tx in
                    if again == 0 { try tx.refuseRequest(id, reason: "Muộn", scope: scope) }
                    try tx.fulfilRequest(id, text: "", comment: "", removesComment: false, scope: scope)
                }
            }
        }
    }

    @Test("After the last day there is no extension, and the request burns")
    func late() async throws {
        let fixture = try await Fixture()
        let id = try await ask(fixture, .copy, about: try await fixture.rate()).id
        let scope = scope
        #expect(try await fixture.store.read { try $0.dataRequestLoad() }.overdue == 0)
        fixture.world.set(.inVietNam("2026-11-24", 23, 59))
        #expect(try await fixture.store.read { try $0.dataRequestLoad() }.overdue == 0)
        fixture.world.set(.inVietNam("2026-11-25", 0, 0))
        let load = try await fixture.store.read { try $0.dataRequestLoad() }
        #expect(load.open == 1 && load.overdue == 1 && load.nextDay == .on("2026-11-24"))
        fixture.world.set(.inVietNam("2026-12-01", 9, 0))
        await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .user(1)) { try $0.extendRequest(id, reason: "Bận.", scope: scope) }
        }
        await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .user(1)) { try $0.refuseRequest(id, reason: "", scope: scope) }
        }
        try await fixture.store.write(as: .user(1)) { try $0.refuseRequest(id, reason: "Điều 19.", scope: scope) }
        #expect(try await fixture.store.read { try $0.dataRequestLoad() } == DataRequestLoad())
    }

    @Test("Deleting takes the number, its fingerprint and the digest; the rating and every figure stay")
    func delete() async throws {
        let fixture = try await Fixture()
        let replaced = try await fixture.rate(level: .dissatisfied, comment: "Nhà tôi ở số 5")
        let rating = try await fixture.rate(comment: "Tôi là Lan")
        let counts = try await fixture.counts()
        let id = try await ask(fixture, .delete, about: rating).id
        let scope = scope
        try await fixture.store.write(as: .user(1)) {
            try $0.fulfilRequest(id, text: "", comment: "", removesComment: true, scope: scope)
        }
        for before in [rating, replaced] {
            let after = try #require(try await fixture.store.read { try $0.rating(receipt: before.receipt) })
            #expect(after.phone == nil && after.phoneTag == nil && after.comment == nil && !after.mayCallBack)
            #expect(after.contentDigest != before.contentDigest && after.answers.all == before.answers.all)
            #expect(try await fixture.store.read { try $0.maskedPhone(of: before.id) } == nil)
        }
        #expect(try await fixture.counts() == counts)
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } == 0)
        let told = try await fixture.journal().map(\.kind)
        #expect(told.filter { $0 == "phone.forgotten" }.count == 2)
        // Nothing of hers stands in the way of a new rating.
        #expect(try await fixture.rate().id > rating.id)
    }

    @Test("Deleting one rating's number leaves her other ratings as they are")
    func deleteAlone() async throws {
        let fixture = try await Fixture()
        let (here, next) = (try await fixture.rate(), try await fixture.rate("q07"))
        let id = try await ask(fixture, .delete, about: here).id
        let scope = scope
        try await fixture.store.write(as: .user(1)) {
            try $0.fulfilRequest(id, text: "", comment: "", removesComment: false, scope: scope)
        }
        #expect(try await fixture.store.read { try $0.maskedPhone(of: next.id) } != nil)
    }

    @Test("Correcting replaces the words; the journal keeps that, not the words")
    func correct() async throws {
        let fixture = try await Fixture()
        let rating = try await fixture.rate(comment: "Anh Minh ở nhà 12 quát tôi")
        let id = try await ask(fixture, .correct, about: rating, wish: "Bỏ số nhà").id
        let scope = scope
        await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .user(1)) {
                try $0.fulfilRequest(
                    id, text: "", comment: String(repeating: "a", count: 1_001), removesComment: false, scope: scope)
            }
        }
        try await fixture.store.write(as: .user(1)) {
            try $0.fulfilRequest(id, text: "", comment: "Bị quát", removesComment: false, scope: scope)
        }
        #expect(try await fixture.store.read { try $0.rating(id: rating.id) }?.comment == "Bị quát")
        let line = try #require(try await fixture.journal().first { $0.kind == "comment.corrected" })
        #expect(line.subject == "rating:\(rating.id)" && line.details == "data-request:\(id)")
        #expect(try await fixture.journal().allSatisfy { !$0.details.contains("quát") })
    }

    @Test("Taking the consent back forbids calling", arguments: [DataRequest.Kind.withdraw, .restrict, .object])
    func withdraw(kind: DataRequest.Kind) async throws {
        let fixture = try await Fixture()
        var form = try fixture.form()
        form.fields.append((name: "callback", value: "yes"))
        let rating = try await fixture.send(form)
        #expect(rating.mayCallBack)
        let id = try await ask(fixture, kind, about: rating).id
        let scope = scope
        try await fixture.store.write(as: .user(1)) {
            try $0.fulfilRequest(id, text: "", comment: "", removesComment: false, scope: scope)
        }
        #expect(try await fixture.store.read { try $0.rating(id: rating.id) }?.mayCallBack == false)
    }

    @Test(
        "Who was told that nobody calls is not called, though a case is open and a reason given",
        arguments: [DataRequest.Kind.withdraw, .restrict, .object])
    func neverCalled(kind: DataRequest.Kind) async throws {
        let fixture = try await Fixture()
        let rating = try await fixture.rate(level: .veryDissatisfied)
        let reason = "Hỏi lại cho rõ vụ việc"
        let call = { @Sendable (tx: any Writing) in
            _ = try tx.beginCall(rating.id, reason: .caseWork, words: reason, scope: .whole)
        }
        let user = try await fixture.store.write(as: .system) {
            try $0.insertUser(User(id: 0, name: "Hạnh", email: Cast.hanh.email, grants: [Grant(role: .homeAffairs)]))
        }
        #expect(try await fixture.store.read { try $0.phoneFile(rating.id, scope: .whole).mayBeCalled })
        let id = try await ask(fixture, kind, about: rating).id
        let scope = scope
        try await fixture.store.write(as: .user(user)) {
            try $0.fulfilRequest(id, text: "", comment: "", removesComment: false, scope: scope)
        }
        await #expect(throws: Refusal.self) { try await fixture.store.write(as: .user(user), call) }
        #expect(try await fixture.journal().allSatisfy { $0.kind != "phone.revealed" && $0.kind != "call.begun" })
    }

    @Test("Whoever is over another unit finds no request")
    func scoped() async throws {
        let fixture = try await Fixture()
        let id = try await ask(fixture, .copy, about: try await fixture.rate()).id
        let next = Cast.scopeOfDung
        #expect(try await fixture.store.read { try $0.dataRequests(scope: next, onlyOpen: false, limit: 9) }.isEmpty)
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.write(as: .user(2)) { try $0.replyToRequest(id, text: "", scope: next) }
        }
        #expect(try await fixture.store.read { try $0.dataRequestLoad(scope: next) }.open == 0)
    }

    @Test("Open ones come first, the nearest day on top")
    func order() async throws {
        let fixture = try await Fixture()
        let rating = try await fixture.rate()
        let done = try await ask(fixture, .object, about: rating).id
        let deletion = try await ask(fixture, .delete, about: rating).id
        let copy = try await ask(fixture, .copy, about: rating).id
        let scope = scope
        try await fixture.store.write(as: .user(1)) { tx in
            try tx.refuseRequest(done, reason: "Điều 19.", scope: scope)
            for id in [deletion, copy] { try tx.replyToRequest(id, text: "", scope: scope) }
        }
        let all = try await fixture.store.read { try $0.dataRequests(scope: scope, onlyOpen: false, limit: 9) }
        #expect(all.map(\.id) == [copy, deletion, done])
    }
}
