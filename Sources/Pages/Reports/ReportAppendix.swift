import Documents
import Feedback

/// The appendices of a report, in their order. Those for everybody are numbered in Roman numerals (Nghị định
/// 30/2020/NĐ-CP, Phụ lục I); the one about officials goes to the leadership alone, and has no number in the others' row.
enum ReportAppendix: CaseIterable {
    case units, desks, criteria, cases, officials

    private func isFor(_ audience: ReportAudience) -> Bool { self != .officials || audience == .leadership }

    /// Whether it has a line to tell. Of a unit's own report, the table of units is that unit alone.
    private func says(_ figures: ReportFigures) -> Bool {
        switch self {
        case .units: figures.unit == nil && !figures.units.isEmpty
        case .desks: !figures.desks.isEmpty
        case .criteria: !figures.criteria.isEmpty
        case .cases: figures.allCases.raised > 0
        case .officials: !figures.officials.isEmpty
        }
    }

    /// The appendices of a report with their titles, by which its other parts call them: "Phụ lục II".
    static func all(of paper: ReportPaper) -> [(appendix: ReportAppendix, name: String)] {
        let there = allCases.filter { $0.isFor(paper.audience) && $0.says(paper.figures) }
        return zip(there, ["I", "II", "III", "IV", "V"]).map { appendix, number in
            (appendix, appendix == .officials ? "Phụ lục riêng gửi lãnh đạo" : "Phụ lục \(number)")
        }
    }

    func table(_ tables: ReportTables) -> ReportTable {
        switch self {
        case .units: tables.units
        case .desks: tables.desks
        case .criteria: tables.criteriaLevels
        case .cases: tables.cases
        case .officials: tables.officials
        }
    }
}

extension ReportPaper {
    /// Each on a page of its own; its title is the table's caption, said once.
    func annexes(on page: inout PaperWriter) {
        let tables = ReportTables(self)
        for (appendix, name) in ReportAppendix.all(of: self) {
            var table = appendix.table(tables)
            page.pageBreak()
            page.add([
                .appendix(name, title: table.caption),
                .paragraph(line(enclosure, size: 13, italic: true, rule: 0.4)),
            ])
            table.caption = ""
            page.add([.table(table.paper(nil))])
        }
    }

    /// Of which document it is a part.
    private var enclosure: String {
        let amendment = report.edition.map(\.number).flatMap { $0 > 0 ? ReportWords.two($0) : nil }
        let what = amendment.map { "Phụ lục điều chỉnh số \($0) của " } ?? ""
        return "(Kèm theo \(what)Báo cáo số          /\(form.symbol) \(day) của \(form.issuingAgency))"
    }
}
