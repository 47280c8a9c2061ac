package import Feedback

/// A report as it stands in an address: `/office/reports/2024-11?unit=tu-phap&edition=1`.
package struct ReportAddress: Sendable, Hashable {
    package var subject: ReportSubject
    /// Of the edition; nil: the last one, or the draft.
    package var edition: Int?
    package var audience: ReportAudience
    /// The part whose field takes up what the figures suggest.
    package var fill: ReportSection?

    package init(
        _ subject: ReportSubject, edition: Int? = nil, audience: ReportAudience = .everybody, fill: ReportSection? = nil
    ) {
        self.subject = subject
        self.edition = edition
        self.audience = audience
        self.fill = fill
    }

    /// The last edition of the whole authority's report, or its draft. Nil for what is no period that anybody reports on.
    init?(_ period: Period) {
        guard let subject = try? ReportSubject(period: period) else { return nil }
        self.init(subject)
    }

    /// - Throws: `Refusal.notFound` for what is no period that anybody reports on.
    package init(period: String, query: FormFields) throws(Refusal) {
        guard let period = Period(rawValue: period) else { throw .notFound }
        let unit = query["unit"].flatMap { $0.isEmpty || $0.utf8.count > 64 ? nil : ID<Unit>($0) }
        self.init(
            try ReportSubject(period: period, unit: unit), edition: query["edition"].flatMap { Int($0) },
            audience: query["for"] == "leadership" ? .leadership : .everybody,
            fill: query["fill"].flatMap(ReportSection.init))
    }

    static let rooms = "/office/reports"

    package var path: String { path("") }
    /// The page itself, an ending (".docx") or a part ("/print").
    package func path(_ ending: String) -> String {
        var query: [String] = []
        if let unit = subject.unit { query.append("unit=\(unit)") }
        if let edition { query.append("edition=\(edition)") }
        if audience == .leadership { query.append("for=leadership") }
        if let fill { query.append("fill=\(fill.rawValue)") }
        return "\(Self.rooms)/\(subject.period)\(ending)" + (query.isEmpty ? "" : "?\(query.joined(separator: "&"))")
    }

    func filling(_ section: ReportSection) -> ReportAddress {
        var other = self
        other.fill = section
        return other
    }

    func at(_ number: Int?) -> ReportAddress { ReportAddress(subject, edition: number) }

    func `for`(_ audience: ReportAudience) -> ReportAddress {
        ReportAddress(subject, edition: edition, audience: audience)
    }
}
