import Feedback
import TestSupport
import Testing

@testable import Pages

@Suite("What a report suggests")
struct ReportSuggestionsTests {
    private func line(_ id: String, _ n: Int, bad: Int) -> ReportFigures.Line {
        .init(id: id, name: id, counts: Counts(n2: bad, n5: n - bad), ratings: n)
    }

    private func figures(
        criteria: [ReportFigures.Line] = [], cases: [CaseOutcome] = [], themes: [(Reason, Int)] = []
    ) -> ReportFigures {
        let all = line("", 400, bad: 20)
        return ReportFigures(
            period: "2026-10", authority: "Long Khánh", now: all, lastYear: all, months: [],
            deployment: .init(desks: 2, desksWithCode: 2, desksWithRatings: 2, units: 1, unitsWithRatings: 1),
            units: [], desks: [], fields: [], criteria: criteria, factors: [], channels: [], evidence: [],
            officials: [], goals: [], cases: cases, themes: themes.map { .init(name: $0.0.words, count: $0.1) })
    }

    private func outcome(_ unit: String, late: Int = 0, overdue: Int = 0) -> CaseOutcome {
        var outcome = CaseOutcome(unit: unit, unitName: unit, category: "x")
        (outcome.raised, outcome.late, outcome.waiting, outcome.overdue) = (late + overdue, late, overdue, overdue)
        return outcome
    }

    @Test("The lowest criterion is a shortcoming only where chance alone does not make it the lowest")
    func criterion() {
        let close = ReportSuggestions(
            figures(criteria: [line("Thời gian", 400, bad: 24), line("Thái độ", 400, bad: 20)]))
        #expect(!close.shortcomings.contains("Thời gian") && close.solutions.contains("có thể do ngẫu nhiên"))
        let apart = ReportSuggestions(
            figures(criteria: [line("Thời gian", 400, bad: 90), line("Thái độ", 400, bad: 20)]))
        #expect(
            apart.shortcomings.contains("Tiêu chí “Thời gian”") && apart.solutions.contains("Phân tích nguyên nhân"))
    }

    @Test("Only units with a case that still waits past its deadline are told to answer it")
    func overdue() {
        let words = ReportSuggestions(figures(cases: [outcome("Xuân Bình", late: 1), outcome("Xuân An", overdue: 2)]))
        #expect(words.shortcomings.contains("1 vụ việc đã trả lời nhưng quá hạn (Xuân Bình)."))
        #expect(words.shortcomings.contains("Còn 2 vụ việc quá hạn chưa trả lời (Xuân An)."))
        #expect(words.solutions.contains("Yêu cầu Xuân An trả lời dứt điểm"))
    }

    @Test("“Khác” is no subject to look into")
    func other() {
        let words = ReportSuggestions(figures(themes: [(.other, 40), (.late, 9)]))
        #expect(!words.solutions.contains("khác") && words.solutions.contains("“trễ hẹn”"))
        #expect(!ReportSuggestions(figures(themes: [(.other, 40)])).shortcomings.contains("phản ánh"))
    }
}
