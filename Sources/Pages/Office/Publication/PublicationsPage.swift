package import Feedback

/// What is published and what could be: one line per period that is over.
package struct PublicationsPage: Page {
    package static let template = "office-publications"
    package static let path = "/office/publication"

    struct Row: Sendable {
        let name: String
        let href: String
        let state: String
        /// Nil: nothing is public.
        let openHref: String?
        let share: String?
        let n: String?
    }

    let header: Header
    let title: String
    let rows: [Row]
    /// What was typed into "another period", and cannot be taken.
    let problem: String?
    let openHref: String

    /// - Parameters:
    ///   - publications: every version of every period.
    ///   - day: today.
    package init(_ frame: Frame, publications: [Publication], on day: LocalDay, problem: String? = nil) {
        title = "Công bố số liệu"
        header = Header(frame, title: problem == nil ? title : "Lỗi: \(title)")
        let versions = Dictionary(grouping: publications, by: \.period)
        let periods = Set(versions.keys).union(Self.offered(on: day))
            .sorted { ($0.last, $0.dayCount) > ($1.last, $1.dayCount) }
        rows = periods.map { period in
            let last = versions[period]?.last
            let isOpen = last?.isInForce ?? false
            let cell = last.map { OpenCellText($0.figures.whole) }
            return Row(
                name: Formats.period(period).firstUppercased, href: Self.path(of: period), state: Self.words(last),
                openHref: isOpen ? OpenAddress.period(period) : nil, share: isOpen ? cell?.share : nil,
                n: isOpen ? cell?.n : nil)
        }
        self.problem = problem
        openHref = OpenAddress.list
    }

    package static func path(of period: Period) -> String { "\(path)/\(period)" }

    /// The last six months, four quarters and two of each longer kind that are over.
    private static func offered(on day: LocalDay) -> [Period] {
        let counts: [(Period.Kind, Int)] = [(.month, 6), (.quarter, 4), (.sixMonths, 2), (.nineMonths, 1), (.year, 1)]
        return counts.flatMap { kind, count in
            var period = Period(kind, holding: day)
            while period.isRunning(on: day) { period = period.previous }
            var found = [period]
            while found.count < count, let last = found.last { found.append(last.previous) }
            return found
        }
    }

    private static func words(_ last: Publication?) -> String {
        guard let last else { return "chưa công bố" }
        switch last.end?.kind {
        case nil: return "bản \(last.version), từ \(Formats.day(last.at))"
        case .withdrawn: return "đã thu hồi"
        case .replaced: return "đã thay"
        }
    }
}
