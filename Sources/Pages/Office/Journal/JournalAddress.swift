package import Feedback

/// The journal's page with its filters, as it stands in an address: `/office/journal?kind=role.granted&from=2026-11-01`.
package struct JournalAddress: Sendable, Hashable {
    package var filter: EntryFilter
    /// Only lines below this one.
    package var before: Int64?

    package init(filter: EntryFilter = EntryFilter(), before: Int64? = nil) {
        self.filter = filter
        self.before = before
    }

    /// Reads the query. Days that are none are told in `problems`; what else it does not know it leaves out.
    package init(query: FormFields, problems: inout FormProblems) {
        func text(_ name: String) -> String? {
            query[name].map { $0.filter { !$0.isWhitespace } }.flatMap { (1...80).contains($0.utf8.count) ? $0 : nil }
        }
        filter = EntryFilter(
            kind: query["kind"].flatMap(Entry.Kind.init), actor: text("actor"), subject: text("subject"),
            from: query.day("from", &problems), to: query.day("to", &problems))
        if let from = filter.from, let to = filter.to, to < from {
            problems.add("to", "Ngày cuối đứng trước ngày đầu.")
        }
        before = query["before"].flatMap { Int64($0) }
    }

    package var path: String { Section.journal.path + query }
    /// - Parameter kind: "csv" or "xlsx".
    package func file(_ kind: String) -> String {
        "\(Section.journal.path).\(kind)\(JournalAddress(filter: filter).query)"
    }

    func turned(before: Int64?) -> Self { Self(filter: filter, before: before) }

    private var query: String {
        let pairs: [(String, String?)] = [
            ("kind", filter.kind?.rawValue), ("actor", filter.actor), ("subject", filter.subject),
            ("from", filter.from?.rawValue), ("to", filter.to?.rawValue), ("before", before.map { String($0) }),
        ]
        let given = pairs.compactMap { name, value in value.map { "\(name)=\(FigureAddress.escaped($0))" } }
        return given.isEmpty ? "" : "?" + given.joined(separator: "&")
    }
}
