package import Feedback

/// How many dossiers each desk handled in a month: a number for each desk, or a table pasted from elsewhere.
package struct DossiersPage: Page {
    package static let template = "office-dossiers"
    package static let path = "/office/dossiers"
    package static func path(_ month: Month) -> String { "\(path)/\(month)" }

    struct Row: Sendable {
        let field: String
        let name: String
        let code: String
        let value: String
        let problem: String?
        let rate: RateText?
    }

    struct Hall: Sendable {
        let id: String
        let name: String
        let rows: [Row]
    }

    struct Problem: Sendable {
        let field: String
        let message: String
    }

    let header: Header
    let title: String
    let tabs: [ComparisonTabs.Tab]
    let formToken: String
    let action: String
    let previousHref: String
    let previousTitle: String
    let nextHref: String?
    let nextTitle: String
    let isRunning: Bool
    let done: String?
    let problems: [Problem]
    let isEmpty: Bool
    let halls: [Hall]
    let pasted: String
    let files: FileLinks

    /// - Parameters:
    ///   - counts: what is known of the month.
    ///   - saved: desks that changed just now.
    ///   - typed: what was typed when it was refused.
    package init(
        _ frame: Frame, month: Month, counts: [DossierCount], rates: [ID<Desk>: ResponseRate], today: LocalDay,
        saved: Int? = nil, problems: FormProblems = FormProblems(), typed: DossierForm? = nil, pasted: String = ""
    ) {
        title = "Số hồ sơ \(Formats.month(month))"
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        tabs = ComparisonTabs(frame, current: Self.path).all
        formToken = frame.formToken
        action = Self.path(month)
        previousHref = Self.path(month.previous)
        previousTitle = Formats.month(month.previous)
        nextHref = month < today.month ? Self.path(month.next) : nil
        nextTitle = Formats.month(month.next)
        isRunning = month == today.month
        done = saved.map { $0 == 0 ? "Không có số nào khác trước." : "Đã ghi số hồ sơ của \($0) quầy." }
        // At the top a number has lost its row: the desk is named.
        self.problems = problems.problems.map { problem in
            let desk = problem.field.hasPrefix("count-") ? ID<Desk>(String(problem.field.dropFirst(6))) : nil
            let name = desk.map { "\(frame.directory.sign(of: $0)): " } ?? ""
            return Problem(field: problem.field, message: name + problem.message)
        }
        self.pasted = pasted
        files = FileLinks("số hồ sơ") { "\(Self.path(month)).\($0)" }
        let known = Dictionary(counts.map { ($0.desk, $0.count) }, uniquingKeysWith: { _, last in last })
        let directory = frame.directory.on(min(month.lastDay, today))
        let desks = directory.desks(in: frame.rights.scope(of: .countDossiers), during: month)
        let byHall = Dictionary(grouping: desks, by: \.hall)
        halls = directory.units.compactMap { unit in
            byHall[unit.id].map { desks in
                Hall(
                    id: "hall-\(unit.id)", name: unit.name,
                    rows: desks.map { desk in
                        let field = "count-\(desk.id)"
                        return Row(
                            field: field, name: desk.name, code: desk.id.rawValue,
                            value: typed?.typed[desk.id] ?? known[desk.id].map(Formats.count) ?? "",
                            problem: problems.message(for: field), rate: rates[desk.id].map(RateText.init))
                    })
            }
        }
        isEmpty = halls.isEmpty
    }
}
