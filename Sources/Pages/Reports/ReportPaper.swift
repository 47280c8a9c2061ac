package import Documents
package import Feedback

/// The report as a document in the layout of Nghị định 30/2020/NĐ-CP, and as a workbook of its tables.
package struct ReportPaper: Sendable {
    let report: WrittenReport
    let form: ReportForm
    let audience: ReportAudience
    /// What is not told of the period, and of the one before. The leadership is told everything.
    let secrets: ReportSecrets
    let secretsBefore: ReportSecrets

    /// - Parameter form: of now; a frozen report has its own.
    package init(_ report: WrittenReport, form: ReportForm, audience: ReportAudience = .everybody) {
        self.report = report
        self.form = report.edition?.form ?? form
        self.audience = audience
        let isOpen = audience == .leadership
        secrets = isOpen ? .none : ReportSecrets(report.figures)
        secretsBefore = isOpen ? .none : ReportSecrets(report.figures, \.measuredBefore)
    }

    /// Whether a line with enough ratings is kept back for the sake of a smaller one.
    func keeps(_ line: ReportFigures.Line, _ table: ReportSecrets.Table) -> Bool {
        FigureText.shows(line.measured, .anything) && secrets.hides(line, of: table)
    }

    /// What an amendment changes, as far as its reader may know.
    var shownDifferences: [ReportDifference] {
        report.differences.filter { audience == .leadership || $0.part != .officials }
    }

    var figures: ReportFigures { report.figures }
    var words: ReportWords { ReportWords(report.subject, unitName: figures.unitName) }

    package var fileName: String { words.fileName(number: report.edition?.number, audience: audience) }

    package func paper() -> Paper {
        var page = PaperWriter()
        page.add(head)
        if let edition = report.edition, edition.number > 0 {
            amendment(edition, on: &page)
        } else {
            opening(on: &page)
            deployment(on: &page)
            results(on: &page)
            negative(on: &page)
            written(on: &page)
            closing(on: &page)
        }
        page.add(tail)
        annexes(on: &page)
        return Paper(
            title: "\(words.title)\(report.isDraft ? " (dự thảo)" : "")", author: form.issuingAgency,
            blocks: page.blocks,
            foot: mark)
    }

    package func printPage() -> String { paper().printPage() }
    package var printStyle: String { paper().printStyle }

    /// What every page says at its foot.
    var mark: String {
        guard let edition = report.edition else {
            return "DỰ THẢO, số liệu tính đến \(Formats.moment(report.asOf)). Chưa chốt, chưa dùng để báo cáo."
        }
        return "Mã số liệu \(edition.snapshot), chốt lúc \(Formats.moment(edition.at)). "
            + "Nhật ký dòng \(edition.seal.line), mã băm \(edition.seal.hex.prefix(16))"
    }

    package func sheets() -> [Worksheet] {
        ReportTables(self).all.map { $0.sheet([words.title, mark], method: rule) }
    }

    /// How the headline is made; under the main table.
    var rule: String {
        "\(figures.rule.words) Hài lòng là mức 4 và 5 trên 5. Người dân tự nguyện đánh giá tại quầy: khoảng tin cậy chỉ "
            + "nói về sự ngẫu nhiên, không nói ai đã chọn đánh giá. Chỉ số hài lòng (nội bộ)."
    }
}

/// Blocks in the order of the page; tables are numbered as they come.
struct PaperWriter {
    private(set) var blocks: [Paper.Block] = []
    private var tables = 0
    private var pictures = 0

    mutating func add(_ more: [Paper.Block]) { blocks += more }
    mutating func chapter(_ text: String) { blocks.append(.heading(level: 1, text)) }
    mutating func section(_ text: String) { blocks.append(.heading(level: 2, text)) }
    mutating func paragraph(_ text: String) { blocks.append(.paragraph(.body(text))) }
    mutating func pageBreak() { blocks.append(.pageBreak) }

    /// What somebody wrote: a paragraph for each line.
    mutating func prose(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
            paragraph(String(line))
        }
    }

    mutating func table(_ table: ReportTable) {
        tables += 1
        blocks.append(.table(table.paper(tables)))
    }

    mutating func picture(_ svg: String, title: String) {
        pictures += 1
        blocks.append(.picture(svg: svg, width: 165, alternative: title))
        let caption = Paper.Line(
            [Paper.Run("Hình \(pictures). \(title)", italic: true)], alignment: .centre, size: 12, after: 10)
        blocks.append(.paragraph(caption))
    }
}
