import Feedback
import Foundation
import TestSupport
import Testing

@testable import Pages

@Suite("Deadlines in words")
struct DueTextTests {
    @Test(
        "What is left and what is over is said in working time",
        arguments: [
            (450 + 180, "còn 1 ngày làm việc 3 giờ"), (120, "còn 2 giờ làm việc"), (125, "còn 2 giờ 5 phút làm việc"),
            (25, "còn 25 phút làm việc"), (450, "còn 1 ngày làm việc"), (960, "còn 2 ngày làm việc 1 giờ"),
        ])
    func left(minutes: Int, words: String) {
        let text = DueText(hours: WorkingHours())
        let now = Date.fridayMorning
        let due = text.hours.deadline(after: now, minutes: minutes)
        #expect(text.words(due, now: now).replacing("\u{A0}", with: " ") == words)
        let late = text.words(now, now: due).replacing("\u{A0}", with: " ")
        #expect(late == words.replacing("còn", with: "quá hạn"))
    }

    @Test("A night, a weekend and Tết take no time away, and a moment is a moment")
    func nights() {
        let text = DueText(hours: WorkingHours(holidays: [.on("2026-11-23")], compensated: []))
        let evening = Date.inVietNam("2026-11-20", 17, 30)
        #expect(text.words(.inVietNam("2026-11-24", 9, 30), now: evening) == "còn 2\u{A0}giờ làm việc")
        #expect(text.words(.inVietNam("2026-11-20", 17, 0), now: evening) == "vừa quá hạn")
        #expect(text.words(evening, now: evening) == "đến hạn bây giờ")
    }
}
