/// Everything an operator configures, as one value: what `kiosk-config/` says, what the database keeps,
/// what `config diff` compares and `config apply` replaces.
package struct KioskConfiguration: Hashable, Sendable {
    package var authority: Authority
    package var units: [Unit]
    package var fields: [Field]
    package var desks: [Desk]
    package var officials: [Official]
    package var postings: [Posting]
    package var questionnaires: [Questionnaire]
    package var alerts: AlertPolicy
    package var targets: [Target]
    package var form: FormSettings
    package var procedures: [Procedure]
    /// Nil: as the names of the authority suggest (`Directory.reportForm`).
    package var reports: ReportForm?

    package init(
        authority: Authority, units: [Unit], fields: [Field], desks: [Desk], officials: [Official],
        postings: [Posting], questionnaires: [Questionnaire], alerts: AlertPolicy = AlertPolicy(),
        targets: [Target] = [], form: FormSettings, procedures: [Procedure] = [],
        reports: ReportForm? = nil
    ) {
        self.authority = authority
        self.units = units
        self.fields = fields
        self.desks = desks
        self.officials = officials
        self.postings = postings
        self.questionnaires = questionnaires
        self.alerts = alerts
        self.targets = targets
        self.form = form
        self.procedures = procedures
        self.reports = reports
    }
}

/// Whose server this is, and who runs it day by day.
package struct Authority: Codable, Hashable, Sendable {
    /// "UBND thành phố Long Khánh", printed on cards and pages.
    package var name: String
    /// The unit that does home affairs (Phòng Nội vụ in 2024, Phòng Văn hóa – Xã hội of a ward in 2026).
    package var homeAffairs: ID<Unit>
    /// Where a citizen can complain in person, printed on the card.
    package var address: String
    package var phone: String

    package init(name: String, homeAffairs: ID<Unit>, address: String, phone: String) {
        self.name = name
        self.homeAffairs = homeAffairs
        self.address = address
        self.phone = phone
    }
}

/// How the rating form behaves. From `server.yaml`, key `form`.
package struct FormSettings: Codable, Hashable, Sendable {
    /// The questionnaire at the desks, by id; its newest version in force is used.
    package var questionnaire: ID<Questionnaire>
    /// Whether a phone number must be given. Kế hoạch 203/KH-UBND (Long Khánh, 07/02/2024), III.2, asks for it;
    /// without one a rating counts as class D.
    package var phoneRequired: Bool
    /// The first and last day on which ratings are taken; nil: no limit.
    package var opens: LocalDay?
    package var closes: LocalDay?

    package init(
        questionnaire: ID<Questionnaire>, phoneRequired: Bool = true, opens: LocalDay? = nil, closes: LocalDay? = nil
    ) {
        self.questionnaire = questionnaire
        self.phoneRequired = phoneRequired
        self.opens = opens
        self.closes = closes
    }
}

/// A dated target or benchmark, shown as a line with its name and method.
package struct Target: Codable, Hashable, Sendable {
    package var id: ID<Target>
    package var name: String
    /// Share of levels 4 and 5, 0..1.
    package var value: Double
    package var from: LocalDay
    package var to: LocalDay?
    /// How the figure was measured; a line of another method carries "khác phương pháp".
    package var method: String
    /// Whether it was measured as our own figures are.
    package var sameMethod: Bool

    package init(
        id: ID<Target>, name: String, value: Double, from: LocalDay, to: LocalDay? = nil, method: String,
        sameMethod: Bool
    ) {
        self.id = id
        self.name = name
        self.value = value
        self.from = from
        self.to = to
        self.method = method
        self.sameMethod = sameMethod
    }

    package func applies(on day: LocalDay) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }
}
