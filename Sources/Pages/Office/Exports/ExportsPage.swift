package import Feedback

/// What may be taken out of the house, by whom; the form for single ratings posts `period`, `purpose`, `officials`,
/// `comments`, `format` to /office/exports/ratings.
package struct ExportsPage: Page {
    package static let template = "office-exports"

    struct Option: Sendable {
        let value: String
        let title: String
        let isChosen: Bool
    }

    struct File: Sendable {
        let title: String
        let href: String
    }

    struct Sheet: Sendable {
        let title: String
        let text: String
        let files: [File]
        /// The roles that may take it.
        let who: String
    }

    struct Form: Sendable {
        let period: String
        let purpose: String
        let withOfficials: Bool
        let withComments: Bool
        let mayComments: Bool
    }

    struct Row: Sendable {
        let when: String
        let who: String
        let days: String
        let what: String
        let purpose: String
    }

    struct Problem: Sendable {
        let field: String
        let message: String
    }

    let header: Header
    let formToken: String
    let periodTitle: String
    let periods: [Option]
    let from: String
    let to: String
    let sheets: [Sheet]
    let problems: [Problem]
    /// Nil: single ratings are not for this person.
    let form: Form?
    let ratingRoles: String
    let hasTaken: Bool
    let taken: [Row]

    /// - Parameters:
    ///   - taken: what was taken before; shown to whoever may take.
    ///   - typed: the form as it was sent, when it had `problems`.
    package init(
        _ frame: Frame, period: Period, today: LocalDay, taken: [RatingExport] = [], users: [User] = [],
        problems: FormProblems = FormProblems(), typed: FormFields = FormFields()
    ) {
        header = Header(frame, title: problems.isEmpty ? "Xuất dữ liệu" : "Lỗi: Xuất dữ liệu")
        formToken = frame.formToken
        periodTitle = Formats.period(period)
        periods = Self.periods(around: today, chosen: period)
        (from, to) = (period.first.rawValue, period.last.rawValue)
        sheets = Self.sheets(frame.rights, period)
        self.problems = problems.problems.map { Problem(field: "export-\($0.field)", message: $0.message) }
        let may = frame.rights.may(.exportRatings)
        form =
            !may
            ? nil
            : Form(
                period: period.rawValue, purpose: typed["purpose"] ?? "",
                withOfficials: typed["officials"] == "yes", withComments: typed["comments"] == "yes",
                mayComments: frame.rights.may(.readRatings))
        ratingRoles = Self.roles(.exportRatings)
        let names = Dictionary(users.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        self.taken = may ? taken.map { Self.row($0, names) } : []
        hasTaken = !self.taken.isEmpty
    }

    private static func row(_ export: RatingExport, _ names: [Int64: String]) -> Row {
        let extra = (export.withOfficials ? ["cán bộ"] : []) + (export.withComments ? ["góp ý"] : [])
        let what =
            "\(Formats.count(export.lines)) lượt" + (extra.isEmpty ? "" : ", kèm \(extra.joined(separator: ", "))")
        return Row(
            when: Formats.moment(export.at), who: names[export.user] ?? "tài khoản \(export.user)",
            days: "\(Formats.shortDay(export.days.lowerBound))–\(Formats.shortDay(export.days.upperBound))", what: what,
            purpose: export.purpose)
    }

    private static func sheets(_ rights: Rights, _ period: Period) -> [Sheet] {
        let address = FigureAddress(period: period)
        var sheets = [
            Sheet(
                title: "Số liệu tổng hợp",
                text:
                    "Mọi bảng của trang Số liệu: đơn vị, quầy, lĩnh vực, tiêu chí, kênh. Muốn lọc trước khi lấy, xin mở trang.",
                files: [
                    File(title: "CSV", href: address.file("csv")), File(title: "XLSX", href: address.file("xlsx")),
                    File(title: "Mở trang Số liệu", href: address.path),
                ], who: roles(.seeFigures)),
            Sheet(
                title: "Lĩnh vực, tiêu chí và thủ tục",
                text: "Chỗ nào của thủ tục cần cải cách: từng lĩnh vực theo từng tiêu chí, rồi từng thủ tục.",
                files: files("fields", period), who: roles(.seeFigures)),
        ]
        if rights.may(.seeReports) {
            sheets.append(
                Sheet(
                    title: "Bảng phục vụ chỉ số cải cách hành chính",
                    text: """
                        Từng đơn vị: n, tỷ lệ hài lòng với khoảng tin cậy, vụ việc phát sinh, tỷ lệ trả lời đúng hạn, còn \
                        chờ; cách tính ghi dưới bảng.
                        """, files: files("reform-index", period), who: roles(.seeReports)))
        }
        return sheets
    }

    private static func files(_ name: String, _ period: Period) -> [File] {
        ExportFile.Format.allCases.map { format in
            File(
                title: format.rawValue.uppercased(), href: "/office/exports/\(name).\(format.rawValue)?period=\(period)"
            )
        }
    }

    /// What lately is asked for, and what is chosen.
    private static func periods(around today: LocalDay, chosen: Period) -> [Option] {
        func last(_ count: Int, _ kind: Period.Kind) -> [Period] {
            var found = [Period(kind, holding: today)]
            while let next = found.last?.previous, found.count < count { found.append(next) }
            return found
        }
        let usual = last(13, .month) + last(5, .quarter) + last(3, .sixMonths) + last(2, .nineMonths) + last(2, .year)
        return (usual.contains(chosen) ? usual : [chosen] + usual).map { period in
            Option(
                value: period.rawValue, title: Formats.period(period).firstUppercased, isChosen: period == chosen)
        }
    }

    private static func roles(_ right: Right) -> String {
        Role.allCases.filter { $0.rights.contains(right) }.map(\.words).joined(separator: ", ")
    }
}
