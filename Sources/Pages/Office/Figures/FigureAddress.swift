package import Feedback

/// A period with what is chosen, as it stands in an address: `/office/figures/2026-Q4?unit=tu-phap&level=1&level=2`.
package struct FigureAddress: Sendable, Hashable {
    package var period: Period
    package var cell: CellFilter
    /// Of the rows only; empty: every level.
    package var levels: Set<Level>
    /// Of the rows only, from 1.
    package var page: Int
    /// Tables in their whole length; else of the long ones the first rows.
    package var isWhole = false

    package init(period: Period, cell: CellFilter = CellFilter(), levels: Set<Level> = [], page: Int = 1) {
        self.period = period
        self.cell = cell
        self.levels = levels
        self.page = page
    }

    package init(month: Month, cell: CellFilter = CellFilter(), levels: Set<Level> = []) {
        self.init(period: Period(month), cell: cell, levels: levels)
    }

    /// Reads the query. What it does not know it leaves out; a unit that is none gives a page without ratings.
    package init(period: Period, query: FormFields) {
        func id<Subject>(_ name: String) -> ID<Subject>? {
            query[name].flatMap { $0.isEmpty || $0.utf8.count > 64 ? nil : ID($0) }
        }
        self.init(
            period: period,
            cell: CellFilter(
                unit: id("unit"), desk: id("desk"), official: id("official"), field: id("field"),
                channel: query["channel"].flatMap(Channel.init), criterion: id("criterion"),
                procedure: id("procedure"), evidence: query["evidence"].flatMap(EvidenceClass.init),
                stage: query["stage"].flatMap(Stage.init)),
            levels: Set(query.values("level").compactMap { Int($0).flatMap(Level.init) }),
            page: min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 100_000))
        isWhole = query["rows"] == "all"
    }

    package func filter(scope: Scope, in directory: Directory) -> RatingFilter {
        // A filter and not a narrower scope: who sees everything still reads what goes past the unit's head.
        let units = cell.unit.map { directory.picture(of: period).subtree(of: $0) }
        var cell = cell
        cell.unit = nil
        return RatingFilter(days: period.days, scope: scope, cell: cell, levels: levels, units: units)
    }

    /// The page of the period.
    package var path: String { "/office/figures/\(period)" + Self.query(cellPairs) }
    /// The same page with every row of every table.
    var wholePath: String { "/office/figures/\(period)" + Self.query(cellPairs + [("rows", "all")]) }
    /// The ratings behind a number.
    package var rowsPath: String {
        let levels = levels.sorted().map { ("level", String($0.rawValue)) }
        return "/office/figures/\(period)/ratings"
            + Self.query(cellPairs + levels + (page > 1 ? [("page", String(page))] : []))
    }
    /// What is chosen, without "?" and without the period: kept with a saved view.
    package var choice: String { String(Self.query(cellPairs).dropFirst()) }

    /// A file of the page's tables.
    /// - Parameters:
    ///   - kind: "csv" or "xlsx".
    ///   - table: one of them by its id; nil: all.
    package func file(_ kind: String, table: String? = nil) -> String {
        "/office/figures/\(period).\(kind)" + Self.query(cellPairs + (table.map { [("table", $0)] } ?? []))
    }

    func choosing(_ change: (inout CellFilter) -> Void) -> Self {
        var other = Self(period: period, cell: cell)
        change(&other.cell)
        return other
    }

    func on(_ period: Period) -> Self { Self(period: period, cell: cell) }
    func at(_ levels: Set<Level>) -> Self { Self(period: period, cell: cell, levels: levels) }
    func turned(to page: Int) -> Self { Self(period: period, cell: cell, levels: levels, page: page) }

    /// The choice as fields of a form or an address.
    var cellPairs: [(String, String)] {
        let pairs: [(String, String?)] = [
            ("unit", cell.unit?.rawValue), ("desk", cell.desk?.rawValue), ("official", cell.official?.rawValue),
            ("field", cell.field?.rawValue), ("procedure", cell.procedure?.rawValue),
            ("channel", cell.channel?.rawValue), ("evidence", cell.evidence?.rawValue),
            ("stage", cell.stage?.rawValue), ("criterion", cell.criterion?.rawValue),
        ]
        return pairs.compactMap { name, value in value.map { (name, $0) } }
    }

    private static func query(_ pairs: [(String, String)]) -> String {
        pairs.isEmpty ? "" : "?" + pairs.map { "\($0)=\(escaped($1))" }.joined(separator: "&")
    }

    /// Percent-encodes everything but the unreserved characters of RFC 3986, 2.3.
    static func escaped(_ text: String) -> String {
        guard !text.utf8.allSatisfy(isUnreserved) else { return text }
        return text.utf8.reduce(into: "") { out, byte in
            if isUnreserved(byte) {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                out += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
            }
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
