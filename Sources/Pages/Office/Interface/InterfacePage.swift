package import Feedback
package import Foundation

/// The keys of other programs, with a form for a new one. Posts `name`, `reach`, `unit`, `lastDay` to
/// /office/interface.
package struct InterfacePage: Page {
    package static let template = "office-interface"

    struct Row: Sendable {
        let name: String
        let reaches: [String]
        let place: String
        let made: String
        let lastDay: String
        let used: String
        let state: String
        let isOver: Bool
        /// Nil: it has ended.
        let revokeHref: String?
    }

    /// The key itself, shown once.
    struct Made: Sendable {
        let name: String
        let text: String
        let example: String
    }

    struct Option: Sendable {
        let value: String
        let title: String
        let isChosen: Bool
    }

    struct Reach: Sendable {
        let fieldID: String
        let value: String
        let title: String
        let isChosen: Bool
    }

    struct Problem: Sendable {
        let field: String
        let message: String
    }

    let header: Header
    let formToken: String
    let made: Made?
    let problems: [Problem]
    let isEmpty: Bool
    let rows: [Row]
    let name: String
    let reaches: [Reach]
    let units: [Option]
    let lastDay: String
    let firstDay: String
    let latestDay: String
    let base: String

    /// - Parameters:
    ///   - made: a fresh key; it is never shown again.
    ///   - typed: the form as it was sent, when it had `problems`.
    package init(
        _ frame: Frame, tokens: [AccessToken], users: [User], now: Date, baseURL: String,
        made: (name: String, text: String)? = nil, problems: FormProblems = FormProblems(), typed: FormFields? = nil
    ) {
        let today = LocalDay(now)
        header = Header(frame, title: problems.isEmpty ? "Kết nối" : "Lỗi: Kết nối")
        formToken = frame.formToken
        base = "\(baseURL)/api/v1"
        self.made = made.map { made in
            Made(
                name: made.name, text: made.text,
                example: "curl -H 'Authorization: Bearer …' '\(baseURL)/api/v1/figures?period=\(today.month)&by=unit'")
        }
        self.problems = problems.problems.map { Problem(field: "key-\($0.field)", message: $0.message) }
        let names = Dictionary(users.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        rows = tokens.map { Self.row($0, names, frame.directory, now) }
        isEmpty = tokens.isEmpty
        name = typed?["name"] ?? ""
        let chosen = typed?.values("reach") ?? [TokenReach.figures.rawValue]
        reaches = TokenReach.offered(to: frame.rights).enumerated().map { place, reach in
            Reach(
                fieldID: place == 0 ? "key-reach" : "key-reach-\(place)", value: reach.rawValue, title: reach.words,
                isChosen: chosen.contains(reach.rawValue))
        }
        units = Self.units(frame, chosen: typed?["unit"] ?? "")
        lastDay = typed?["lastDay"] ?? today.adding(days: 365).rawValue
        firstDay = today.rawValue
        latestDay = today.adding(days: AccessToken.longestLife).rawValue
    }

    private static func units(_ frame: Frame, chosen: String) -> [Option] {
        let scope = frame.rights.scope(of: .manageTokens)
        let whole =
            scope == .whole ? [Option(value: "", title: "Toàn cơ quan", isChosen: chosen.isEmpty)] : []
        return whole
            + frame.directory.units.filter { scope.contains($0.id) }.map {
                Option(value: $0.id.rawValue, title: $0.name, isChosen: $0.id.rawValue == chosen)
            }
    }

    private static func row(
        _ token: AccessToken, _ names: [Int64: String], _ directory: Directory, _ now: Date
    ) -> Row {
        let isOver = !token.isInForce(on: LocalDay(now))
        let state =
            token.revokedAt.map { "Đã thu hồi \(Formats.shortDay(LocalDay($0)))" }
            ?? (isOver ? "Đã hết hạn" : "Đang dùng được")
        return Row(
            name: token.name,
            reaches: TokenReach.allCases.filter(token.reaches.contains).map(\.shortWords),
            place: token.unit.map { directory.unit($0)?.name ?? $0.rawValue } ?? "Toàn cơ quan",
            made: "\(Formats.shortDay(LocalDay(token.madeAt))), \(names[token.madeBy] ?? "")",
            lastDay: Formats.shortDay(token.lastDay),
            used: token.usedAt.map { Formats.ago($0, now: now) } ?? "chưa dùng lần nào",
            state: state, isOver: isOver, revokeHref: isOver ? nil : "/office/interface/\(token.id)/revoke")
    }
}
