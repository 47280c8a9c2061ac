package import Feedback

/// A saved view in the list of whoever made it.
struct ViewLine: Sendable {
    let name: String
    /// When: "tháng trước", "quý III/2026".
    let period: String
    /// An address to send: whoever opens it sees it within the own rights.
    let href: String
    let deleteHref: String
    let isCurrent: Bool
    let token: String

    init(_ view: SavedView, isCurrent: Bool, token: String) {
        name = view.name
        period = view.period.words
        href = "/office/views/\(view.id)"
        deleteHref = "/office/views/\(view.id)/delete"
        self.isCurrent = isCurrent
        self.token = token
    }
}

/// The small form that keeps a way to look.
struct ViewForm: Sendable {
    struct Time: Sendable {
        let value: String
        let words: String
        let isChosen: Bool
    }

    let token: String
    let name: String
    let problem: String?
    let times: [Time]
    /// The choice as it stands in the address.
    let query: String

    /// - Parameter problems: of what was typed.
    init(
        _ address: FigureAddress, token: String, today: LocalDay, typed: FormFields = FormFields(),
        problems: FormProblems = FormProblems()
    ) {
        self.token = token
        name = typed["name"] ?? ""
        problem = problems.message(for: "name")
        query = address.choice
        let period = address.period
        let kinds: [SavedView.Time] = period.kind == .range ? [] : [.running(period.kind), .last(period.kind)]
        let fixed = SavedView.Time.fixed(period)
        let fitting = kinds.first { $0.period(on: today) == period } ?? fixed
        let chosen = typed["period"].flatMap(SavedView.Time.init) ?? fitting
        times = (kinds + [fixed]).map {
            Time(
                value: $0.rawValue, words: $0 == fixed ? "luôn là \($0.words)" : "\($0.words), tính lại mỗi lần mở",
                isChosen: $0 == chosen)
        }
    }
}

/// The form alone, when what was typed cannot be kept.
package struct ViewFormPage: Page {
    package static let template = "office-view-form"

    let header: Header
    let title: String
    let backHref: String
    let saving: ViewForm

    package init(
        _ frame: Frame, address: FigureAddress, today: LocalDay, typed: FormFields, problems: FormProblems
    ) {
        title = "Lưu cách xem"
        header = Header(frame, title: title)
        backHref = address.path
        saving = ViewForm(address, token: frame.formToken, today: today, typed: typed, problems: problems)
    }
}

extension SavedView {
    /// Where the view leads on a day.
    package func address(on today: LocalDay) -> FigureAddress? {
        guard let query = try? FormFields(urlEncoded: query.utf8) else { return nil }
        return FigureAddress(period: period.period(on: today), query: query)
    }

    func shows(_ address: FigureAddress, today: LocalDay) -> Bool { self.address(on: today) == address }
}

extension SavedView.Time {
    var words: String {
        switch self {
        case .fixed(let period): Formats.period(period)
        case .running(let kind): Self.names(kind).this
        case .last(let kind): Self.names(kind).last
        }
    }

    private static func names(_ kind: Period.Kind) -> (this: String, last: String) {
        switch kind {
        case .day: ("hôm nay", "hôm qua")
        case .week: ("tuần này", "tuần trước")
        case .month: ("tháng này", "tháng trước")
        case .quarter: ("quý này", "quý trước")
        case .sixMonths: ("6 tháng đang chạy", "6 tháng trước")
        case .nineMonths: ("9 tháng đầu năm nay", "9 tháng đầu năm trước")
        case .year: ("năm nay", "năm trước")
        case .range: ("", "")
        }
    }
}
