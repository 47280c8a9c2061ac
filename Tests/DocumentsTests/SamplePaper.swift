import Foundation

@testable import Documents

/// A report of the kind that goes to the committee: every kind of block, a table of several pages, a chart.
enum SamplePaper {
    static let chart = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80">\
        <rect x="10" y="20" width="150" height="20" fill="#2166ac"/>\
        <text x="10" y="60" font-size="12">Phường Xuân An 93,1 %</text></svg>
        """

    static let running = """
        Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2024 của Ủy ban nhân dân thành phố, Phòng Nội vụ báo cáo \
        kết quả đo lường sự hài lòng của người dân: 12.345 lượt đánh giá, 93,12 % hài lòng (KTC 95 %: 92,6–93,6 %).
        """

    static let columns: [Paper.Table.Heading] = [
        .init("STT", width: 0.08, alignment: .centre), .init("Đơn vị", width: 0.4, alignment: .left),
        .init("Số lượt", width: 0.16), .init("Hài lòng", width: 0.16), .init("So với tháng trước", width: 0.2),
    ]

    static func rows(_ count: Int) -> [[String]] {
        (0..<count).map { ["\($0 + 1)", "Phường số \($0 + 1)", "\(($0 + 1) * 17)", "93,12 %", "▲ 1,2"] }
    }

    static var head: [Paper.Block] {
        func line(_ run: Paper.Run, size: Double = 13, after: Double = 0, rule: Double = 0) -> Paper.Line {
            Paper.Line([run], alignment: .centre, size: size, after: after, rule: rule)
        }
        let office = Paper.Column(
            width: 0.42,
            lines: [
                line(.init("UBND THÀNH PHỐ"), size: 12),
                line(.init("PHÒNG NỘI VỤ", bold: true), size: 12, after: 6, rule: 0.4),
            ])
        let state = Paper.Column(
            width: 0.58,
            lines: [
                line(.init("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true), size: 12),
                line(.init("Độc lập - Tự do - Hạnh phúc", bold: true), after: 6, rule: 0.55),
            ])
        let below = [
            Paper.Column(width: 0.42, lines: [line(.init("Số: …/BC-PNV"))]),
            Paper.Column(width: 0.58, lines: [line(.init("Long Khánh, ngày … tháng 12 năm 2024", italic: true))]),
        ]
        return [.grid([[office, state], below]), .paragraph(line(.init("BÁO CÁO", bold: true), size: 14))]
    }

    static var foot: Paper.Block {
        let told = ["Nơi nhận:", "- Như trên;", "- Lưu: VT."].map {
            Paper.Line([Paper.Run($0)], alignment: .left, size: 11, after: 0)
        }
        let signed = ["TRƯỞNG PHÒNG", "", "Nguyễn Văn An"].map {
            Paper.Line([Paper.Run($0, bold: true)], alignment: .centre, after: 30)
        }
        return .grid([[.init(width: 0.5, lines: told), .init(width: 0.5, lines: signed)]])
    }

    static var report: Paper {
        var blocks = head
        for section in 1...3 {
            blocks += [
                .heading(level: 1, "I. Kết quả phần \(section)"), .paragraph(.body(running)),
                .heading(level: 2, "1. Theo đơn vị"),
                .table(
                    .init(
                        caption: "Bảng \(section). Mức độ hài lòng", columns: columns, rows: rows(section * 30),
                        strong: [0], note: "n: số lượt đánh giá.")),
                .heading(level: 3, "a) Biểu đồ"), .picture(svg: chart, width: 150, alternative: "Biểu đồ \(section)"),
            ]
        }
        blocks += [.paragraph(.body("Trên đây là báo cáo của Phòng Nội vụ./.")), foot, .pageBreak]
        blocks += [.appendix("Phụ lục I", title: "Kết quả"), .paragraph(.body(running))]
        return Paper(
            title: "Báo cáo tháng 11 & <quý>", author: "Phòng Nội vụ", blocks: blocks, foot: "DỰ THẢO")
    }

    /// With HAILONG_SAMPLES the documents of the tests are kept there, to be looked at.
    static func keep(_ bytes: [UInt8], as name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["HAILONG_SAMPLES"] else { return }
        try Data(bytes).write(to: URL(filePath: folder).appending(path: name))
    }
}

/// Texts that somebody types to break a file, and those that come so.
struct NastyTexts {
    private static let pieces = [
        "a", "ộ", "ư\u{31b}\u{301}", " ", "  ", "<", ">", "&", "\"", "'", "]]>", "<!--", "-->", "&amp;", "&#0;", "%s",
        "\0", "\u{1}", "\u{8}", "\u{b}", "\u{1b}", "\u{7f}", "\u{85}", "\u{9f}", "\n", "\r\n", "\r", "\t", "\u{2028}",
        "\u{fffe}", "\u{ffff}", "\u{feff}", "\u{200b}", "\u{202e}", "👩‍👩‍👧", "𝕏", "=1+1", "@x", "-1", "+84901234567",
        "0901234567", "1E5", "_x0041_", "_x005F_", "http://x.vn", "mailto:a@b.vn", "file:///etc/passwd", "</w:t>",
        "internal:A1", "{=A1}", "\\", "/", "%", "#REF!",
    ]
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> String {
        var text = ""
        for _ in 0..<(below(9)) { text += Self.pieces[below(Self.pieces.count)] }
        return text
    }

    /// SplitMix64.
    private mutating func below(_ bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
