package import Foundation

/// A way to look at figures that somebody wants to have at hand: a name and an address. Whoever opens it sees what the
/// own rights show.
package struct SavedView: Hashable, Sendable {
    package static let longestName = 80
    package static let longestQuery = 1_000
    /// Of one person.
    package static let most = 40

    package var id: Int64
    /// Whose list it stands in.
    package var user: Int64
    package var name: String
    package var period: Time
    /// What is chosen, as it stands in an address, without "?".
    package var query: String
    package var madeAt: Date

    package init(id: Int64, user: Int64, name: String, period: Time, query: String, madeAt: Date) {
        self.id = id
        self.user = user
        self.name = name
        self.period = period
        self.query = query
        self.madeAt = madeAt
    }

    /// Always the same days, or those that a word means on the day when it is opened.
    package enum Time: RawRepresentable, Hashable, Sendable {
        case fixed(Period)
        case running(Period.Kind)
        case last(Period.Kind)

        package init?(rawValue: String) {
            if let period = Period(rawValue: rawValue) {
                self = .fixed(period)
            } else if let kind = rawValue.wholeMatch(of: /(this|last)-([a-zA-Z]+)/) {
                guard let named = Period.Kind(rawValue: String(kind.2)), named != .range else { return nil }
                self = kind.1 == "this" ? .running(named) : .last(named)
            } else {
                return nil
            }
        }

        package var rawValue: String {
            switch self {
            case .fixed(let period): period.rawValue
            case .running(let kind): "this-\(kind.rawValue)"
            case .last(let kind): "last-\(kind.rawValue)"
            }
        }

        package func period(on today: LocalDay) -> Period {
            switch self {
            case .fixed(let period): period
            case .running(let kind): Period(kind, holding: today)
            case .last(let kind): Period(kind, holding: today).previous
            }
        }
    }
}

/// What a store says about saved views.
package protocol ViewReading {
    func savedView(_ id: Int64) throws -> SavedView?
    /// In the order of their names.
    func savedViews(of user: Int64) throws -> [SavedView]
}

/// What a store does for saved views.
package protocol ViewWriting {
    /// - Returns: the id.
    func insertSavedView(user: Int64, name: String, period: String, query: String) throws -> Int64
    func deleteSavedView(_ id: Int64) throws
}

extension Writing {
    /// Keeps a view under a name in the user's own list.
    /// - Throws: `Refusal.invalid` when the name is empty, too long or taken, or the list is full.
    @discardableResult
    package func saveView(
        _ name: String, of user: Int64, period: SavedView.Time, query: String
    ) throws -> Int64 {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let known = try savedViews(of: user)
        var problems = FormProblems()
        if name.isEmpty { problems.add("name", "Xin đặt tên cho cách xem này.") }
        if name.count > SavedView.longestName { problems.add("name", "Tên dài quá 80 ký tự, xin rút ngắn.") }
        if known.contains(where: { $0.name == name }) {
            problems.add("name", "Ông/Bà đã có một cách xem tên này, xin đặt tên khác.")
        }
        if known.count >= SavedView.most { problems.add("name", "Danh sách đã đủ 40 cách xem, xin xóa bớt.") }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        guard query.utf8.count <= SavedView.longestQuery else { throw Refusal.malformed }
        let id = try insertSavedView(user: user, name: name, period: period.rawValue, query: query)
        try log(.viewSaved, about: "view:\(id)", "period=\(period.rawValue)")
        return id
    }

    /// - Throws: `Refusal.notFound` for what is not the user's own.
    package func deleteView(_ id: Int64, of user: Int64) throws {
        guard let view = try savedView(id), view.user == user else { throw Refusal.notFound }
        try deleteSavedView(id)
        try log(.viewDeleted, about: "view:\(id)")
    }
}
