package import Feedback
import Foundation

/// The directory as a tree: every unit with its desks and people, what is planned, and a search over all names.
package struct DirectoryPage: Page {
    package static let template = "office-directory"

    struct Branch: Sendable {
        let name: String
        let href: String
        /// 0 at the top; the style sheet knows five steps.
        let depth: String
        let kind: String
        let desks: String
        let officials: String
        let state: String?
    }

    struct Hit: Sendable {
        let name: String
        let href: String
        let kind: String
        let note: String
    }

    let header: Header
    let formToken: String
    let query: String
    let isSearch: Bool
    let hits: [Hit]
    let hasHits: Bool
    let branches: [Branch]
    let isEmpty: Bool
    /// Leads to the tree with or without closed units.
    let closedHref: String?
    let closedTitle: String
    let planned: [ChangeLine]
    let hasPlanned: Bool
    let recent: [ChangeLine]
    let hasRecent: Bool
    let problem: String?
    let mayEditAll: Bool

    /// - Parameters:
    ///   - changes: newest first.
    ///   - problem: why something could not be done.
    package init(
        _ frame: Frame, query: String = "", showsClosed: Bool = false, changes: [ChangeLine] = [],
        problem: String? = nil, today: LocalDay
    ) {
        header = Header(frame, title: "Danh mục")
        formToken = frame.formToken
        self.query = query
        self.problem = problem
        let directory = frame.directory
        let scope = frame.rights.scope(of: .editDirectory)
        mayEditAll = scope == .whole
        isSearch = !query.isEmpty
        hits = query.isEmpty ? [] : DirectorySearch(directory: directory, scope: scope, today: today).hits(query)
        hasHits = !hits.isEmpty
        let tree = Tree(directory: directory, scope: scope, today: today, showsClosed: showsClosed)
        branches = tree.branches
        isEmpty = branches.isEmpty
        let closed = directory.units.count { $0.isClosed(on: today) && scope.contains($0.id) }
        closedHref = closed == 0 ? nil : showsClosed ? "/office/directory" : "/office/directory?closed=1"
        closedTitle = showsClosed ? "Ẩn đơn vị đã đóng" : "Hiện cả \(closed) đơn vị đã đóng"
        planned = changes.filter(\.isPlanned)
        hasPlanned = !planned.isEmpty
        recent = changes.filter { !$0.isPlanned }
        hasRecent = !recent.isEmpty
    }

    private struct Tree {
        let directory: Directory
        let scope: Scope
        let today: LocalDay
        let showsClosed: Bool

        var branches: [Branch] {
            let shown = directory.units.filter { scope.contains($0.id) && (showsClosed || !$0.isClosed(on: today)) }
            let ids = Set(shown.map(\.id))
            let children = Dictionary(grouping: shown) { unit in unit.parent.flatMap { ids.contains($0) ? $0 : nil } }
            let desks = Dictionary(grouping: directory.desks.filter { !$0.isClosed(on: today) }, by: \.hall)
            let officials = Dictionary(grouping: directory.officials.filter { !$0.isClosed(on: today) }, by: \.unit)
            var rows: [Branch] = []
            var open = (children[nil] ?? []).reversed().map { (unit: $0, depth: 0) }
            while let (unit, depth) = open.popLast() {
                rows.append(
                    Branch(
                        name: unit.name, href: Thing.unit(unit.id).path, depth: String(min(depth, 4)),
                        kind: unit.kind.words, desks: Self.count(desks[unit.id]),
                        officials: Self.count(officials[unit.id]),
                        state: unit.stateWords(on: today)))
                open += (children[unit.id] ?? []).reversed().map { (unit: $0, depth: depth + 1) }
            }
            return rows
        }

        private static func count(_ things: [some Any]?) -> String { things.map { Formats.count($0.count) } ?? "–" }
    }
}

/// Names that hold what was typed, with and without marks.
struct DirectorySearch {
    let directory: Directory
    let scope: Scope
    let today: LocalDay

    func hits(_ query: String) -> [DirectoryPage.Hit] {
        let wanted = Self.plain(query)
        guard !wanted.isEmpty else { return [] }
        func isHit(_ texts: String?...) -> Bool {
            texts.contains { $0.map { Self.plain($0).contains(wanted) } ?? false }
        }
        var hits: [DirectoryPage.Hit] = []
        for unit in directory.units where scope.contains(unit.id) && isHit(unit.name, unit.id.rawValue) {
            hits.append(hit(unit, .unit(unit.id), "Đơn vị", unit.kind.words))
        }
        for desk in directory.desks
        where scope.contains(desk) && isHit(desk.name, desk.id.rawValue, directory.code(of: desk.id)?.rawValue) {
            hits.append(hit(desk, .desk(desk.id), "Quầy", name(desk.hall)))
        }
        for official in directory.officials where scope.contains(official.unit) && isHit(official.name) {
            hits.append(hit(official, .official(official.id), "Cán bộ", name(official.unit)))
        }
        for field in directory.fields where scope == .whole && isHit(field.name) {
            hits.append(hit(field, .field(field.id), "Lĩnh vực", ""))
        }
        for procedure in directory.procedures where scope == .whole && isHit(procedure.name, procedure.code) {
            hits.append(hit(procedure, .procedure(procedure.id), "Thủ tục", procedure.code ?? ""))
        }
        return Array(hits.prefix(100))
    }

    private func hit(_ thing: some Dated, _ id: Thing, _ kind: String, _ note: String) -> DirectoryPage.Hit {
        DirectoryPage.Hit(
            name: thing.facts.name, href: id.path, kind: kind,
            note: [note, thing.stateWords(on: today) ?? ""].filter { !$0.isEmpty }.joined(separator: " · "))
    }

    private func name(_ id: ID<Feedback.Unit>) -> String { directory.unit(id)?.name ?? id.rawValue }

    static func plain(_ text: String) -> String {
        let scalars = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { $0.properties.generalCategory != .nonspacingMark }.map { $0 == "đ" ? "d" : $0 }
        return String(String.UnicodeScalarView(scalars)).trimmingCharacters(in: .whitespaces)
    }
}
