package import Feedback

/// Every report of a year, of the whole authority or of one unit, and how far it has come.
package struct ReportsPage: Page {
    package static let template = "office-reports"

    struct Row: Sendable {
        let title: String
        let href: String
        let state: String
        /// Over and not frozen yet.
        let isDue: Bool
        let frozen: String
        /// "đã công bố"; empty while the period runs.
        let publicity: String
        /// The public page; or, for whoever publishes, the way there.
        let publicityHref: String?
    }

    struct Part: Sendable {
        let title: String
        let rows: [Row]
    }

    struct Option: Sendable {
        let value: String
        let name: String
        let isChosen: Bool
    }

    let header: Header
    let title: String
    let lead: String
    let parts: [Part]
    let isEmpty: Bool
    let year: String
    let previousHref: String
    let previousYear: String
    let nextHref: String?
    let nextYear: String
    /// One choice is none.
    let hasUnits: Bool
    let units: [Option]

    /// - Parameters:
    ///   - units: those whose reports may be read; with a nil among them where the whole may.
    ///   - publicity: of the periods that were ever published. Home affairs prepare what the leadership publishes: here
    ///     they see what became of it.
    package init(
        _ frame: Frame, year: Int, unit: ID<Feedback.Unit>?, units: [ID<Feedback.Unit>?], states: [ReportState],
        publicity: [Period: Publicity] = [:], today: LocalDay
    ) {
        title = "Báo cáo"
        header = Header(frame, title: title)
        lead =
            frame.rights.may(.writeReports)
            ? "Bản nháp có sẵn số liệu và lời văn. Sửa phần IV, V, lưu, rồi chốt khi kỳ đã hết: số liệu đã chốt không đổi nữa."
            : "Báo cáo bằng văn bản của từng kỳ. Bản nháp lấy số liệu lúc mở; bản đã chốt giữ nguyên số liệu."
        self.year = String(year)
        previousYear = String(year - 1)
        nextYear = String(year + 1)
        func href(_ year: Int) -> String {
            "\(ReportAddress.rooms)?year=\(year)" + (unit.map { "&unit=\($0)" } ?? "")
        }
        previousHref = href(year - 1)
        nextHref = year < today.year ? href(year + 1) : nil
        let found = Dictionary(states.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        let kinds: [(String, [Period.Kind])] = [
            ("Báo cáo tháng", [.month]),
            ("Báo cáo quý, 6 tháng, 9 tháng, năm", [.quarter, .sixMonths, .nineMonths, .year]),
        ]
        parts = kinds.map { name, kinds in
            let periods = Self.periods(of: year, kinds).filter { !$0.isFuture(on: today) }.reversed()
            return Part(
                title: name,
                rows: periods.compactMap { period in
                    (try? ReportSubject(period: period, unit: unit)).map {
                        Row(
                            $0, found[$0], publicity[period], mayPublish: frame.rights.scope(of: .publish) == .whole,
                            today: today)
                    }
                })
        }.filter { !$0.rows.isEmpty }
        isEmpty = parts.isEmpty
        self.units = units.map { id in
            Option(
                value: id?.rawValue ?? "",
                name: id.map { frame.directory.unit($0)?.name ?? $0.rawValue } ?? "Toàn cơ quan",
                isChosen: id == unit)
        }
        hasUnits = self.units.count > 1
    }

    /// In the order in which they end.
    package static func periods(of year: Int, _ kinds: [Period.Kind] = ReportSubject.kinds) -> [Period] {
        let months = (1...12).compactMap { Month(rawValue: "\(year)-\($0 < 10 ? "0" : "")\($0)") }
        var seen: Set<Period> = []
        return months.flatMap { month in kinds.map { Period($0, holding: month.lastDay) } }
            .filter { seen.insert($0).inserted }.sorted { ($0.last, $0.dayCount) < ($1.last, $1.dayCount) }
    }
}

extension ReportsPage.Row {
    fileprivate init(
        _ subject: ReportSubject, _ state: ReportState?, _ publicity: Publicity?, mayPublish: Bool, today: LocalDay
    ) {
        let isRunning = subject.period.isRunning(on: today)
        let editions = state?.editions ?? 0
        title = Formats.period(subject.period).firstUppercased
        href = ReportAddress(subject).path
        isDue = editions == 0 && !isRunning
        switch editions {
        case 0: self.state = (state?.hasTexts ?? false ? "Bản nháp" : "Chưa lập") + (isRunning ? ", kỳ chưa hết" : "")
        case 1: self.state = "Đã chốt"
        default: self.state = "Đã chốt, \(editions - 1) phụ lục điều chỉnh"
        }
        frozen = state?.lastFrozen.map { Formats.moment($0) } ?? ""
        switch publicity {
        case .inForce: self.publicity = "đã công bố"
        case .withdrawn: self.publicity = "đã thu hồi"
        case nil: self.publicity = isRunning ? "" : "chưa công bố"
        }
        publicityHref =
            publicity == .inForce
            ? OpenAddress.period(subject.period)
            : mayPublish && !isRunning ? PublicationsPage.path(of: subject.period) : nil
    }
}
