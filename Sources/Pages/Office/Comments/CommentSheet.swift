import Documents
package import Feedback

/// Comments as a table for spreadsheets. No phone, no receipt, no official; what people wrote may name somebody all the
/// same.
package struct CommentSheet: Sendable {
    /// Lines at most.
    package static let longest = 10_000
    package static let csvMediaType = CSV.mediaType
    package static let xlsxMediaType = Worksheet.mediaType

    /// As in an address.
    package let period: String
    let worksheet: Worksheet

    package var csv: [UInt8] { worksheet.csv() }
    package func xlsx() throws -> [UInt8] { try Worksheet.xlsx([worksheet]) }

    package init(_ comments: [Comment], address: CommentAddress, directory: Directory) {
        let directory = directory.picture(of: address.period)
        period = address.period.rawValue
        worksheet = Worksheet(
            name: "Ý kiến", title: ["Ý kiến của người dân", Formats.period(address.period)],
            columns: [
                .init("Ngày", width: 11), .init("Đơn vị", width: 28), .init("Quầy", width: 28),
                .init("Lĩnh vực", width: 18), .init("Thủ tục", width: 28), .init("Giai đoạn", width: 16),
                .init("Mức thấp nhất", width: 18), .init("Lý do", width: 24), .init("Loại", width: 20),
                .init("Ai xếp loại", width: 14), .init("Lời viết", width: 60),
            ],
            rows: comments.map { Self.line($0, directory) },
            notes: [
                "Lời người dân viết có thể chứa dữ liệu cá nhân: chỉ dùng để giải quyết công việc, không chuyển tiếp.",
                comments.count == Self.longest ? "Chỉ gồm \(Formats.count(Self.longest)) lời mới nhất." : "",
            ].filter { !$0.isEmpty })
    }

    private static func line(_ comment: Comment, _ directory: Directory) -> [Cell] {
        let rating = comment.rating
        let field = rating.field.map { directory.field($0)?.name ?? $0.rawValue }
        let procedure = rating.procedure.map { directory.procedure($0)?.name ?? $0.rawValue }
        let source = comment.sorted == nil ? "gợi ý theo từ ngữ" : "người đọc"
        let words: [String] = [
            directory.unit(rating.unit)?.name ?? rating.unit.rawValue,
            directory.desk(rating.desk)?.name ?? rating.desk.rawValue, field ?? "", procedure ?? "",
            rating.stage?.wordsForStaff ?? "", rating.answers.lowest?.words ?? "",
            rating.reasons.map(\.words).joined(separator: "; "), comment.kind.words, source, rating.comment ?? "",
        ]
        return [.on(rating.localDay)] + words.map { .text($0) }
    }
}
