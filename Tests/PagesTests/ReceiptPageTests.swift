import Feedback
import Foundation
import Testing

@testable import Pages

@Suite("The receipt page and the refusals")
struct ReceiptPageTests {
    @Test(
        "A receipt holds no phone and nobody's name, whatever the case",
        arguments: [
            ReceiptPage.sample, .sampleOpen, .sampleOverdue, .sampleAnswered,
        ])
    func noNames(_ page: ReceiptPage) throws {
        let html = try page.html()
        for name in ["Minh", "Hạnh", "Phúc", "user:2", "•••"] { #expect(!html.contains(name)) }
        #expect(html.contains("789A-BCDE-FGHJK"))
        #expect(html.contains("href=\"/r/789ABCDEFGHJK\""))
    }

    @Test("The code as printed on the receipt can be typed back")
    func typedBack() {
        let receipt = Receipt(random: Array(7...19))
        #expect(Receipt(ReceiptPage.grouped(receipt.rawValue)) == receipt)
    }

    @Test("A new rating of the same day says that it takes the other's place")
    func replaced() throws {
        #expect(try ReceiptPage.sample.html().contains("Đánh giá mới thay cho đánh giá trước trong ngày"))
        #expect(try !ReceiptPage.sampleOpen.html().contains("thay cho đánh giá trước"))
    }

    @Test("An open case says who answers and by when; a late one says whom to call; an answered one gives the answer")
    func followUp() throws {
        let open = try ReceiptPage.sampleOpen.html()
        #expect(open.contains("người đứng đầu Phòng Tư pháp"))
        #expect(open.contains("Hạn trả lời: <strong>10:15, thứ Ba, 24/11/2026</strong>"))
        let late = try ReceiptPage.sampleOverdue.html()
        #expect(late.contains("chuyển đến Phòng Nội vụ"))
        #expect(late.contains("đã quá hạn"))
        let answered = try ReceiptPage.sampleAnswered.html()
        #expect(answered.contains("Phòng đã kiểm tra và xin lỗi Ông/Bà."))
        #expect(!answered.contains("Hạn trả lời"))
    }

    static let refusals: [Refusal] = [
        .notFound, .retiredCode(desk: "Quầy 3", code: .sample), .retiredCode(desk: "Quầy 3", code: nil),
        .retiredCode(desk: nil, code: nil),
        .closedDesk(ClosedDesk(desk: "Quầy 3", unit: "UBND phường", lastDay: LocalDay(number: 20_000))), .closed,
        .forgedVisit, .alreadySent,
        .invalid(FormProblems([.init(field: "phone", message: "Số điện thoại chưa đúng.")])), .tooLarge,
        .unsupportedType, .malformed, .busy(retryAfter: 5), .signInRequired, .wrongPassword, .slowDown(retryAfter: 90),
        .foreignForm, .spentLink,
    ]

    @Test("Every refusal says in Vietnamese what happened and what to do", arguments: refusals)
    func refusal(_ refusal: Refusal) throws {
        let page = RefusalPage(refusal, directory: .sample)
        #expect(!page.title.isEmpty && !page.title.hasSuffix("."))
        #expect(!page.lines.isEmpty && page.lines.allSatisfy { $0.hasSuffix(".") })
        #expect(page.lines.contains { $0.lowercased().contains("xin ") } || page.link != nil || refusal == .closed)
        let html = try page.html()
        #expect(try Markup(html).faults == [])
        #expect(html.contains("0251 3877 328"))
    }

    @Test("A retired code names the right desk and leads to its form")
    func retired() throws {
        let html = try RefusalPage(.retiredCode(desk: "Quầy 3", code: .sample), directory: .sample).html()
        #expect(html.contains("<a class=\"go\" href=\"/q/\(DeskCode.sample)\">Mở trang đánh giá của Quầy 3</a>"))
    }

    @Test(
        "A wait is said in words that fit its length",
        arguments: [
            (0, "1 giây"), (59, "59 giây"), (60, "1\u{A0}phút"), (61, "2\u{A0}phút"), (3_600, "1\u{A0}giờ"),
        ])
    func wait(_ seconds: Int, _ words: String) {
        let page = RefusalPage(.slowDown(retryAfter: seconds), directory: .sample)
        #expect(page.lines.joined().contains("Xin chờ \(words) rồi"))
    }
}
