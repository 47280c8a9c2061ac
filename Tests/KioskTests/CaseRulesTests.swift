import Feedback
import Foundation
import Kiosk
import Testing

@Suite("How cases run out, in alerts.yaml")
struct CaseRulesTests {
    private func read(_ more: String) throws -> CaseRules {
        var files = Folders.small
        files["alerts.yaml"] = (files["alerts.yaml"] ?? "") + more
        return try Folders.with(files) { try KioskFolder.read($0) }.0.alerts.cases
    }

    private func faults(_ more: String) throws -> [String] {
        try #require(throws: ConfigurationFaults.self) { _ = try read(more) }.all.map { "\($0.key): \($0.message)" }
    }

    @Test("has seven days and no templates where it says nothing")
    func usual() throws {
        #expect(try read("") == CaseRules(closesAfterDays: 7, answers: []))
    }

    @Test("takes days and templates, and writes them again")
    func given() throws {
        let rules = try read(
            "closesAfterDays: 3\nanswers:\n  - id: a\n    title: Xin lỗi\n    text: >-\n      Một\n      hai.\n")
        let answer = AnswerTemplate(id: "a", title: "Xin lỗi", text: "Một hai.")
        #expect(rules == CaseRules(closesAfterDays: 3, answers: [answer]))
        let small = try Folders.with(Folders.small) { try KioskFolder.read($0) }
        var configuration = small.0
        configuration.alerts.cases = rules
        let folder = try Folders.empty()
        defer { try? FileManager.default.removeItem(at: folder) }
        try KioskFolder.write(configuration, small.1, to: folder)
        #expect(try KioskFolder.read(folder).0.alerts.cases == rules)
    }

    @Test("refuses no days at all, a template without words, and one id twice")
    func broken() throws {
        #expect(try faults("closesAfterDays: 0\n").contains { $0.hasPrefix("closesAfterDays: cần một số nguyên") })
        #expect(try faults("answers:\n  - id: a\n    title: A\n").contains { $0.contains("thiếu khóa “text”") })
        let twice = "answers:\n" + String(repeating: "  - id: a\n    title: A\n    text: B\n", count: 2)
        #expect(try faults(twice).contains { $0.contains("trùng mã mẫu trả lời “a”") })
    }

    @Test("is shipped with templates that fit an answer, and with the holidays of Tết 2024, 2026 and 2027")
    func shipped() throws {
        let alerts = try KioskFolder.read(Folders.shipped).0.alerts
        #expect(alerts.cases.closesAfterDays == 7 && alerts.cases.answers.count >= 4)
        for answer in alerts.cases.answers {
            _ = try CaseAnswer(text: answer.text, finding: .unclear)
        }
        for (first, last, days) in [
            ("2024-02-08", "2024-02-14", 5), ("2026-02-16", "2026-02-20", 5), ("2027-02-05", "2027-02-11", 5),
        ] {
            let tet = alerts.hours.holidays.filter { $0.rawValue >= first && $0.rawValue <= last }
            #expect(tet.count == days, "\(first)")
        }
        // From the last afternoon before Tết 2026 to the first morning after it: an hour and a half.
        let friday = try #require(LocalDay(rawValue: "2026-02-13")).start.addingTimeInterval(16 * 3_600)
        let monday = try #require(LocalDay(rawValue: "2026-02-23")).start.addingTimeInterval(8 * 3_600)
        #expect(alerts.hours.minutes(from: friday, to: monday) == 90)
    }
}
