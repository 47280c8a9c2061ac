import ArgumentParser
import Documents
import Feedback
import Foundation
import Pages
import Storage

/// Figures, single ratings and the reform index as files, beside a running server.
struct ExportTables {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv, xlsx, json
    }

    static func period(_ typed: String) throws -> Period {
        guard let period = Period(rawValue: typed) else {
            throw ValidationError("Không phải kỳ nào. Ví dụ: 2026-11, 2026-Q4, 2026-9M, 2026-11-03..2026-11-20.")
        }
        return period
    }

    let snapshot: SQLiteSnapshot
    let target: ExportFolder
    let format: Format

    /// Each table of the figures: one file each, or one workbook.
    func writeFigures(_ period: Period) throws {
        let sides: [Feedback.Dimension] = [
            .unit, .desk, .field, .procedure, .criterion, .channel, .evidence, .stage, .official, .month,
        ]
        let (directory, answers) = try snapshot.read { tx in
            (
                tx.directory.picture(of: period),
                try sides.map { try tx.figures(FigureQuestion(period: period, by: $0, scope: .whole)) }
            )
        }
        if format == .json {
            let tables = zip(sides, answers).map { side, answer in
                (name: side.rawValue, value: answer.json(directory))
            }
            return try target.write(JSONValue.object(tables).written, to: "so-lieu-\(period.fileName).json")
        }
        let sheets = answers.map { $0.worksheet(directory) }
        if format == .xlsx {
            return try target.write(try Worksheet.xlsx(sheets), to: "so-lieu-\(period.fileName).xlsx")
        }
        for (side, sheet) in zip(sides, sheets) {
            try target.write(sheet.csv(), to: "so-lieu-\(period.fileName)-\(side.rawValue).csv")
        }
    }

    func writeReformIndex(_ period: Period) throws {
        let (directory, index) = try snapshot.read { tx in
            (tx.directory.picture(of: period), try tx.reformIndex(period, scope: .whole))
        }
        let name = "cai-cach-hanh-chinh-\(period.fileName).\(format.rawValue)"
        switch format {
        case .json: try target.write(index.json(directory).written, to: name)
        case .csv: try target.write(index.worksheet(directory).csv(), to: name)
        case .xlsx: try target.write(try Worksheet.xlsx([index.worksheet(directory)]), to: name)
        }
    }

    /// - Throws: `ValidationError` for more than a workbook takes.
    func writeRatings(_ period: Period, withOfficials: Bool, withComments: Bool) throws {
        let filter = RatingFilter(days: period.days, scope: .whole)
        let reaches: Set<TokenReach> = Set(
            [.ratings] + (withOfficials ? [.officials] : []) + (withComments ? [.comments] : []))
        let name = "luot-danh-gia-\(period.fileName).\(format.rawValue)"
        let count = try snapshot.read { tx in
            let answer = try tx.figures(FigureQuestion(period: period, scope: .whole))
            let count = try tx.ratingCount(filter)
            guard format == .csv || count <= RatingExportWish.longestWorkbook else {
                throw ValidationError("Kỳ này có hơn 50.000 lượt. Xin dùng --format csv, hoặc kỳ ngắn hơn.")
            }
            let sheet = RatingSheet(
                tx.directory.picture(of: period), versions: answer.versions, withOfficials: withOfficials,
                withComments: withComments)
            if format == .csv {
                try writeLines(sheet, filter, tx, to: name)
                return count
            }
            let ratings = try tx.ratings(filter, after: nil, limit: RatingExportWish.longestWorkbook)
            if format == .xlsx {
                try target.write(try Worksheet.xlsx([sheet.worksheet(ratings, period: period)]), to: name)
            } else {
                let json = RatingsJSON(period: period, ratings: ratings, next: nil, reaches: reaches)
                try target.write(json.json(isRunning: answer.isRunning).written, to: name)
            }
            return count
        }
        Terminal.say("Có \(count) lượt đánh giá. Lệnh này không ghi vào nhật ký: xin ghi sổ ai nhận, để làm gì.")
    }

    /// A thousand lines at a time: a year of ratings takes no more memory than a page.
    private func writeLines(_ sheet: RatingSheet, _ filter: RatingFilter, _ tx: any Reading, to name: String) throws {
        var file = RatingCSV(sheet)
        var place: RatingPlace?
        let out = try target.open(name)
        defer { try? out.close() }
        while true {
            let ratings = try tx.ratings(filter, after: place, limit: 1_000)
            try out.write(contentsOf: Data(file.part(ratings)))
            guard ratings.count == 1_000 else { return }
            place = ratings.last.map(RatingPlace.init)
        }
    }
}
