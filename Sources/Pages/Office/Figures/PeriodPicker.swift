package import Feedback

/// Which days: the kind, a step back and forward, or any two days by a plain form.
struct PeriodPicker: Sendable {
    struct Tab: Sendable {
        let title: String
        let href: String
        let isCurrent: Bool
    }

    struct Hidden: Sendable {
        let name: String
        let value: String
    }

    let kinds: [Tab]
    let previousHref: String
    let previousTitle: String
    /// Nil: it has not begun.
    let nextHref: String?
    let nextTitle: String
    /// "đến hôm nay, 21/11/2026", "chưa bắt đầu"; nil when the period is over.
    let running: String?
    /// Of the form: where it leads, the days as they stand, and what is chosen.
    let action: String
    let from: String
    let to: String
    let isRange: Bool
    let hidden: [Hidden]

    /// - Parameters:
    ///   - action: the page that takes two days.
    ///   - choice: what else is chosen and stays so.
    ///   - path: the page of another period.
    init(
        _ period: Period, today: LocalDay, action: String, choice: [(String, String)], path: (Period) -> String
    ) {
        // The day that stays in sight when the kind changes: the last of the period, or today while it runs.
        let day = min(period.last, max(today, period.first))
        kinds = Period.Kind.allCases.filter { $0 != .range }.map { kind in
            Tab(
                title: Formats.kind(kind), href: path(kind == period.kind ? period : Period(kind, holding: day)),
                isCurrent: kind == period.kind)
        }
        previousHref = path(period.previous)
        previousTitle = Formats.period(period.previous)
        nextHref = period.next.isFuture(on: today) ? nil : path(period.next)
        nextTitle = Formats.period(period.next)
        running =
            period.isFuture(on: today)
            ? "chưa bắt đầu" : period.isRunning(on: today) ? "đến hôm nay, \(Formats.shortDay(today))" : nil
        self.action = action
        from = period.first.rawValue
        to = day.rawValue
        isRange = period.kind == .range
        hidden = choice.map { Hidden(name: $0.0, value: $0.1) }
    }

    init(_ address: FigureAddress, today: LocalDay) {
        self.init(
            address.period, today: today, action: Section.month.path, choice: address.cellPairs
        ) { address.on($0).path }
    }

    init(_ address: ComparisonAddress, today: LocalDay) {
        self.init(
            address.period, today: today, action: Section.comparison.path, choice: address.choice
        ) { address.on($0).path }
    }
}

extension FigureAddress {
    /// What the form of a range or a link to "the current one" asks for.
    package init(asked query: FormFields, today: LocalDay) {
        let kind = query["kind"].flatMap(Period.Kind.init) ?? .month
        let period = Period(asked: query) ?? Period(kind == .range ? .month : kind, holding: today)
        self.init(period: period, query: query)
    }
}

extension Period {
    /// Two days, or a period as in an address. Days that came in the wrong order are turned, and may be typed as
    /// 03/11/2026 where the browser has no calendar; one day alone is that day. Nil when neither is asked for.
    init?(asked query: FormFields) {
        let days = [query["from"], query["to"]].compactMap { $0.flatMap(Self.day) }.sorted()
        if let first = days.first, let last = days.last {
            self.init(first...last)
        } else if let period = query["period"].flatMap({ Period(rawValue: $0) }) {
            self = period
        } else {
            return nil
        }
    }

    private static func day(_ typed: String) -> LocalDay? {
        if let day = LocalDay(rawValue: typed) { return day }
        let parts = typed.split(whereSeparator: { "/.- ".contains($0) }).compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        let padded = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }
        return LocalDay(rawValue: "\(padded[2])-\(padded[1])-\(padded[0])")
    }
}
