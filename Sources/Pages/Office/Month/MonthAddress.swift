package import Feedback

/// A month with its filters, as it stands in an address: `/office/months/2026-11?unit=tu-phap&level=1&level=2`.
package struct MonthAddress: Sendable, Hashable {
    package var month: Month
    package var cell: CellFilter
    /// Of the rows only; empty: every level.
    package var levels: Set<Level>
    /// Of the rows only, from 1.
    package var page: Int

    package init(month: Month, cell: CellFilter = CellFilter(), levels: Set<Level> = [], page: Int = 1) {
        self.month = month
        self.cell = cell
        self.levels = levels
        self.page = page
    }

    /// Reads the query. What it does not know it leaves out; a unit that is none gives a page without ratings.
    package init(month: Month, query: FormFields) {
        func id<Subject>(_ name: String) -> ID<Subject>? {
            query[name].flatMap { $0.isEmpty || $0.utf8.count > 64 ? nil : ID($0) }
        }
        self.init(
            month: month,
            cell: CellFilter(
                unit: id("unit"), desk: id("desk"), official: id("official"), field: id("field"),
                channel: query["channel"].flatMap(Channel.init), criterion: id("criterion")),
            levels: Set(query.values("level").compactMap { Int($0).flatMap(Level.init) }),
            page: min(max(query["page"].flatMap { Int($0) } ?? 1, 1), 100_000))
    }

    package func filter(scope: Scope) -> RatingFilter {
        RatingFilter(days: month.firstDay...month.lastDay, scope: scope, cell: cell, levels: levels)
    }

    /// The month page.
    package var path: String { "/office/months/\(month)" + query(cellPairs) }
    package var csvPath: String { "/office/months/\(month).csv" + query(cellPairs) }
    /// The ratings behind a number.
    package var rowsPath: String {
        let levels = levels.sorted().map { ("level", String($0.rawValue)) }
        return "/office/months/\(month)/ratings"
            + query(cellPairs + levels + (page > 1 ? [("page", String(page))] : []))
    }

    func choosing(_ change: (inout CellFilter) -> Void) -> Self {
        var other = Self(month: month, cell: cell)
        change(&other.cell)
        return other
    }

    func on(_ month: Month) -> Self { Self(month: month, cell: cell) }
    func at(_ levels: Set<Level>) -> Self { Self(month: month, cell: cell, levels: levels) }
    func turned(to page: Int) -> Self { Self(month: month, cell: cell, levels: levels, page: page) }

    private var cellPairs: [(String, String)] {
        let pairs: [(String, String?)] = [
            ("unit", cell.unit?.rawValue), ("desk", cell.desk?.rawValue), ("official", cell.official?.rawValue),
            ("field", cell.field?.rawValue), ("channel", cell.channel?.rawValue),
            ("criterion", cell.criterion?.rawValue),
        ]
        return pairs.compactMap { name, value in value.map { (name, $0) } }
    }

    private func query(_ pairs: [(String, String)]) -> String {
        pairs.isEmpty ? "" : "?" + pairs.map { "\($0)=\(Self.escaped($1))" }.joined(separator: "&")
    }

    /// Percent-encodes everything but the unreserved characters of RFC 3986, 2.3.
    static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { out, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default: out += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
