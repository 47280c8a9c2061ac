import Documents
import Feedback
import Foundation
import Testing

@testable import Pages

@Suite("Numbers, days and times in Vietnamese")
struct FormatsTests {
    @Test(
        "Shares",
        arguments: [
            (0.80094, 2, "80,09 %"), (1.0, 2, "100,00 %"), (0.0, 1, "0,0 %"), (0.931, 1, "93,1 %"), (0.285, 0, "29 %"),
            (0.0005, 1, "0,1 %"), (0.99996, 2, "100,00 %"),
        ])
    func shares(_ share: Double, _ decimals: Int, _ text: String) {
        #expect(Formats.percent(share, decimals: decimals) == text.replacing(" ", with: "\u{A0}"))
    }

    @Test(
        "Numbers",
        arguments: [
            (12_345.6, 1, "12.345,6"), (4.256, 2, "4,26"), (-0.04, 1, "0,0"), (-1.25, 1, "−1,3"), (Double.nan, 2, "–"),
            (Double.infinity, 2, "–"), (999.95, 1, "1.000,0"), (0.285 * 100, 1, "28,5"),
        ])
    func numbers(_ value: Double, _ decimals: Int, _ text: String) {
        #expect(Formats.number(value, decimals: decimals) == text)
    }

    @Test("A share is the same number on the page, in a picture and in a file: exact halves go up everywhere")
    func oneRounding() {
        for n in 1...400 {
            for k in 0...n {
                let share = Double(k) / Double(n)
                // Ten thousandths of the share, half up, without a Double.
                let exact = (20_000 * k + n) / (2 * n)
                let digits = String(exact % 100)
                let page = "\(exact / 100),\(digits.count < 2 ? "0" : "")\(digits)"
                var csv = CSV(columns: [])
                _ = csv.taken()
                csv.append([.number(share * 100, decimals: 2)])
                guard Formats.number(share * 100, decimals: 2) == page,
                    String(decoding: csv.taken(), as: UTF8.self) == page + "\r\n"
                else {
                    Issue.record("\(k)/\(n) is \(page)")
                    return
                }
            }
        }
    }

    @Test(
        "Counts", arguments: [(0, "0"), (999, "999"), (1_000, "1.000"), (1_234_567, "1.234.567"), (-1_000, "−1.000")])
    func counts(_ value: Int, _ text: String) {
        #expect(Formats.count(value) == text)
    }

    @Test("Days, times and months on the clock of Viet Nam")
    func moments() throws {
        let day = try #require(LocalDay(rawValue: "2026-11-21"))
        #expect(Formats.day(day) == "thứ Bảy, 21/11/2026")
        #expect(Formats.day(day.adding(days: 1)) == "Chủ nhật, 22/11/2026")
        #expect(Formats.day(day.adding(days: 2)) == "thứ Hai, 23/11/2026")
        #expect(Formats.time(day.start.addingTimeInterval(14 * 3_600 + 5 * 60 + 59)) == "14:05")
        #expect(Formats.moment(day.start) == "00:00, thứ Bảy, 21/11/2026")
        #expect(Formats.month(day.month) == "tháng\u{A0}11/2026")
        #expect(Formats.workingHours(2) == "2\u{A0}giờ làm việc")
    }

    @Test(
        "Durations",
        arguments: [
            (-5, "0 phút"), (0, "0 phút"), (45, "45 phút"), (120, "2 giờ"), (125, "2 giờ, 5 phút"), (1_440, "1 ngày"),
            (4_565, "3 ngày, 4 giờ"),
        ])
    func durations(_ minutes: Int, _ text: String) {
        let parts = text.components(", ").map { $0.replacing(" ", with: "\u{A0}") }
        #expect(Formats.duration(minutes: minutes) == parts.joined(separator: " "))
    }

    @Test(
        "How long ago",
        arguments: [
            (-3.0, "vừa xong"), (0.5, "vừa xong"), (4.0, "4 giây trước"), (59.9, "59 giây trước"),
            (60.0, "1 phút trước"),
            (3_599.0, "59 phút trước"), (7_500.0, "2 giờ trước"), (259_205.0, "3 ngày trước"),
        ])
    func ago(_ seconds: Double, _ text: String) {
        let now = LocalDay.sample.start
        let plain = Formats.ago(now.addingTimeInterval(-seconds), now: now).replacing("\u{A0}", with: " ")
        #expect(plain == text)
    }
}
