package import Foundation

/// Single ratings as somebody wants to take them out of the house, proven.
package struct RatingExportWish: Sendable, Hashable {
    package enum Format: String, Sendable, CaseIterable {
        case csv, xlsx
    }

    /// Lines of a workbook; CSV has no limit.
    package static let longestWorkbook = 50_000

    package let period: Period
    package let purpose: String
    package let withOfficials: Bool
    package let withComments: Bool
    package let format: Format

    /// - Parameter form: `period`, `purpose`, `officials` and `comments` ("yes"), `format`.
    /// - Throws: `Refusal.invalid`; `Refusal.notFound` for comments that this person may not read.
    package init(_ form: FormFields, rights: Rights) throws(Refusal) {
        var problems = FormProblems()
        let period = form["period"].flatMap(Period.init(rawValue:))
        if period == nil { problems.add("period", "Xin chọn kỳ cần lấy.") }
        purpose = (form["purpose"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        if purpose.count < 10 {
            problems.add("purpose", "Xin ghi rõ dùng để làm gì, theo văn bản nào (ít nhất 10 chữ cái).")
        }
        if purpose.isLonger(than: 500) { problems.add("purpose", "Mục đích dài quá 500 chữ cái. Xin viết ngắn lại.") }
        if purpose.holdsNumber { problems.add("purpose", "Xin bỏ số điện thoại, số giấy tờ khỏi mục đích.") }
        withOfficials = form["officials"] == "yes"
        withComments = form["comments"] == "yes"
        if withComments, !rights.may(.readRatings) { throw .notFound }
        format = form["format"].flatMap(Format.init) ?? .csv
        guard problems.isEmpty, let period else { throw .invalid(problems) }
        self.period = period
    }
}

/// That single ratings left the house: by whom, which, what for.
package struct RatingExport: Sendable, Hashable {
    package var id: Int64
    package var at: Date
    package var user: Int64
    package var days: ClosedRange<LocalDay>
    package var purpose: String
    package var withOfficials: Bool
    package var withComments: Bool
    package var lines: Int

    package init(
        id: Int64, at: Date, user: Int64, days: ClosedRange<LocalDay>, purpose: String, withOfficials: Bool,
        withComments: Bool, lines: Int
    ) {
        self.id = id
        self.at = at
        self.user = user
        self.days = days
        self.purpose = purpose
        self.withOfficials = withOfficials
        self.withComments = withComments
        self.lines = lines
    }
}

extension Writing {
    /// Writes down that ratings leave the house; without that, none do.
    /// The purpose is kept beside the journal, which holds no words of people.
    /// - Throws: `Refusal.invalid` under "format" for more than a workbook takes.
    package func exportRatings(_ wish: RatingExportWish, by user: Int64, scope: Scope) throws -> RatingExport {
        let lines = try ratingCount(RatingFilter(days: wish.period.days, scope: scope))
        if wish.format == .xlsx, lines > RatingExportWish.longestWorkbook {
            throw Refusal.invalid(
                FormProblems([
                    .init(
                        field: "format", message: "Kỳ này có hơn 50.000 lượt. Xin chọn tệp CSV, hoặc kỳ ngắn hơn.")
                ]))
        }
        var export = RatingExport(
            id: 0, at: now, user: user, days: wish.period.days, purpose: wish.purpose,
            withOfficials: wish.withOfficials, withComments: wish.withComments, lines: lines)
        export.id = try insertRatingExport(export)
        let officials = wish.withOfficials ? "yes" : "no", comments = wish.withComments ? "yes" : "no"
        try log(
            .ratingsExported, about: "export:\(export.id)",
            "period=\(wish.period) lines=\(lines) officials=\(officials) comments=\(comments)")
        return export
    }
}
