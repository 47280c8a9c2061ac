import Documents

/// The files that a report is given out as.
package enum ReportFormat: String, Sendable, CaseIterable {
    case docx, pdf, xlsx

    package var mediaType: String {
        switch self {
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .pdf: "application/pdf"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }

    /// - Throws: what drawing says. Slow: never inside a transaction.
    package func bytes(of report: ReportPaper) throws -> [UInt8] {
        switch self {
        case .docx: try report.paper().docx()
        case .pdf: try report.paper().pdf()
        case .xlsx: try Worksheet.xlsx(report.sheets())
        }
    }
}
