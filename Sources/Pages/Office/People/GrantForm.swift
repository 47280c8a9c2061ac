package import Feedback

/// The part of a form that names a role, where it holds and how long: `role`, `unit`, `official`, `from`, `to`.
struct GrantForm: Sendable {
    struct Choice: Sendable {
        let value: String
        let title: String
        let isChosen: Bool
    }

    let roles: [Choice]
    let units: [Choice]
    let officials: [Choice]
    let from: String
    let to: String

    init(_ directory: Directory, typed: FormFields) {
        func choices(_ name: String, _ none: String?, _ all: [(String, String)], standard: String = "") -> [Choice] {
            let chosen = typed[name] ?? standard
            return (none.map { [("", $0)] } ?? []).appending(all).map {
                Choice(value: $0.0, title: $0.1, isChosen: $0.0 == chosen)
            }
        }
        roles = choices("role", nil, Role.allCases.map { ($0.rawValue, $0.words) }, standard: Role.head.rawValue)
        units = choices(
            "unit", "Toàn cơ quan", directory.configuration.units.map { ($0.id.rawValue, $0.name) })
        officials = choices(
            "official", "Không",
            directory.configuration.officials.map { official in
                let unit = directory.unit(official.unit)?.name ?? official.unit.rawValue
                return (official.id.rawValue, "\(official.name) · \(unit)")
            })
        from = typed["from"] ?? ""
        to = typed["to"] ?? ""
    }
}

extension Array {
    fileprivate func appending(_ other: [Element]) -> [Element] { self + other }
}

extension FormFields {
    /// The role that a form names.
    /// - Throws: `Refusal.invalid` for a day that is none; `.malformed` for a role that the page does not offer.
    package var grant: Grant {
        get throws(Refusal) {
            guard let role = self["role"].flatMap(Role.init) else { throw .malformed }
            var problems = FormProblems()
            let from = day("from", &problems), to = day("to", &problems)
            guard problems.isEmpty else { throw .invalid(problems) }
            return Grant(role: role, unit: id("unit"), official: id("official"), from: from, to: to)
        }
    }

    /// A day that may be left empty.
    package func day(_ name: String, _ problems: inout FormProblems) -> LocalDay? {
        guard let text = self[name]?.split(separator: " ").first else { return nil }
        guard let day = LocalDay(typed: String(text)) else {
            problems.add(name, "Ngày chưa đúng. Ví dụ: 31/12/2026")
            return nil
        }
        return day
    }

    private func id<Subject>(_ name: String) -> ID<Subject>? {
        self[name].flatMap { $0.isEmpty || $0.utf8.count > 64 ? nil : ID($0) }
    }
}
