import Documents
package import Feedback

/// A table as a file to take away.
package struct ExportFile: Sendable {
    package enum Format: String, Sendable, CaseIterable {
        case csv, xlsx
    }

    package let bytes: [UInt8]
    package let mediaType: String
    /// ASCII.
    package let name: String

    package init(_ index: ReformIndex, _ format: Format, directory: Directory) throws {
        try self.init([index.worksheet(directory)], format, "cai-cach-hanh-chinh-\(index.period.fileName)")
    }

    /// CSV has one table: the fields.
    package init(_ criteria: FieldCriteria, _ format: Format, directory: Directory) throws {
        try self.init(criteria.worksheets(directory), format, "linh-vuc-tieu-chi-\(criteria.period.fileName)")
    }

    package init(_ ratings: [Rating], _ sheet: RatingSheet, period: Period) throws {
        try self.init([sheet.worksheet(ratings, period: period)], .xlsx, "luot-danh-gia-\(period.fileName)")
    }

    init(_ sheets: [Worksheet], _ format: Format, _ name: String) throws {
        self.name = "\(name).\(format.rawValue)"
        switch format {
        case .csv:
            bytes = sheets.first?.csv() ?? []
            mediaType = CSV.mediaType
        case .xlsx:
            bytes = try Worksheet.xlsx(sheets)
            mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }
}

extension Period {
    /// As a part of a file's name.
    package var fileName: String { rawValue.replacing("..", with: "-den-") }
}
