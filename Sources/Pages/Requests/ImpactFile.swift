package import Feedback
package import Foundation

/// Hồ sơ đánh giá tác động: what Law 91/2025/QH15, Art. 21-22, and Decree 356/2025/NĐ-CP, Art. 19-20, Form 10, ask the
/// controller to write down, as far as the program knows it. The rest is dotted, for the authority. Competent state
/// agencies are exempt (Art. 21.6); a vendor who processes for them keeps its own.
package struct ImpactFile: Page {
    package static let template = "impact-file"

    struct Part: Sendable {
        let title: String
        let paragraphs: [String]
        let table: Table?
    }

    struct Table: Sendable {
        let head: [String]
        let rows: [Row]
    }

    /// A row is a struct, because the template reads names.
    struct Row: Sendable {
        let cells: [String]
    }

    let authority: AuthorityLines
    let title: String
    let madeAt: String
    let parts: [Part]

    /// - Parameters:
    ///   - columns: of the database as it is.
    ///   - periods: how long data of each purpose are kept.
    package init(directory: Directory, columns: [SchemaColumn], periods: [RetentionPeriod], now: Date) {
        authority = AuthorityLines(directory)
        title = "Hồ sơ đánh giá tác động xử lý dữ liệu cá nhân"
        madeAt = Formats.day(now)
        parts = ImpactParts(directory: directory, columns: columns, periods: periods).all
    }

    /// The same as Markdown, to be completed in any editor.
    package var markdown: String {
        var lines = ["# \(title)", "", "\(authority.name) · lập ngày \(madeAt)", ""]
        for part in parts {
            lines += ["## \(part.title)", ""]
            for paragraph in part.paragraphs { lines += [paragraph, ""] }
            guard let table = part.table else { continue }
            lines.append(Self.line(table.head))
            lines.append(Self.line(table.head.map { _ in "---" }))
            lines += table.rows.map { Self.line($0.cells) }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
}
