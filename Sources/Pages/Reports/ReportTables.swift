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
        let changes = paper.shownDifferences
        return [levels, months] + (figures.goals.isEmpty ? [] : [goals]) + [units, desks, fields]
            + (figures.factorLines.isEmpty ? [] : [factors])
            + [criteriaLevels, channels, evidence, categories, cases] + (figures.themes == nil ? [] : [themes])
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

    var units: ReportTable { parts("Đơn vị", "Kết quả theo cơ quan, đơn vị, \(period)", figures.units, .units) }
    var desks: ReportTable { parts("Quầy", "Kết quả theo quầy, \(period)", figures.desks, .desks) }

    private func parts(
        _ word: String, _ caption: String, _ lines: [ReportFigures.Line], _ table: ReportSecrets.Table
    ) -> ReportTable {
        let rows = lines.enumerated().map { place, line -> [Value] in
            [.count(place + 1), .text(line.name)] + figure(line, table)
                + [.text(paper.keeps(line, table) ? "–" : figures.band(line).words), before(line, table)]
        }
        // With a single part, the whole says the same again.
        let total =
            rows.count < 2
            ? []
            : [
                [.word(""), .text("Chung")] + ReportTable.figure(figures.headline)
                    + [.text(""), ReportTable.share(figures.previous)]
            ]
        return ReportTable(
            name: "Theo \(word.lowercased())", caption: caption,
            // Each as wide as its longest usual words: "không khác biệt", "72,25–100,00 %".
            columns: [
                Column("TT", 0.053, .count), Column(word, 0.286), Column("n", 0.083, .count),
                Column("Hài lòng", 0.128, .share), Column("Khoảng tin cậy 95\u{A0}%", 0.17),
                Column("So với mức chung", 0.17), Column("Kỳ trước", 0.11, .share),
            ],
            rows: rows + total, strong: total.isEmpty ? [] : [rows.count],
            note: [
                "Xếp theo danh mục, không xếp hạng. Dưới 30 phiếu chưa so sánh; dưới 10 phiếu không nêu tỷ lệ. So với mức "
                    + "chung theo giới hạn 95 % của phân phối nhị thức.", kept(lines, table),
            ].filter { !$0.isEmpty }.joined(separator: " "),
            chart: lines.count > 40 ? nil : .init(.bars, title: caption, names: 1, values: [3]))
    }

    var fields: ReportTable {
        plain("Lĩnh vực", "Theo lĩnh vực", "Kết quả theo lĩnh vực, \(period)", figures.fields, .fields)
    }
    var factors: ReportTable {
        let isMean = figures.index == .meanOfCriteria
        return ReportTable(
            name: "Theo yếu tố", caption: "Kết quả theo yếu tố, \(period)",
            columns: [Column("Yếu tố", 0.45)] + ReportTable.figureColumns + [Column("Kỳ trước", 0.13, .share)],
            rows: figures.factorLines.map { now, before in
                [.text(figures.name(of: now))] + ReportTable.figure(now) + [ReportTable.share(before)]
            },
            note: isMean
                ? "Yếu tố là trung bình của các tiêu chí thuộc yếu tố; n là số câu trả lời."
                : "Yếu tố gộp mọi câu trả lời của các tiêu chí thuộc yếu tố; n là số câu trả lời.")
    }
    var criteria: ReportTable {
        plain("Tiêu chí", "Tiêu chí", "Kết quả theo tiêu chí, \(period)", figures.criteria)
    }
    var channels: ReportTable {
        plain("Kênh", "Theo kênh", "Kết quả theo kênh, \(period)", figures.channels, .channels)
    }
    /// Only the classes that occur.
    var evidence: ReportTable {
        let lines = figures.evidence.filter { $0.ratings > 0 }
        let words = lines.compactMap { line in EvidenceClass(rawValue: line.id).map { "\($0.rawValue): \($0.meaning)" }
        }
        return plain(
            "Mức xác thực", "Theo mức xác thực", "Kết quả theo mức xác thực, \(period)", lines, .evidence,
            note: words.isEmpty ? nil : "Loại \(words.joined(separator: "; ")).")
    }

    private func plain(
        _ word: String, _ name: String, _ caption: String, _ lines: [ReportFigures.Line],
        _ table: ReportSecrets.Table? = nil, note: String? = nil
    ) -> ReportTable {
        let notes = [note, table.map { kept(lines, $0) }].compactMap(\.self).filter { !$0.isEmpty }
        return ReportTable(
            name: name, caption: caption,
            columns: [Column(word, 0.45)] + ReportTable.figureColumns + [Column("Kỳ trước", 0.13, .share)],
            rows: lines.map { line in [.text(line.name)] + figure(line, table) + [before(line, table)] },
            note: notes.isEmpty ? nil : notes.joined(separator: " "))
    }

    private func figure(_ line: ReportFigures.Line, _ table: ReportSecrets.Table?) -> [Value] {
        guard let table, paper.keeps(line, table) else { return ReportTable.figure(line.measured) }
        return [.count(line.measured.counts.n), .hidden(why: Self.keptWhy), .word("–")]
    }

    private func before(_ line: ReportFigures.Line, _ table: ReportSecrets.Table?) -> Value {
        guard let table, paper.secretsBefore.hides(line, of: table), FigureText.shows(line.measuredBefore, .anything)
        else { return ReportTable.share(line.measuredBefore) }
        return .hidden(why: Self.keptWhy)
    }

    private func kept(_ lines: [ReportFigures.Line], _ table: ReportSecrets.Table) -> String {
        lines.contains { paper.keeps($0, table) } ? "Dấu – ở dòng từ 10 phiếu: \(Self.keptWhy)." : ""
    }

    private static let keptWhy = "không nêu, để không ai tính ra được dòng có dưới 10 phiếu"

    var criteriaLevels: ReportTable {
        leveled("Tiêu chí", "Kết quả theo tiêu chí và năm mức, \(period)", figures.criteria)
    }

    /// Nobody's own figures under 30 ratings, and they are no ranking.
    var officials: ReportTable {
        let lines = figures.officials.map { line in
            var marked = line
            if line.measured.size(of: .official) == .provisional { marked.name += " (tạm tính)" }
            return marked
        }
        var table = leveled("Công chức", "Công chức được đánh giá, \(period)", lines, of: .official)
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
            "Loại phản ánh", "Vụ việc theo loại", "Vụ việc theo loại, \(period)", figures.casesByCategory,
            \.categoryName)
    }
    var cases: ReportTable {
        counted("Đơn vị", "Vụ việc theo đơn vị", "Vụ việc theo đơn vị, \(period)", figures.casesByUnit, \.unitName)
    }

    private func counted(
        _ word: String, _ name: String, _ caption: String, _ lines: [CaseOutcome], _ title: KeyPath<CaseOutcome, String>
    ) -> ReportTable {
        let counts: [(String, KeyPath<CaseOutcome, Int>)] = [
            ("Vụ việc", \.raised), ("Đúng hạn", \.inTime), ("Quá hạn", \.late), ("Chưa trả lời", \.waiting),
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
                let isKept = paper.secrets.hides(difference, of: figures)
                return [
                    .text(difference.part.words), .text(difference.name.isEmpty ? "Tỷ lệ hài lòng" : difference.name),
                    .text(difference.old.words(difference.part, isKept: isKept)),
                    .text(difference.new.words(difference.part, isKept: isKept)),
                ]
            }, note: "n là số câu trả lời.")
    }
}

extension ReportDifference.Value {
    /// "93,14 %, n = 1.147"; of an official never more than the rule for small numbers allows.
    /// - Parameter isKept: the share is not told (`ReportSecrets`).
    func words(_ part: ReportDifference.Part, isKept: Bool = false) -> String {
        switch self {
        case .count(let count): return Formats.count(count)
        case .none: return "–"
        case .figure(let measured):
            let text = FigureText(measured, of: part == .officials ? .official : .anything)
            return "\(isKept ? "không nêu" : text.share ?? text.note ?? "không hiện"), n\u{A0}=\u{A0}\(text.n)"
        }
    }
}

extension ReportTable {
    fileprivate static func share(_ factor: FactorFigure) -> Value {
        let text = FigureText(factor, of: .anything)
        guard text.share != nil, let share = factor.share else { return .hidden(why: text.remark) }
        return .share(share)
    }

    /// A factor by its own rule.
    fileprivate static func figure(_ factor: FactorFigure) -> [Value] {
        let text = FigureText(factor, of: .anything)
        let n = Value.count(factor.measured.counts.n)
        guard text.share != nil, let share = factor.share else { return [n, .word(text.remark), .word("–")] }
        return [n, .share(share), .word(text.interval ?? "–")]
    }
}

extension EvidenceClass {
    /// How well we know that somebody was served.
    fileprivate var meaning: String {
        switch self {
        case .a: "gắn với hồ sơ hoặc giấy hẹn"
        case .b: "mã mới trên màn hình tại quầy"
        case .c: "có số điện thoại"
        case .d: "không có số điện thoại, hoặc gửi bất thường"
        }
    }
}
