import Documents
package import Feedback
package import Foundation

/// A publication as files for spreadsheets and programs: the same cells as on the page, and no others.
package struct OpenFiles {
    package static let csvType = CSV.mediaType
    package static let jsonType = "application/json; charset=utf-8"

    let publication: Publication
    private var figures: PublishedFigures { publication.figures }

    package init(_ publication: Publication) { self.publication = publication }

    package var csv: [UInt8] {
        var csv = CSV(columns: [
            "Kỳ", "Bản", "Nhóm", "Mã đơn vị", "Mã", "Tên", "Lượt đánh giá", "n", "Rất không hài lòng",
            "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng", "Tỷ lệ hài lòng (%)",
            "Khoảng tin cậy 95 % từ (%)", "Khoảng tin cậy 95 % đến (%)", "Ghi chú",
        ])
        csv.append(line("Cả cơ quan", "", "", figures.authority, figures.whole))
        for unit in figures.units { csv.append(line("Đơn vị", unit.id.rawValue, "", unit.name, unit.cell)) }
        for row in figures.criteria { csv.append(line("Tiêu chí", "", row.id, row.name, row.cell)) }
        for unit in figures.units {
            for row in unit.criteria {
                csv.append(
                    line("Đơn vị, tiêu chí", unit.id.rawValue, row.id, "\(unit.name): \(row.name)", row.cell))
            }
        }
        for row in figures.fields { csv.append(line("Lĩnh vực", "", row.id, row.name, row.cell)) }
        for row in figures.channels {
            csv.append(line("Kênh", "", row.id, Channel(rawValue: row.id)?.words ?? row.id, row.cell))
        }
        return csv.bytes
    }

    private func line(_ group: String, _ unit: String, _ code: String, _ name: String, _ cell: PublishedCell) -> [Cell]
    {
        let figure = cell.measured?.figure
        func percent(_ share: Double?) -> Cell { share.map { .number($0 * 100, decimals: 2) } ?? .empty }
        func count(_ number: Int?) -> Cell { number.map { .integer($0) } ?? .empty }
        var cells: [Cell] = [
            .code(publication.period.rawValue), .integer(publication.version), .text(group), .code(unit), .code(code),
            .text(name), count(cell.measured?.ratings), count(figure?.n),
        ]
        for level in 0..<5 { cells.append(count(figure?.counts.levels[level])) }
        for share in [figure?.share, figure?.interval.low, figure?.interval.high] { cells.append(percent(share)) }
        cells.append(.text(OpenCellText(cell).note ?? ""))
        return cells
    }

    /// Keys are English and stay; names and method are in Vietnamese.
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(OpenDocument(publication))
    }
}

/// The layout of the JSON file.
private struct OpenDocument: Encodable {
    struct Figure: Encodable {
        /// "shown", "hidden", "empty".
        let state: String
        let ratings: Int?
        let n: Int?
        /// Answers at the levels 1…5.
        let levels: [Int]?
        /// 0…1, with the 95 % interval.
        let satisfied: Double?
        let low: Double?
        let high: Double?
    }

    struct Row: Encodable {
        let id: String
        let name: String
        let figure: Figure
        let criteria: [Row]?
        let cases: PublishedCases?
    }

    struct Aim: Encodable {
        let name: String
        let value: Double
        let sameMethod: Bool
    }

    let period: String
    let from: String
    let to: String
    let version: Int
    let publishedAt: Date
    let authority: String
    let office: String
    let note: String
    let questionnaire: String
    let source: String
    let method: [String]
    let target: Aim?
    let whole: Figure
    let cases: PublishedCases?
    let units: [Row]
    let criteria: [Row]
    let fields: [Row]
    let channels: [Row]

    init(_ publication: Publication) {
        let figures = publication.figures
        period = publication.period.rawValue
        from = publication.period.first.rawValue
        to = publication.period.last.rawValue
        version = publication.version
        publishedAt = publication.at
        authority = figures.authority
        office = figures.office
        note = publication.note
        questionnaire = figures.questionnaire
        source = figures.source
        method = figures.method
        target = figures.target.map { Aim(name: $0.name, value: $0.value, sameMethod: $0.sameMethod) }
        whole = Figure(figures.whole)
        cases = figures.cases
        units = figures.units.map {
            Row(
                id: $0.id.rawValue, name: $0.name, figure: Figure($0.cell), criteria: $0.criteria.map(Row.init),
                cases: $0.cases)
        }
        criteria = figures.criteria.map(Row.init)
        fields = figures.fields.map(Row.init)
        channels = figures.channels.map {
            Row(
                id: $0.id, name: Channel(rawValue: $0.id)?.words ?? $0.id, figure: Figure($0.cell), criteria: nil,
                cases: nil)
        }
    }
}

extension OpenDocument.Row {
    init(_ row: PublishedFigures.Row) {
        self.init(id: row.id, name: row.name, figure: OpenDocument.Figure(row.cell), criteria: nil, cases: nil)
    }
}

extension OpenDocument.Figure {
    init(_ cell: PublishedCell) {
        let measured = cell.measured
        let figure = measured?.figure
        state = cell.isHidden ? "hidden" : cell.isShown ? "shown" : "empty"
        ratings = measured?.ratings
        n = figure?.n
        levels = figure?.counts.levels
        satisfied = figure?.share.map(Self.rounded)
        low = figure.map { Self.rounded($0.interval.low) }
        high = figure.map { Self.rounded($0.interval.high) }
    }

    /// Six decimals: more would be binary noise.
    private static func rounded(_ share: Double) -> Double { (share * 1e6).rounded() / 1e6 }
}
