import Documents
import Feedback

/// The tables of a report, for the document and for the workbook.
struct ReportTables {
    private typealias Column = ReportTable.Column
    private typealias Value = ReportTable.Value

    private let figures: ReportFigures
    private let paper: ReportPaper

    init(_ paper: ReportPaper) {
        self.paper = paper
        figures = paper.figures
    }

    private var period: String { paper.words.period }

    /// Sheets of the workbook.
    var all: [ReportTable] {
        let changes = paper.report.differences.filter { paper.audience == .leadership || $0.part != .officials }
        return [levels, months] + (figures.goals.isEmpty ? [] : [goals]) + [units, desks, fields]
            + (figures.factorLines.isEmpty ? [] : [factors])
            + [criteriaLevels, channels, categories, cases] + (figures.themes == nil ? [] : [themes])
            + (paper.audience == .leadership ? [officials] : []) + (changes.isEmpty ? [] : [differences(changes)])
    }

    var levels: ReportTable {
        let counts = figures.headline.counts
        let mayShow = [.provisional, .full].contains(figures.headline.size)
        let rows = zip(Level.words, counts.levels).enumerated().map { place, level -> [Value] in
            let share: Value =
                mayShow && counts.n > 0 ? .share(Double(level.1) / Double(counts.n)) : .word("quá ít phiếu")
            return [.text("Mức \(place + 1)"), .text(level.0), mayShow ? .count(level.1) : .word("–"), share]
        }
        let total: [Value] = [.text("Cộng"), .text(""), .count(counts.n), counts.n > 0 ? .share(1) : .word("–")]
        return ReportTable(
            name: "Năm mức", caption: "Kết quả chung theo năm mức, \(period)",
            columns: [
                Column("Mức", 0.15), Column("Diễn giải", 0.45), Column("Số lượt", 0.2, .count),
                Column("Tỷ lệ", 0.2, .share),
            ], rows: rows + [total], strong: [5], note: paper.rule,
            chart: .init(.bars, title: "Số lượt theo năm mức", names: 1, values: [2]))
    }

    var months: ReportTable {
        ReportTable(
            name: "Mười hai tháng", caption: "Tỷ lệ hài lòng mười hai tháng đến hết kỳ",
            columns: [Column("Tháng", 0.3)] + ReportTable.figureColumns,
            rows: figures.months.map { line in
                [.text(Month(rawValue: line.id).map { Formats.month($0) } ?? line.id)]
                    + ReportTable.figure(line.measured)
            }, chart: .init(.line, title: "Tỷ lệ hài lòng theo tháng", names: 0, values: [2]))
    }

    var goals: ReportTable {
        ReportTable(
            name: "Chỉ tiêu", caption: "So với chỉ tiêu và mốc so sánh",
            columns: [
                Column("Chỉ tiêu, mốc so sánh", 0.32), Column("Trị số", 0.13, .share), Column("Cách đo", 0.3),
                Column("Kết luận", 0.25),
            ],
            rows: figures.goals.map { goal in
                [
                    .text(goal.name), .share(goal.value),
                    .text(goal.sameMethod ? goal.method : "\(goal.method) (khác phương pháp)"),
                    .text(
                        goal.sameMethod
                            ? ReportSentences.verdict(figures.headline, on: goal) : "chỉ để tham khảo: khác phương pháp"
                    ),
                ]
            }, note: "Kết luận xét theo khoảng tin cậy: “đạt” khi cả khoảng nằm trên chỉ tiêu.")
    }

    var units: ReportTable { parts("Đơn vị", "Kết quả theo cơ quan, đơn vị, \(period)", figures.units) }
    var desks: ReportTable { parts("Quầy", "Kết quả theo quầy, \(period)", figures.desks) }

    private func parts(_ word: String, _ caption: String, _ lines: [ReportFigures.Line]) -> ReportTable {
        let rows = lines.enumerated().map { place, line -> [Value] in
            [.count(place + 1), .text(line.name)] + ReportTable.figure(line.measured)
                + [.text(figures.band(line).words), ReportTable.share(line.measuredBefore)]
        }
        return ReportTable(
            name: "Theo \(word.lowercased())", caption: caption,
            // Each as wide as its longest usual words: "không khác biệt", "72,25–100,00 %".
            columns: [
                Column("TT", 0.053, .count), Column(word, 0.286), Column("n", 0.083, .count),
                Column("Hài lòng", 0.128, .share), Column("Khoảng tin cậy 95\u{A0}%", 0.17),
                Column("So với mức chung", 0.17), Column("Kỳ trước", 0.11, .share),
            ],
            rows: rows + [
                [.word(""), .text("Chung")] + ReportTable.figure(figures.headline)
                    + [.text(""), ReportTable.share(figures.previous)]
            ], strong: [rows.count],
            note:
                "Xếp theo danh mục, không xếp hạng. Dưới 30 phiếu chưa so sánh; dưới 10 phiếu không nêu tỷ lệ. So với mức "
                + "chung theo giới hạn 95 % của phân phối nhị thức.",
            chart: lines.count > 40 ? nil : .init(.bars, title: caption, names: 1, values: [3]))
    }

    var fields: ReportTable { plain("Lĩnh vực", "Theo lĩnh vực", "Kết quả theo lĩnh vực, \(period)", figures.fields) }
    var factors: ReportTable {
        plain(
            "Yếu tố", "Theo yếu tố", "Kết quả theo yếu tố, \(period)", figures.factorLines,
            note: "Yếu tố gộp mọi câu trả lời của các tiêu chí thuộc yếu tố.")
    }
    var criteria: ReportTable {
        plain("Tiêu chí", "Tiêu chí", "Kết quả theo tiêu chí, \(period)", figures.criteria)
    }
    var channels: ReportTable {
        plain(
            "Kênh", "Theo kênh", "Kết quả theo kênh và mức chứng thực, \(period)",
            figures.channels + figures.evidence.filter { $0.ratings > 0 },
            note:
                "Loại A: gắn với hồ sơ hoặc giấy hẹn; B: mã mới trên màn hình tại quầy; C: thẻ in, có số điện thoại; D: "
                + "không có số điện thoại.")
    }

    private func plain(
        _ word: String, _ name: String, _ caption: String, _ lines: [ReportFigures.Line], note: String? = nil
    ) -> ReportTable {
        ReportTable(
            name: name, caption: caption,
            columns: [Column(word, 0.45)] + ReportTable.figureColumns + [Column("Kỳ trước", 0.13, .share)],
            rows: lines.map { line in
                [.text(line.name)] + ReportTable.figure(line.measured)
                    + [ReportTable.share(line.measuredBefore)]
            }, note: note)
    }

    var criteriaLevels: ReportTable {
        leveled("Tiêu chí", "Kết quả theo tiêu chí và năm mức, \(period)", figures.criteria)
    }

    /// Nobody's own figures under 30 ratings, and they are no ranking.
    var officials: ReportTable {
        var table = leveled("Công chức", "Công chức được đánh giá, \(period)", figures.officials, of: .official)
        table.note =
            "Không xếp hạng. Dưới 30 phiếu không nêu số liệu của một người; 30–59 phiếu là tạm tính. Tài liệu chỉ gửi lãnh đạo."
        return table
    }

    private func leveled(
        _ word: String, _ caption: String, _ lines: [ReportFigures.Line], of owner: Measured.Owner = .anything
    ) -> ReportTable {
        ReportTable(
            name: word, caption: caption, columns: [Column(word, 0.24)] + ReportTable.levelColumns,
            rows: lines.map { [.text($0.name)] + ReportTable.levels($0.measured, of: owner) })
    }

    var categories: ReportTable {
        counted(
            "Loại phản ánh", "Cảnh báo theo loại", "Cảnh báo theo loại, \(period)", figures.casesByCategory,
            \.categoryName)
    }
    var cases: ReportTable {
        counted("Đơn vị", "Vụ việc theo đơn vị", "Vụ việc theo đơn vị, \(period)", figures.casesByUnit, \.unitName)
    }

    private func counted(
        _ word: String, _ name: String, _ caption: String, _ lines: [CaseOutcome], _ title: KeyPath<CaseOutcome, String>
    ) -> ReportTable {
        let counts: [(String, KeyPath<CaseOutcome, Int>)] = [
            ("Cảnh báo", \.raised), ("Đúng hạn", \.inTime), ("Quá hạn", \.late), ("Chưa trả lời", \.waiting),
            ("Đúng", \.confirmed), ("Không đúng", \.unfounded), ("Chưa rõ", \.unclear),
        ]
        let rows = lines.map { line in
            [.text(line[keyPath: title])] + counts.map { Value.count(line[keyPath: $0.1]) }
        }
        let total: [Value] = [.text("Cộng")] + counts.map { .count(figures.allCases[keyPath: $0.1]) }
        return ReportTable(
            name: name, caption: caption, columns: [Column(word, 0.3)] + counts.map { Column($0.0, 0.1, .count) },
            rows: rows + [total], strong: [rows.count],
            note: "Đúng hạn, quá hạn: so lần trả lời đầu với hạn đầu. Đúng, không đúng, chưa rõ: kết quả xác minh.")
    }

    var themes: ReportTable {
        ReportTable(
            name: "Nội dung phản ánh", caption: "Nội dung người dân phản ánh, \(period)",
            columns: [Column("Nội dung", 0.75), Column("Số lượt", 0.25, .count)],
            rows: (figures.themes ?? []).map { [.text($0.name), .count($0.count)] },
            note: "Một phiếu có thể nêu nhiều nội dung.")
    }

    func differences(_ all: [ReportDifference]) -> ReportTable {
        ReportTable(
            name: "Thay đổi", caption: "Số liệu thay đổi so với lần chốt trước",
            columns: [Column("Phần", 0.14), Column("Số liệu", 0.34), Column("Trước", 0.26), Column("Sau", 0.26)],
            rows: all.map { difference in
                [
                    .text(difference.part.words), .text(difference.name.isEmpty ? "Tỷ lệ hài lòng" : difference.name),
                    .text(difference.old.words(difference.part)), .text(difference.new.words(difference.part)),
                ]
            }, note: "n là số câu trả lời.")
    }
}

extension ReportDifference.Value {
    /// "93,14 %, n = 1.147"; of an official never more than the rule for small numbers allows.
    func words(_ part: ReportDifference.Part) -> String {
        switch self {
        case .count(let count): return Formats.count(count)
        case .none: return "–"
        case .figure(let measured):
            let text = FigureText(measured, of: part == .officials ? .official : .anything)
            return "\(text.share ?? text.note ?? "không hiện"), n\u{A0}=\u{A0}\(text.n)"
        }
    }
}
