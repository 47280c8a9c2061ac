import Feedback
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("Comments")
struct CommentTests {
    private func fixture() async throws -> Fixture {
        let fixture = try await Fixture()
        try await fixture.rate("q03", level: .dissatisfied, comment: "Làm chậm, đi lại 3 lần", reasons: [.late])
        try await fixture.rate(
            "q03", phone: Cast.tuan.phone, comment: "Phải đưa phong bì mới làm", reasons: [.unofficialPayment])
        try await fixture.rate("q07", level: .satisfied, comment: "Đề nghị có thêm ghế", official: "khoa")
        try await fixture.rate("q09", level: .verySatisfied, comment: "lam nhanh, cam on")
        try await fixture.rate("q09", level: .verySatisfied, phone: Cast.tuan.phone)
        return fixture
    }

    private func found(
        _ fixture: Fixture, scope: Scope = .whole, _ change: (inout CommentFilter) -> Void = { _ in }
    ) async throws -> [Int64] {
        var filter = CommentFilter(days: fixture.thisMonth, scope: scope)
        change(&filter)
        let asked = filter
        let (comments, counts) = try await fixture.store.read { tx in
            (try tx.comments(asked, limit: 100, offset: 0), try tx.commentCounts(asked))
        }
        if asked.kind == nil { #expect(counts.values.reduce(0, +) == comments.count) }
        return comments.map(\.rating.id)
    }

    @Test("Everybody finds the words of their own part, newest first")
    func scopes() async throws {
        let fixture = try await fixture()
        #expect(try await found(fixture) == [4, 3, 2, 1])
        #expect(try await found(fixture, scope: Cast.scopeOfHanh) == [1])
        #expect(try await found(fixture, scope: Cast.scopeOfDung) == [3])
        #expect(try await found(fixture, scope: .desks(["q09"])) == [4])
        #expect(try await found(fixture, scope: .nothing) == [])
    }

    @Test("Whoever is accused does not find the accusation, by no word, no reason, no number")
    func accused() async throws {
        let fixture = try await fixture()
        let head = Cast.scopeOfHanh
        for words in ["phong", "phong bi", "\"phong bì\"", "phai dua", "lam"] {
            #expect(try await found(fixture, scope: head) { $0.search = CommentSearch(words) }.contains(2) == false)
            #expect(try await found(fixture) { $0.search = CommentSearch(words) }.contains(2))
        }
        #expect(try await found(fixture, scope: head) { $0.reason = .unofficialPayment } == [])
        let days = fixture.thisMonth
        #expect(try await fixture.store.read { try $0.comment(ofRating: 2, scope: head) } == nil)
        #expect(try await fixture.store.read { try $0.comment(ofRating: 2, scope: .whole) } != nil)
        #expect(try await fixture.store.read { try $0.themes(days: days, scope: head) } == [.late: 1])
        #expect(
            try await fixture.store.read { try $0.themes(days: days, scope: .whole) } == [
                .late: 1, .unofficialPayment: 1,
            ])
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.write(as: .user(1)) { try $0.sortComment(ofRating: 2, as: .wish, scope: head) }
        }
    }

    @Test("Who sees everything and looks at one unit still reads what goes past its head")
    func unitOfWhole() async throws {
        let fixture = try await fixture()
        #expect(try await found(fixture) { $0.units = ["tu-phap"] } == [2, 1])
        #expect(try await found(fixture, scope: Cast.scopeOfHanh) { $0.units = ["dat-dai"] } == [])
        let filter = RatingFilter(days: fixture.thisMonth, scope: .whole, units: ["tu-phap"])
        let read = try await fixture.store.read { try $0.ratings(filter, limit: 10, offset: 0) }
        #expect(read.map(\.comment) == ["Phải đưa phong bì mới làm", "Làm chậm, đi lại 3 lần"])
    }

    @Test("Words, level, reason, kind, desk and field narrow the list")
    func filters() async throws {
        let fixture = try await fixture()
        #expect(try await found(fixture) { $0.search = CommentSearch("lam") } == [4, 2, 1])
        #expect(try await found(fixture) { $0.search = CommentSearch("làm") } == [2, 1])
        #expect(try await found(fixture) { $0.search = CommentSearch("lam 3") } == [1])
        #expect(try await found(fixture) { $0.levels = [.dissatisfied] } == [1])
        #expect(try await found(fixture) { $0.levels = [.satisfied] } == [3, 2])
        #expect(try await found(fixture) { $0.reason = .late } == [1])
        #expect(try await found(fixture) { $0.kind = .wish } == [3])
        #expect(try await found(fixture) { $0.kind = .praise } == [4])
        #expect(try await found(fixture) { $0.cell.desk = "q07" } == [3])
        #expect(try await found(fixture) { $0.cell.field = "ho-tich" } == [4])
        #expect(try await found(fixture) { $0.days = LocalDay.on("2026-10-01")...LocalDay.on("2026-10-31") } == [])
    }

    @Test("What was replaced is not found, nor what a person had erased; corrected words are found anew")
    func gone() async throws {
        let fixture = try await fixture()
        try await fixture.rate("q03", level: .satisfied, comment: "Đã ổn")
        #expect(try await found(fixture) { $0.search = CommentSearch("cham") } == [])
        try await fixture.store.write(as: .user(1)) { try $0.sortComment(ofRating: 3, as: .complaint, scope: .whole) }
        try await fixture.store.write(as: .system) { tx in
            try tx.replaceComment(of: 3, with: "Ghế gãy")
            try tx.replaceComment(of: 4, with: nil)
        }
        #expect(try await found(fixture) { $0.search = CommentSearch("ghe") } == [3])
        #expect(try await found(fixture) { $0.search = CommentSearch("de nghi") } == [])
        #expect(try await found(fixture) { $0.search = CommentSearch("nhanh") } == [])
        #expect(try fixture.sqlite.statement("SELECT COUNT(*) FROM commentText WHERE rating = 4") == [["0"]])
        #expect(
            try fixture.sqlite.statement("SELECT COUNT(*) FROM commentText WHERE plain LIKE '%nghi%'") == [["0"]])
        // What a reader said was about other words.
        #expect(try await fixture.store.read { try $0.kindChanges(ofRating: 3) } == [])
    }

    @Test("A reader says what a comment is, and takes it back; both are known with who and when")
    func sorted() async throws {
        let fixture = try await fixture()
        func sort(_ kind: CommentKind?) async throws {
            try await fixture.store.write(as: .user(7)) { try $0.sortComment(ofRating: 1, as: kind, scope: .whole) }
        }
        try await sort(.wish)
        try await sort(.wish)
        var comment = try await fixture.store.read { try $0.comment(ofRating: 1, scope: .whole) }
        #expect(comment?.kind == .wish && comment?.suggested == .complaint)
        #expect(comment?.sorted?.actor == "user:7" && comment?.sorted?.at == fixture.now)
        #expect(try await found(fixture) { $0.kind = .wish } == [3, 1])
        try await sort(nil)
        comment = try await fixture.store.read { try $0.comment(ofRating: 1, scope: .whole) }
        #expect(comment?.kind == .complaint && comment?.sorted == nil)
        #expect(try await found(fixture) { $0.kind = .wish } == [3])
        #expect(try await fixture.store.read { try $0.kindChanges(ofRating: 1).map(\.kind) } == [.wish, nil])
        let lines = try await fixture.journal().suffix(2)
        #expect(lines.map(\.kind) == ["comment.sorted", "comment.sorted"])
        #expect(lines.map(\.details) == ["kind=wish", "kind=suggested"] && lines.last?.subject == "rating:1")
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.write(as: .user(7)) { try $0.sortComment(ofRating: 5, as: .wish, scope: .whole) }
        }
    }

    @Test("A database from before has its words made searchable once")
    func older() async throws {
        let fixture = try await fixture()
        let texts = "SELECT * FROM commentText ORDER BY rating"
        let kept = try fixture.sqlite.statement(texts)
        try fixture.sqlite.statement("DELETE FROM commentText")
        try fixture.sqlite.keepAllCommentTexts()
        #expect(try fixture.sqlite.statement(texts) == kept)
    }

    @Test("A number in a comment is nowhere at rest, neither as it was sent nor as it was corrected")
    func numbers() async throws {
        let fixture = try await Fixture()
        let rating = try await fixture.rate(comment: "Gọi tôi 0912 345 678, CCCD 075089001234")
        let texts = "SELECT r.comment, c.typed, c.plain FROM rating r JOIN commentText c ON c.rating = r.id"
        let kept = try fixture.sqlite.statement(texts)
        #expect(kept.first?.first == "Gọi tôi •••678, CCCD •••234" && kept.first?.last == " goi toi 678 cccd 234 ")
        let form = TypedForm([("kind", "correct"), ("receipt", rating.receipt.rawValue), ("wish", "Sửa lại")])
        try await fixture.store.write(as: .citizen) { tx in
            let request = try tx.ask(DataRequestForm(form.read()))
            try tx.fulfilRequest(
                request.id, text: "", comment: "Gọi 0251 3877 328", removesComment: false, scope: .whole)
        }
        #expect(try fixture.sqlite.statement(texts).map(\.first) == ["Gọi •••328"])
    }

    @Test("A database from before is masked once, and what readers made of the words stays")
    func olderNumbers() async throws {
        let fixture = try await fixture()
        let raw = "Gọi tôi 0912345678"
        try fixture.sqlite.statement("UPDATE rating SET comment = '\(raw)' WHERE id = 1")
        // Read before it is masked, it is masked all the same.
        #expect(try await fixture.store.read { try $0.comment(ofRating: 1, scope: .whole) } == nil)
        #expect(try await fixture.store.read { try $0.rating(id: 1) }?.comment == "Gọi tôi •••678")
        try fixture.sqlite.statement("DELETE FROM commentText")
        try fixture.sqlite.keepAllCommentTexts()
        try await fixture.store.write(as: .user(7)) { tx in
            for id: Int64 in [1, 3] { try tx.sortComment(ofRating: id, as: .praise, scope: .whole) }
        }
        #expect(try await found(fixture) { $0.search = CommentSearch("0912345678") } == [1])
        for _ in 0..<2 { try fixture.sqlite.maskAllComments() }
        #expect(try await found(fixture) { $0.search = CommentSearch("0912345678") } == [])
        #expect(try await found(fixture) { $0.search = CommentSearch("678") } == [1])
        #expect(try await found(fixture) { $0.kind = .praise } == [4, 3, 1])
        #expect(
            try fixture.sqlite.statement("SELECT comment FROM rating WHERE id IN (1, 3) ORDER BY id") == [
                ["Gọi tôi •••678"], ["Đề nghị có thêm ghế"],
            ])
        // The trigger is there again.
        try fixture.sqlite.statement("UPDATE rating SET comment = NULL WHERE id = 1")
        #expect(try fixture.sqlite.statement("SELECT COUNT(*) FROM commentText WHERE rating = 1") == [["0"]])
    }
}
