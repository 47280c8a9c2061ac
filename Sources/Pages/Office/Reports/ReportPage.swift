package import Feedback

/// One report: what its figures say, the words to write, the documents to take. Posts `unit` and the sections to
/// `…/texts`, `unit` to `…/freeze`, `unit` and `reason` to `…/amend`.
package struct ReportPage: Page {
    package static let template = "office-report"

    struct Problem: Sendable {
        let anchor: String
        let message: String
    }

    struct Edition: Sendable {
        let title: String
        let href: String
        let isCurrent: Bool
    }

    struct Difference: Sendable {
        let part: String
        let name: String
        let old: String
        let new: String
    }

    struct Document: Sendable {
        let name: String
        let href: String
    }

    let header: Header
    let title: String
    let backHref: String
    let state: String
    let isDraft: Bool
    let editions: [Edition]
    let hasEditions: Bool
    let problems: [Problem]
    let figure: FigureText
    let ratings: String
    let change: String
    let lastYear: String
    let goals: [String]
    let cases: String
    let bands: String
    let figuresHref: String
    let documents: [Document]
    let forLeadership: Bool
    let leadershipDocuments: [Document]
    let seal: String?
    /// Why this amendment was made.
    let reason: String?
    let hasDifferences: Bool
    let differencesTitle: String
    let differences: [Difference]
    /// What may be done by whoever reads it.
    let mayWrite: Bool
    let mayFreeze: Bool
    let mayAmend: Bool
    let isRunning: Bool
    let sections: [SectionForm]
    let unit: String
    let action: String
    let formToken: String
    let typedReason: String

    /// - Parameters:
    ///   - drift: what is different now from the last edition.
    ///   - names: of whoever wrote, by the actor's label.
    ///   - typed: what was sent and could not be taken.
    package init(
        _ frame: Frame, report: WrittenReport, address: ReportAddress, drift: [ReportDifference],
        names: [String: String], mayWrite: Bool, forLeadership: Bool, typed: FormFields? = nil,
        problems: FormProblems = FormProblems()
    ) {
        let words = ReportWords(report.subject, unitName: report.figures.unitName)
        let figures = report.figures
        title = words.title
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        backHref =
            "\(ReportAddress.rooms)?year=\(report.subject.period.last.year)"
            + (report.subject.unit.map { "&unit=\($0)" } ?? "")
        state = Self.state(report)
        isDraft = report.isDraft
        editions = report.editions.map { edition in
            Edition(
                title: edition.number == 0
                    ? "Báo cáo đã chốt" : "Phụ lục điều chỉnh số \(ReportWords.two(edition.number))",
                href: address.at(edition.number).path, isCurrent: edition.number == report.edition?.number)
        }
        hasEditions = editions.count > 1
        self.problems = problems.problems.map { Problem(anchor: $0.field, message: $0.message) }
        figure = FigureText(figures.headline)
        ratings = Formats.count(figures.headline.ratings)
        change = ReportSentences.change(figures.previous, figures.headline, since: report.subject.period.previous)
        lastYear = ReportSentences.change(
            figures.lastYear.measured, figures.headline, since: report.subject.period.sameLastYear)
        goals = figures.goals.filter(\.sameMethod).map {
            "\($0.name) \(Formats.percent($0.value)): \(ReportSentences.verdict(figures.headline, on: $0))"
        }
        cases = Self.cases(figures.allCases)
        bands = Self.bands(figures)
        figuresHref =
            "/office/figures/\(report.subject.period)" + (report.subject.unit.map { "?unit=\($0)" } ?? "")
        let here = address.at(report.edition?.number)
        documents = Self.documents(here)
        self.forLeadership = forLeadership
        leadershipDocuments = forLeadership ? Self.documents(here.for(.leadership)) : []
        seal = report.edition.map { ReportPage.seal($0) }
        reason = report.edition.flatMap { $0.reason.isEmpty ? nil : $0.reason }
        let shown = (report.edition?.number ?? 0) > 0 && drift.isEmpty ? report.differences : drift
        differences = shown.filter { forLeadership || $0.part != .officials }.map(Difference.init)
        hasDifferences = !differences.isEmpty
        differencesTitle =
            drift.isEmpty ? "Số liệu đã điều chỉnh so với lần chốt trước" : "Số liệu đã thay đổi từ lần chốt cuối"
        self.mayWrite = mayWrite && report.isDraft
        isRunning = report.isRunning
        mayFreeze = mayWrite && report.isDraft && !report.isRunning
        mayAmend = mayWrite && report.isLatest && !drift.isEmpty
        let suggestions = ReportSuggestions(figures)
        sections = report.parts.map { part in
            SectionForm(
                part, address: address, suggestion: suggestions[part.section], names: names,
                typed: typed?[part.section.rawValue], problem: problems.message(for: part.section.rawValue),
                mayWrite: mayWrite && report.isDraft)
        }.filter { $0.mayWrite || !$0.body.isEmpty }
        unit = report.subject.unit?.rawValue ?? ""
        action = "\(ReportAddress.rooms)/\(report.subject.period)"
        formToken = frame.formToken
        typedReason = typed?["reason"] ?? ""
    }
}

extension ReportPage {
    private static func state(_ report: WrittenReport) -> String {
        if let edition = report.edition {
            return edition.number == 0
                ? "Đã chốt lúc \(Formats.moment(edition.at)). Số liệu và lời văn giữ nguyên."
                : "Phụ lục điều chỉnh, chốt lúc \(Formats.moment(edition.at))."
        }
        let running = report.isRunning ? " Kỳ báo cáo chưa hết." : ""
        return "Dự thảo, số liệu tính đến \(Formats.moment(report.asOf)).\(running)"
    }

    private static func cases(_ cases: CaseOutcome) -> String {
        guard cases.raised > 0 else { return "Không có vụ việc nào" }
        return "\(Formats.count(cases.raised)) vụ việc: trả lời đúng hạn \(Formats.count(cases.inTime)), quá hạn "
            + "\(Formats.count(cases.late)), chưa trả lời \(Formats.count(cases.waiting))"
    }

    private static func bands(_ figures: ReportFigures) -> String {
        guard figures.isCompared else { return "Chưa có hai \(figures.partWord) đủ 30 phiếu để so sánh" }
        if figures.lower.isEmpty && figures.higher.isEmpty {
            return "Không \(figures.partWord) nào rõ ràng khác mức chung"
        }
        var parts: [String] = []
        if !figures.lower.isEmpty { parts.append("Rõ ràng thấp hơn mức chung: \(ReportSentences.list(figures.lower))") }
        if !figures.higher.isEmpty {
            parts.append("Rõ ràng cao hơn mức chung: \(ReportSentences.list(figures.higher))")
        }
        return parts.joined(separator: ". ")
    }

    private static func documents(_ address: ReportAddress) -> [Document] {
        [
            ("Word (DOCX)", ".docx"), ("PDF", ".pdf"), ("Bảng tính (XLSX)", ".xlsx"), ("Xem và in", "/print"),
        ].map { Document(name: $0.0, href: address.path($0.1)) }
    }

    private static func seal(_ edition: ReportEdition) -> String {
        "Mã số liệu \(edition.snapshot). Nhật ký đến dòng \(edition.seal.line), mã băm \(edition.seal.hex)."
    }
}

extension ReportPage.Difference {
    fileprivate init(_ difference: ReportDifference) {
        part = difference.part.words
        name = difference.name.isEmpty ? "Tỷ lệ hài lòng" : difference.name
        old = difference.old.words(difference.part)
        new = difference.new.words(difference.part)
    }
}
