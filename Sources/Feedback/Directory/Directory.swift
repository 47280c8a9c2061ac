/// The configured world with its printed codes, indexed: one immutable value in memory, read by every page and verb,
/// replaced as a whole when configuration or codes change. A class, so that handing it on is free.
package final class Directory: Sendable {
    package let configuration: KioskConfiguration
    package let codes: [IssuedCode]
    /// Grows with each change, so that whatever was derived from an older one can tell.
    package let version: Int

    /// Every version that was ever applied: old ratings point at words that are no longer asked.
    private let questionnairesByVersion: [QuestionnaireVersion: Questionnaire]
    private let unitsByID: [ID<Unit>: Unit]
    private let desksByID: [ID<Desk>: Desk]
    private let officialsByID: [ID<Official>: Official]
    private let fieldsByID: [ID<Field>: Field]
    private let codesByText: [DeskCode: IssuedCode]
    private let codeInForce: [ID<Desk>: DeskCode]
    private let postingsByDesk: [ID<Desk>: [Posting]]
    private let children: [ID<Unit>: [ID<Unit>]]

    /// - Parameter past: questionnaire versions that left the configuration.
    package init(
        configuration: KioskConfiguration, codes: [IssuedCode], version: Int, past: [Questionnaire] = []
    ) {
        self.configuration = configuration
        questionnairesByVersion = Dictionary(
            (past + configuration.questionnaires).map { ($0.versionID, $0) }, uniquingKeysWith: { _, last in last })
        self.codes = codes
        self.version = version
        unitsByID = Dictionary(configuration.units.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        desksByID = Dictionary(configuration.desks.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        officialsByID = Dictionary(configuration.officials.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        fieldsByID = Dictionary(configuration.fields.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        codesByText = Dictionary(codes.map { ($0.code, $0) }, uniquingKeysWith: { _, last in last })
        codeInForce = Dictionary(
            codes.filter { !$0.isRetired }.map { ($0.desk, $0.code) }, uniquingKeysWith: { _, last in last })
        postingsByDesk = Dictionary(grouping: configuration.postings, by: \.desk)
        children = Dictionary(grouping: configuration.units.filter { $0.parent != nil }, by: { $0.parent ?? $0.id })
            .mapValues { $0.map(\.id) }
    }

    package func unit(_ id: ID<Unit>) -> Unit? { unitsByID[id] }
    package func desk(_ id: ID<Desk>) -> Desk? { desksByID[id] }
    package func official(_ id: ID<Official>) -> Official? { officialsByID[id] }
    package func field(_ id: ID<Field>) -> Field? { fieldsByID[id] }
    package func issuedCode(_ code: DeskCode) -> IssuedCode? { codesByText[code] }
    /// The code on the desk's card; nil when it was retired without a successor.
    package func code(of desk: ID<Desk>) -> DeskCode? { codeInForce[desk] }

    /// Who is posted at a desk on a day, in the order of the configuration.
    package func officials(at desk: ID<Desk>, on day: LocalDay) -> [Official] {
        (postingsByDesk[desk] ?? []).filter { $0.covers(day) }.compactMap { officialsByID[$0.official] }
    }

    /// The unit and everything below it.
    package func subtree(of root: ID<Unit>) -> Set<ID<Unit>> {
        var found: Set<ID<Unit>> = [root]
        var open = [root]
        while let next = open.popLast() {
            for child in children[next] ?? [] where found.insert(child).inserted { open.append(child) }
        }
        return found
    }

    /// The newest version of a questionnaire that is in force on a day.
    package func questionnaire(_ id: ID<Questionnaire>, on day: LocalDay) -> Questionnaire? {
        configuration.questionnaires.filter { $0.id == id && $0.from <= day }.max { $0.version < $1.version }
    }

    /// Also one that left the configuration.
    package func questionnaire(_ version: QuestionnaireVersion) -> Questionnaire? { questionnairesByVersion[version] }

    /// What is asked at the desks on a day.
    package func deskQuestionnaire(on day: LocalDay) -> Questionnaire? {
        questionnaire(configuration.form.questionnaire, on: day)
    }

    /// The target of our own method on a day, if the authority set one.
    package func target(on day: LocalDay) -> Target? {
        configuration.targets.first { $0.sameMethod && $0.applies(on: day) }
    }
}

extension Directory {
    /// The desk behind a printed code.
    /// - Throws: `Refusal.notFound`; `Refusal.retiredCode` naming the code that replaced it; `Refusal.closed`
    ///   outside the period in which ratings are taken, and before the desk's first day.
    package func open(_ code: DeskCode, on day: LocalDay) throws(Refusal) -> Desk {
        guard let issued = issuedCode(code), let desk = desk(issued.desk) else { throw .notFound }
        let isGone = desk.validTo.map { $0 < day } ?? false
        if issued.isRetired || isGone {
            throw .retiredCode(desk: isGone ? nil : desk.name, code: isGone ? nil : self.code(of: desk.id))
        }
        let form = configuration.form
        if desk.validFrom.map({ day < $0 }) ?? false { throw .closed }
        if form.opens.map({ day < $0 }) ?? false || form.closes.map({ $0 < day }) ?? false { throw .closed }
        return desk
    }
}
