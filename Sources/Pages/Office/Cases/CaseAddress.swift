package import Feedback
package import Foundation

/// A list of cases with its filters, as it stands in an address: `/office/cases?show=overdue&unit=tu-phap`.
package struct CaseAddress: Sendable, Hashable {
    package enum Show: String, Sendable, CaseIterable {
        case open, mine, overdue, returned, all

        var words: String {
            switch self {
            case .open: "Đang chờ"
            case .mine: "Của tôi"
            case .overdue: "Quá hạn"
            case .returned: "Bị trả lại"
            case .all: "Tất cả"
            }
        }
    }

    package var show: Show
    package var unit: ID<Feedback.Unit>?
    package var category: ID<AlertPolicy.Category>?
    /// From 1.
    package var page: Int

    package init(
        show: Show = .open, unit: ID<Feedback.Unit>? = nil, category: ID<AlertPolicy.Category>? = nil, page: Int = 1
    ) {
        self.show = show
        self.unit = unit
        self.category = category
        self.page = page
    }

    /// Reads the query. What it does not know it leaves out.
    package init(query: FormFields) {
        func id<Subject>(_ name: String) -> ID<Subject>? {
            query[name].flatMap { $0.isEmpty || $0.utf8.count > 64 ? nil : ID($0) }
        }
        self.init(
            show: query["show"].flatMap(Show.init) ?? .open, unit: id("unit"), category: id("category"),
            page: min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 100_000))
    }

    package func filter(scope: Scope, user: Int64, now: Date) -> CaseFilter {
        var filter = CaseFilter(scope: scope, unit: unit, category: category)
        switch show {
        case .open: filter.states = CaseStep.Kind.open
        case .mine: filter.handler = user
        case .overdue: filter.dueBefore = now
        case .returned: filter.states = [.returned]
        case .all: break
        }
        return filter
    }

    package var path: String { Section.cases.path + query(pairs + (page > 1 ? [("page", String(page))] : [])) }
    /// The list as a file.
    /// - Parameter kind: "csv" or "xlsx".
    package func file(_ kind: String) -> String { "\(Section.cases.path).\(kind)" + query(pairs) }

    /// From the first page again.
    func choosing(_ change: (inout Self) -> Void) -> Self {
        var other = self
        other.page = 1
        change(&other)
        return other
    }

    private var pairs: [(String, String)] {
        let pairs: [(String, String?)] = [
            ("show", show == .open ? nil : show.rawValue), ("unit", unit?.rawValue), ("category", category?.rawValue),
        ]
        return pairs.compactMap { name, value in value.map { (name, $0) } }
    }

    private func query(_ pairs: [(String, String)]) -> String {
        pairs.isEmpty ? "" : "?" + pairs.map { "\($0)=\(FigureAddress.escaped($1))" }.joined(separator: "&")
    }
}
