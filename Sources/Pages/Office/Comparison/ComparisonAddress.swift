package import Feedback

/// What is compared, as it stands in an address: `/office/comparison?period=2026-Q4&by=desk&field=dat-dai`.
package struct ComparisonAddress: Hashable, Sendable {
    package var period: Period
    package var side: FairComparison.Side
    package var field: ID<Field>?

    package init(period: Period, side: FairComparison.Side = .unit, field: ID<Field>? = nil) {
        self.period = period
        self.side = side
        self.field = field
    }

    /// What the query does not say, or says in no known way, is as at the beginning.
    package init(query: FormFields, today: LocalDay) {
        let period = Period(asked: query).flatMap { $0.isFuture(on: today) ? nil : $0 }
        let field = query["field"].flatMap { $0.isEmpty || $0.utf8.count > 64 ? nil : ID<Field>($0) }
        self.init(
            period: period ?? .forComparison(on: today),
            side: query["by"].flatMap(FairComparison.Side.init) ?? .unit, field: field)
    }

    package var path: String { Section.comparison.path + query }

    func on(_ period: Period) -> Self { Self(period: period, side: side, field: field) }

    /// What is chosen beside the period, as fields of a form.
    var choice: [(String, String)] {
        [("by", side.rawValue)] + (field.map { [("field", $0.rawValue)] } ?? [])
    }

    /// A table of the page as a file.
    /// - Parameters:
    ///   - kind: "csv" or "xlsx".
    ///   - table: one of them by its id.
    package func file(_ kind: String, table: String) -> String {
        "\(Section.comparison.path).\(kind)\(query)&table=\(table)"
    }

    private var query: String {
        let field = field.map { "&field=\(FigureAddress.escaped($0.rawValue))" } ?? ""
        return "?period=\(period)&by=\(side.rawValue)\(field)"
    }

    /// The page of a part: a unit's or a desk's.
    static func path(of id: String, _ side: FairComparison.Side) -> String {
        "/office/\(side == .unit ? "units" : "desks")/\(FigureAddress.escaped(id))"
    }
}

/// The pages of this room, side by side.
struct ComparisonTabs: Sendable {
    struct Tab: Sendable {
        let title: String
        let href: String
        let isCurrent: Bool
    }

    let all: [Tab]

    init(_ frame: Frame, current: String) {
        var all = [("So sánh", Section.comparison.path)]
        if frame.rights.may(.readRatings) { all.append(("Cảnh báo thống kê", AlarmsPage.path)) }
        if frame.rights.may(.countDossiers) { all.append(("Số hồ sơ", DossiersPage.path)) }
        self.all = all.map { Tab(title: $0.0, href: $0.1, isCurrent: $0.1 == current) }
    }
}
