import Synchronization

/// The configured world with its printed codes, indexed: one immutable value in memory, read by every page and verb,
/// replaced as a whole when configuration or codes change. A class, so that handing it on is free.
package final class Directory: Sendable {
    package let configuration: KioskConfiguration
    package let codes: [IssuedCode]
    /// What citizens were told about their data, oldest first; the last one is what they are told now.
    package let notices: [PrivacyNotice]
    /// Grows with each change, so that whatever was derived from an older one can tell.
    package let version: Int

    /// Every version that was ever applied: old ratings point at words that are no longer asked.
    private let questionnairesByVersion: [QuestionnaireVersion: Questionnaire]
    /// The day whose picture this is: names and parents are those of that day. Nil: those known last.
    package let day: LocalDay?
    /// All units, desks … as they are on `day`, also those that are closed or still to come, in the order of the
    /// configuration. To look at, not to change: the whole of a thing stands in `configuration`.
    package let units: [Unit]
    package let desks: [Desk]
    package let officials: [Official]
    package let fields: [Field]
    package let procedures: [Procedure]
    private let past: [Questionnaire]
    private let substitutions: [Substitution]
    private let unitsByID: [ID<Unit>: Unit]
    private let desksByID: [ID<Desk>: Desk]
    private let sharedSigns: Set<String>
    private let officialsByID: [ID<Official>: Official]
    private let fieldsByID: [ID<Field>: Field]
    private let codesByText: [DeskCode: IssuedCode]
    private let codeInForce: [ID<Desk>: DeskCode]
    private let postingsByDesk: [ID<Desk>: [Posting]]
    private let substitutionsByDesk: [ID<Desk>: [Substitution]]
    private let children: [ID<Unit>: [ID<Unit>]]
    /// Of days that were asked for: whoever reads a month asks several times.
    private let pictures = Mutex<[LocalDay: Directory]>([:])
    private static let mostPictures = 8
    /// What ended and was taken over by a unit.
    private let heritage: [ID<Unit>: [ID<Unit>]]

    /// - Parameters:
    ///   - past: questionnaire versions that left the configuration.
    ///   - substitutions: in the order in which they were made.
    ///   - day: whose picture is wanted.
    package init(
        configuration: KioskConfiguration, codes: [IssuedCode], version: Int, past: [Questionnaire] = [],
        substitutions: [Substitution] = [], day: LocalDay? = nil, notices: [PrivacyNotice] = []
    ) {
        self.configuration = configuration
        self.notices = notices
        self.past = past
        self.substitutions = substitutions
        self.day = day
        units = configuration.units.on(day)
        desks = configuration.desks.on(day)
        officials = configuration.officials.on(day)
        fields = configuration.fields.on(day)
        procedures = configuration.procedures.on(day)
        questionnairesByVersion = Dictionary(
            (past + configuration.questionnaires).map { ($0.versionID, $0) }, uniquingKeysWith: { _, last in last })
        self.codes = codes
        self.version = version
        unitsByID = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        desksByID = Dictionary(desks.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        let signs = Dictionary(grouping: desksByID.values, by: \.name)
        sharedSigns = Set(signs.filter { $0.value.count > 1 }.keys)
        officialsByID = Dictionary(officials.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        fieldsByID = Dictionary(fields.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        codesByText = Dictionary(codes.map { ($0.code, $0) }, uniquingKeysWith: { _, last in last })
        codeInForce = Dictionary(
            codes.filter { !$0.isRetired }.map { ($0.desk, $0.code) }, uniquingKeysWith: { _, last in last })
        postingsByDesk = Dictionary(grouping: configuration.postings, by: \.desk)
        substitutionsByDesk = Dictionary(grouping: substitutions, by: \.desk)
        children = Dictionary(grouping: units.filter { $0.parent != nil }, by: { $0.parent ?? $0.id })
            .mapValues { $0.map(\.id) }
        var heritage: [ID<Unit>: [ID<Unit>]] = [:]
        for unit in units where unit.validTo.map({ end in day.map { end < $0 } ?? true }) ?? false {
            for successor in unit.successors { heritage[successor.id, default: []].append(unit.id) }
        }
        self.heritage = heritage
    }

    package func unit(_ id: ID<Unit>) -> Unit? { unitsByID[id] }
    package func desk(_ id: ID<Desk>) -> Desk? { desksByID[id] }
    /// The name on a desk's sign; with its unit where another desk has the same, as in wards and communes.
    package func sign(of id: ID<Desk>) -> String {
        guard let desk = desk(id) else { return id.rawValue }
        guard sharedSigns.contains(desk.name), let unit = unit(desk.unit) else { return desk.name }
        return "\(desk.name), \(unit.name)"
    }
    package func official(_ id: ID<Official>) -> Official? { officialsByID[id] }
    package func field(_ id: ID<Field>) -> Field? { fieldsByID[id] }
    package func procedure(_ id: ID<Procedure>) -> Procedure? { procedures.first { $0.id == id } }
    package func issuedCode(_ code: DeskCode) -> IssuedCode? { codesByText[code] }
    /// The code on the desk's card; nil when it was retired without a successor.
    package func code(of desk: ID<Desk>) -> DeskCode? { codeInForce[desk] }

    /// Who is on duty at a desk on a day, in the order of the configuration.
    /// - Parameter half: nil: in either half of the day.
    package func officials(at desk: ID<Desk>, on day: LocalDay, _ half: DayHalf? = nil) -> [Official] {
        let posted = (postingsByDesk[desk] ?? []).filter { $0.covers(day) }.map(\.official)
        var found: [ID<Official>] = []
        for half in half.map({ [$0] }) ?? DayHalf.allCases {
            var onDuty = posted
            for change in substitutionsByDesk[desk] ?? [] where change.time.covers(day, half) {
                change.apply(to: &onDuty)
            }
            for official in onDuty where !found.contains(official) { found.append(official) }
        }
        return found.compactMap { officialsByID[$0] }.filter { !$0.isClosed(on: day) }
    }

    package func postings(at desk: ID<Desk>) -> [Posting] { postingsByDesk[desk] ?? [] }
    /// In the order in which they were made.
    package func substitutions(at desk: ID<Desk>) -> [Substitution] { substitutionsByDesk[desk] ?? [] }

    /// The unit and everything below it, with what ended and went into one of these: whoever answers for a unit also
    /// answers for what it took over, its open cases and its old figures.
    package func subtree(of root: ID<Unit>) -> Set<ID<Unit>> {
        var found: Set<ID<Unit>> = [root]
        var open = [root]
        while let next = open.popLast() {
            for child in (children[next] ?? []) + (heritage[next] ?? []) where found.insert(child).inserted {
                open.append(child)
            }
        }
        return found
    }

    /// The units right below, also those that are closed.
    package func children(of unit: ID<Unit>) -> [Unit] { (children[unit] ?? []).compactMap { unitsByID[$0] } }

    /// The same world as it was, is or will be on another day: names, parents, homes.
    package func on(_ day: LocalDay) -> Directory {
        if day == self.day { return self }
        return pictures.withLock { pictures in
            if let known = pictures[day] { return known }
            if pictures.count == Self.mostPictures { pictures = [:] }
            let picture = picture(of: day, version: version)
            pictures[day] = picture
            return picture
        }
    }

    /// The picture by which a month is read: of its last day, or of today while it runs.
    package func picture(of month: Month) -> Directory { on(min(day ?? month.lastDay, month.lastDay)) }

    /// The picture of a new day, as a new version: what was drawn of the day before must be drawn again.
    package func turned(to day: LocalDay) -> Directory {
        day == self.day ? self : picture(of: day, version: version + 1)
    }

    private func picture(of day: LocalDay, version: Int) -> Directory {
        Directory(
            configuration: configuration, codes: codes, version: version, past: past, substitutions: substitutions,
            day: day, notices: notices)
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
    /// - Throws: `Refusal.notFound`; `Refusal.closedDesk` naming the desks that took over; `Refusal.retiredCode` naming
    ///   the code that replaced it; `Refusal.closed` outside the period in which ratings are taken, and before the
    ///   desk's first day.
    package func open(_ code: DeskCode, on day: LocalDay) throws(Refusal) -> Desk {
        guard let issued = issuedCode(code), let desk = desk(issued.desk) else { throw .notFound }
        if let lastDay = desk.validTo, lastDay < day {
            throw .closedDesk(ClosedDesk(desk, lastDay: lastDay, in: self, on: day))
        }
        if issued.isRetired { throw .retiredCode(desk: desk.name, code: self.code(of: desk.id)) }
        let form = configuration.form
        if desk.validFrom.map({ day < $0 }) ?? false { throw .closed }
        if form.opens.map({ day < $0 }) ?? false || form.closes.map({ $0 < day }) ?? false { throw .closed }
        return desk
    }

    /// Desks that are not closed, also those still to come: what cards are printed for.
    package var openDesks: [Desk] { desks.filter { desk in day.map { !desk.isClosed(on: $0) } ?? true } }
}

extension Array where Element: Dated {
    fileprivate func on(_ day: LocalDay?) -> [Element] {
        guard let day, contains(where: { !$0.was.isEmpty }) else { return self }
        return map { $0.on(day) }
    }
}
