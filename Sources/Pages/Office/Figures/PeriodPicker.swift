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
    /// Of the form: the days as they stand, and what is chosen.
    let from: String
    let to: String
    let isRange: Bool
    let hidden: [Hidden]

    init(_ address: FigureAddress, today: LocalDay) {
        let period = address.period
        // The day that stays in sight when the kind changes: the last of the period, or today while it runs.
        let day = min(period.last, max(today, period.first))
        kinds = Period.Kind.allCases.filter { $0 != .range }.map { kind in
            Tab(
                title: Formats.kind(kind),
                href: address.on(kind == period.kind ? period : Period(kind, holding: day)).path,
                isCurrent: kind == period.kind)
        }
        previousHref = address.on(period.previous).path
        previousTitle = Formats.period(period.previous)
        nextHref = period.next.isFuture(on: today) ? nil : address.on(period.next).path
        nextTitle = Formats.period(period.next)
        from = period.first.rawValue
        to = min(period.last, max(today, period.first)).rawValue
        isRange = period.kind == .range
        hidden = address.cellPairs.map { Hidden(name: $0.0, value: $0.1) }
    }
}

extension FigureAddress {
    /// What the form of a range or a link to "the current one" asks for. Days that came in the wrong order are turned,
    /// and may be typed as 03/11/2026 where the browser has no calendar.
    package init(asked query: FormFields, today: LocalDay) {
        let days = [query["from"], query["to"]].compactMap { $0.flatMap(Self.day) }.sorted()
        let kind = query["kind"].flatMap(Period.Kind.init) ?? .month
        let period =
            if let first = days.first, let last = days.last {
                Period(first...last)
            } else {
                query["period"].flatMap { Period(rawValue: $0) }
                    ?? Period(kind == .range ? .month : kind, holding: today)
            }
        self.init(period: period, query: query)
    }

    private static func day(_ typed: String) -> LocalDay? {
        if let day = LocalDay(rawValue: typed) { return day }
        let parts = typed.split(whereSeparator: { "/.- ".contains($0) }).compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        let padded = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }
        return LocalDay(rawValue: "\(padded[2])-\(padded[1])-\(padded[0])")
    }
}
