package import Feedback

/// What people wrote, with what is looked for, as it stands in an address:
/// `/office/comments?period=2026-11&q=cham&unit=tu-phap&kind=wish`.
package struct CommentAddress: Sendable, Hashable {
    package var period: Period
    /// As typed.
    package var search: String
    /// Its unit stands for the tree below it.
    package var cell: CellFilter
    /// The lowest answer.
    package var level: Level?
    package var reason: Reason?
    package var kind: CommentKind?
    /// From 1.
    package var page: Int
    /// Many on one page, for paper.
    package var isForPrint: Bool

    package init(
        period: Period, search: String = "", cell: CellFilter = CellFilter(), level: Level? = nil,
        reason: Reason? = nil, kind: CommentKind? = nil, page: Int = 1, isForPrint: Bool = false
    ) {
        self.period = period
        self.search = search
        self.cell = cell
        self.level = level
        self.reason = reason
        self.kind = kind
        self.page = page
        self.isForPrint = isForPrint
    }

    /// Reads the query. What it does not know it leaves out; without a period it is the month that runs.
    package init(query: FormFields, today: LocalDay) {
        func id<Subject>(_ name: String) -> ID<Subject>? {
            query[name].flatMap { $0.isEmpty || $0.utf8.count > 64 ? nil : ID($0) }
        }
        self.init(
            period: query["period"].flatMap { Period(rawValue: $0) } ?? Period(.month, holding: today),
            search: String((query["q"] ?? "").prefix(CommentSearch.longest)),
            cell: CellFilter(
                unit: id("unit"), desk: id("desk"), official: id("official"), field: id("field"),
                channel: query["channel"].flatMap(Channel.init), procedure: id("procedure"),
                evidence: query["evidence"].flatMap(EvidenceClass.init), stage: query["stage"].flatMap(Stage.init)),
            level: query["level"].flatMap { Int($0) }.flatMap(Level.init),
            reason: query["reason"].flatMap(Reason.init), kind: query["kind"].flatMap(CommentKind.init),
            page: min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 100_000), isForPrint: query["print"] == "1")
    }

    package func filter(scope: Scope, in directory: Directory) -> CommentFilter {
        var cell = cell
        let units = cell.unit.map { directory.subtree(of: $0) }
        cell.unit = nil
        return CommentFilter(
            days: period.days, scope: scope, units: units, cell: cell, levels: level.map { [$0] } ?? [],
            reason: reason, kind: kind, search: CommentSearch(search))
    }

    package var path: String { Section.comments.path + query(pairs) }
    package func file(_ kind: String) -> String {
        "\(Section.comments.path).\(kind)" + query(pairs.filter { $0.0 != "page" && $0.0 != "print" })
    }
    /// Without "?": kept by forms that lead back.
    package var choice: String { String(query(pairs).dropFirst()) }

    /// From the first page again.
    func choosing(_ change: (inout Self) -> Void) -> Self {
        var other = self
        (other.page, other.isForPrint) = (1, false)
        change(&other)
        return other
    }

    /// Whether something but the period is chosen.
    var isFiltered: Bool { self != CommentAddress(period: period, page: page, isForPrint: isForPrint) }

    var pairs: [(String, String)] {
        let pairs: [(String, String?)] = [
            ("period", period.rawValue), ("q", search.isEmpty ? nil : search), ("unit", cell.unit?.rawValue),
            ("desk", cell.desk?.rawValue), ("official", cell.official?.rawValue), ("field", cell.field?.rawValue),
            ("procedure", cell.procedure?.rawValue), ("channel", cell.channel?.rawValue),
            ("evidence", cell.evidence?.rawValue), ("stage", cell.stage?.rawValue),
            ("level", level.map { String($0.rawValue) }), ("reason", reason?.rawValue), ("kind", kind?.rawValue),
            ("page", page > 1 ? String(page) : nil), ("print", isForPrint ? "1" : nil),
        ]
        return pairs.compactMap { name, value in value.map { (name, $0) } }
    }

    private func query(_ pairs: [(String, String)]) -> String {
        pairs.isEmpty ? "" : "?" + pairs.map { "\($0)=\(FigureAddress.escaped($1))" }.joined(separator: "&")
    }
}
