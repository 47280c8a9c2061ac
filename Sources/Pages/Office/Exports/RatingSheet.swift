package import Documents
package import Feedback

/// Single ratings as a table: never a phone, a tag, a receipt, a nonce.
package struct RatingSheet: Sendable {
    private let directory: Directory
    private let criteria: [Criterion]
    private let withOfficials: Bool
    private let withComments: Bool

    /// - Parameter versions: those answered in the period: their criteria are the columns.
    package init(
        _ directory: Directory, versions: [QuestionnaireVersion], withOfficials: Bool, withComments: Bool
    ) {
        self.directory = directory
        self.withOfficials = withOfficials
        self.withComments = withComments
        var criteria: [Criterion] = []
        // The words of the newest version stand above the column.
        for criterion in versions.reversed().flatMap({ directory.questionnaire($0)?.criteria ?? [] })
        where !criteria.contains(where: { $0.id == criterion.id }) {
            criteria.append(criterion)
        }
        self.criteria = criteria
    }

    package var columns: [Worksheet.Column] {
        let place: [Worksheet.Column] = [
            .init("Ngày"), .init("Giờ", width: 6, format: .count), .init("Đơn vị", width: 32), .init("Quầy", width: 28),
        ]
        let about: [Worksheet.Column] = [
            .init("Lĩnh vực", width: 18), .init("Thủ tục", width: 24), .init("Kênh", width: 18),
            .init("Mức xác thực", width: 8), .init("Giai đoạn", width: 18), .init("Người đánh giá", width: 16),
            .init("Phiên bản phiếu", width: 10),
        ]
        return place + (withOfficials ? [.init("Cán bộ", width: 24)] : []) + about
            + criteria.map { .init("\($0.id.rawValue): \($0.text)", width: 10, format: .count) }
            + [.init("Lý do", width: 30), .init("Dấu hiệu", width: 24)]
            + (withComments ? [.init("Góp ý", width: 60)] : [])
    }

    package func cells(_ rating: Rating) -> [Cell] {
        var cells: [Cell] = [
            .on(rating.localDay), .integer(Month.localHour(rating.receivedAt)),
            .text(directory.unit(rating.unit)?.name ?? rating.unit.rawValue),
            .text(directory.desk(rating.desk)?.name ?? rating.desk.rawValue),
        ]
        if withOfficials {
            cells.append(.text(rating.official.map { directory.official($0)?.name ?? $0.rawValue } ?? ""))
        }
        cells += [
            .text(rating.field.map { directory.field($0)?.name ?? $0.rawValue } ?? ""),
            .text(rating.procedure.map { directory.procedure($0)?.name ?? $0.rawValue } ?? ""),
            .text(rating.channel.words), .text(rating.evidence.rawValue), .text(rating.stage.map(stageWords) ?? ""),
            .text(rating.respondent.map(Self.words) ?? ""), .text(rating.questionnaire.rawValue),
        ]
        cells += criteria.map { rating.answers[$0.id].map { .integer($0.rawValue) } ?? .empty }
        cells += [
            .text(rating.reasons.map(\.words).joined(separator: "; ")),
            .text(rating.flags.map(\.words).joined(separator: "; ")),
        ]
        if withComments { cells.append(.text(rating.comment ?? "")) }
        return cells
    }

    package func worksheet(_ ratings: [Rating], period: Period) -> Worksheet {
        Worksheet(
            name: "Lượt đánh giá",
            title: [directory.configuration.authority.name, "Từng lượt đánh giá, \(Formats.period(period))"],
            columns: columns, rows: ratings.map(cells),
            notes: [
                "Không có số điện thoại và mã đánh giá. Mức 1 rất không hài lòng … 5 rất hài lòng.",
                withComments
                    ? "Số điện thoại, số giấy tờ người dân viết trong lời góp ý đã được che, chỉ còn ba số cuối." : nil,
            ].compactMap(\.self))
    }

    private static func words(_ respondent: Respondent) -> String {
        switch respondent {
        case .person: "Cá nhân"
        case .organization: "Tổ chức"
        }
    }
}

/// A file of ratings that is sent while it grows.
package struct RatingCSV: Sendable {
    package static let mediaType = CSV.mediaType
    private let sheet: RatingSheet
    private var csv: CSV

    package init(_ sheet: RatingSheet) {
        self.sheet = sheet
        csv = CSV(columns: sheet.columns.map(\.name))
    }

    /// The next part of the file; the first one begins with the header.
    package mutating func part(_ ratings: [Rating]) -> [UInt8] {
        for rating in ratings { csv.append(sheet.cells(rating)) }
        return csv.taken()
    }
}
