/// A written document as blocks: said once, drawn as DOCX (`docx()`), as PDF (`pdf()`) and, by `Pages`, for print.
///
/// Measures are millimetres, type sizes points. The paper is A4 with the margins of Nghị định 30/2020/NĐ-CP, Phụ lục I:
/// 20 mm above and below, 30 mm left, 15 mm right; type is Times New Roman, 13 to 14 points, black.
package struct Paper: Sendable, Equatable {
    /// Of the file's properties.
    package var title: String
    package var author: String
    package var blocks: [Block]
    /// A small line at the foot of every page: "DỰ THẢO, số liệu tính đến …"; nil: none.
    package var foot: String?

    package init(title: String, author: String, blocks: [Block] = [], foot: String? = nil) {
        self.title = title
        self.author = author
        self.blocks = blocks
        self.foot = foot
    }

    package enum Block: Sendable, Equatable {
        /// Rows of columns without lines, each row beginning at one height: the head with the two names, and below them
        /// number and day; the foot with recipients and signature. The first row's widths are those of all.
        case grid([[Column]])
        /// 1: "I. …" in bold capitals · 2: "1. …" bold · 3: "a) …" bold italic. A real heading in DOCX.
        case heading(level: Int, String)
        /// "Phụ lục I", and below it the title in capitals, centred (Nghị định 30/2020/NĐ-CP, Phụ lục I). Of
        /// the rank of a heading of level 1.
        case appendix(String, title: String)
        case paragraph(Line)
        case table(Table)
        /// A chart. `svg` is whole and stands alone; `height` follows from its view box.
        case picture(svg: String, width: Double, alternative: String)
        /// What follows begins a page of its own.
        case pageBreak
    }

    /// A run of words in one look.
    package struct Run: Sendable, Equatable {
        package var text: String
        package var isBold: Bool
        package var isItalic: Bool
        /// Nil: that of its line.
        package var size: Double?

        package init(_ text: String, bold: Bool = false, italic: Bool = false, size: Double? = nil) {
            self.text = text
            isBold = bold
            isItalic = italic
            self.size = size
        }
    }

    /// A paragraph.
    package struct Line: Sendable, Equatable {
        package enum Alignment: Sendable, Equatable { case left, centre, right, justified }

        package var runs: [Run]
        package var alignment: Alignment
        /// Points.
        package var size: Double
        /// Millimetres by which the first line stands in.
        package var indent: Double
        /// Points before and after.
        package var before: Double
        package var after: Double
        /// A thin line under it, as a share of its column, 0..1; 0: none ("Độc lập - Tự do - Hạnh phúc").
        package var rule: Double

        package init(
            _ runs: [Run], alignment: Alignment = .justified, size: Double = 13, indent: Double = 0,
            before: Double = 0, after: Double = 6, rule: Double = 0
        ) {
            self.runs = runs
            self.alignment = alignment
            self.size = size
            self.indent = indent
            self.before = before
            self.after = after
            self.rule = rule
        }

        /// A paragraph of the body: justified, first line 12.7 mm in.
        package static func body(_ text: String) -> Line { Line([Run(text)], indent: 12.7) }
    }

    package struct Column: Sendable, Equatable {
        /// Share of the width, 0..1.
        package var width: Double
        package var lines: [Line]

        package init(width: Double, lines: [Line]) {
            self.width = width
            self.lines = lines
        }
    }

    /// A table with lines. Its head repeats on each page.
    package struct Table: Sendable, Equatable {
        package struct Heading: Sendable, Equatable {
            package var text: String
            /// Share of the width, 0..1.
            package var width: Double
            package var alignment: Line.Alignment

            package init(_ text: String, width: Double, alignment: Line.Alignment = .right) {
                self.text = text
                self.width = width
                self.alignment = alignment
            }
        }

        /// "Bảng 1. …", above it.
        package var caption: String
        package var columns: [Heading]
        package var rows: [[String]]
        /// Rows in bold, by index: totals.
        package var strong: Set<Int>
        /// Below it, small and italic: the method, n.
        package var note: String?

        package init(
            caption: String, columns: [Heading], rows: [[String]], strong: Set<Int> = [], note: String? = nil
        ) {
            self.caption = caption
            self.columns = columns
            self.rows = rows
            self.strong = strong
            self.note = note
        }
    }
}
