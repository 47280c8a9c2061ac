import Feedback

/// Who may do what and where, written down by hand from the office's rules (task "The office"; domain reference, 9.4):
/// not derived from `Role.rights`, which it checks. A route that is not here fails `AccessTests`.
enum AccessTable {
    /// What a route is about in the test, which decides who finds it.
    enum Place {
        /// No unit in particular: whoever may do it at all finds it, and sees there only what is theirs.
        case anywhere
        /// Desk 3, of Phòng Tư pháp, in the hall of the one-stop office.
        case desk
        /// The hall where desk 3 stands beside the neighbour's desk 7: each finds the own desks there.
        case hall
        /// Phòng Tư pháp itself, or a case of it: one who leads a hall is over desks, not over units.
        case unit
        /// The whole authority: not for somebody whose role is over a part.
        case whole
        /// Something that the test does not make: only the refusals are checked.
        case missing
    }

    struct Rule {
        let roles: Set<Role>
        let place: Place
    }

    private static let everybody = Set(Role.allCases)
    static let ratings: Set<Role> = [.homeAffairs, .head]
    private static let cases: Set<Role> = [.homeAffairs, .leadership, .head]
    static let caseWork: Set<Role> = [.homeAffairs, .head]
    private static let phones: Set<Role> = [.homeAffairs, .head]
    private static let shifts: Set<Role> = [.homeAffairs, .head, .oneStopLead]
    private static let cards: Set<Role> = [.administrator, .homeAffairs, .head, .oneStopLead]
    private static let codes: Set<Role> = [.administrator, .homeAffairs, .oneStopLead]
    private static let directory: Set<Role> = [.administrator, .homeAffairs]
    private static let accounts: Set<Role> = [.administrator]
    private static let reveals: Set<Role> = [.homeAffairs, .head, .dataProtection]
    private static let journal: Set<Role> = [.administrator, .supervisor, .dataProtection]
    private static let privacy: Set<Role> = [.dataProtection]

    /// "GET /office" and the like; who; about what.
    static let rules: [String: Rule] = {
        var rules: [String: Rule] = [:]
        for (roles, place, routes) in table + tableOfFigures {
            for line in routes.split(separator: "\n") {
                let words = line.split(separator: " ")
                for method in words[0].split(separator: "+") {
                    rules["\(method) \(words[1])"] = Rule(roles: roles, place: place)
                }
            }
        }
        return rules
    }()

    /// "GET+POST /x" is two routes.
    private static let table: [(Set<Role>, Place, String)] = [
        (
            everybody, .anywhere,
            """
            GET /office
            POST /office/logout
            GET /office/account
            POST /office/account/password
            POST /office/account/second-step
            GET /office/account/second-step
            POST /office/account/second-step/confirm
            POST /office/account/second-step/codes
            POST /office/account/second-step/end
            POST /office/account/sessions/end-others
            POST /office/account/sessions/{handle}/end
            """
        ),
        (
            accounts, .anywhere,
            """
            GET+POST /office/people
            GET /office/people/{id}
            POST /office/people/{id}/link
            POST /office/people/{id}/name
            POST /office/people/{id}/grants
            POST /office/people/{id}/grants/{grant}/end
            POST /office/people/{id}/grants/{grant}/keep
            POST /office/people/{id}/second-step/end
            POST /office/people/{id}/close
            POST /office/people/{id}/reopen
            """
        ),
        (
            ratings, .anywhere,
            """
            GET /office/live
            GET /office/live/latest
            GET /office/live/events
            """
        ),
        (
            cases, .anywhere,
            """
            GET /office/cases
            GET /office/cases.csv
            GET /office/cases.xlsx
            """
        ),
        (
            cases, .unit,
            """
            GET /office/cases/{id}
            GET+POST /office/cases/{id}/take
            POST /office/cases/{id}/acknowledge
            """
        ),
        (
            caseWork, .unit,
            """
            POST /office/cases/{id}/answer
            POST /office/cases/{id}/handle
            POST /office/cases/{id}/handler
            POST /office/cases/{id}/close
            """
        ),
        (
            phones, .missing,
            """
            GET /office/phones/{id}
            GET+POST /office/phones/{id}/call
            POST /office/phones/{id}/reveal
            POST /office/phones/{id}/outcome
            """
        ),
        (
            shifts, .anywhere,
            """
            GET /office/shifts
            """
        ),
        (
            shifts, .desk,
            """
            GET /office/shifts/{desk}
            GET+POST /office/shifts/{desk}/correct
            GET+POST /office/shifts/{desk}/substitute
            POST /office/shifts/{desk}/postings
            POST /office/shifts/{desk}/postings/change
            POST /office/shifts/{desk}/postings/end
            """
        ),
        (
            shifts, .missing,
            """
            POST /office/shift-changes/{id}/undo
            POST /office/shift-corrections/{id}/undo
            """
        ),
        (
            cards, .anywhere,
            """
            GET /office/cards
            """
        ),
        (
            cards, .hall,
            """
            GET /office/cards/{unit}
            GET /office/cards/{unit}.pdf
            """
        ),
        (
            cards, .desk,
            """
            GET /office/desks/{desk}.svg
            GET /office/desks/{desk}.png
            """
        ),
        (
            codes, .desk,
            """
            POST /office/desks/{desk}/rotate
            POST /office/desks/{desk}/retire
            """
        ),
        (
            directory, .anywhere,
            """
            GET /office/directory
            GET+POST /office/import
            POST /office/import/file
            """
        ),
        (
            directory, .whole,
            """
            GET /office/directory/fields
            GET /office/directory/fields/{field}
            GET+POST /office/directory/authority
            GET+POST /office/directory/new/field
            GET+POST /office/directory/fields/{field}/change
            GET+POST /office/directory/fields/{field}/close
            GET+POST /office/directory/new/procedure
            """
        ),
        (
            directory, .anywhere,
            """
            GET+POST /office/directory/new/unit
            GET+POST /office/directory/new/desk
            GET+POST /office/directory/new/official
            """
        ),
        (
            directory, .unit,
            """
            GET /office/directory/units/{unit}
            GET+POST /office/directory/units/{unit}/change
            GET+POST /office/directory/units/{unit}/head
            GET+POST /office/directory/units/{unit}/merge
            GET+POST /office/directory/units/{unit}/split
            GET+POST /office/directory/units/{unit}/close
            """
        ),
        (
            directory, .desk,
            """
            GET /office/directory/desks/{desk}
            GET /office/directory/officials/{official}
            GET+POST /office/directory/desks/{desk}/change
            GET+POST /office/directory/desks/{desk}/close
            GET+POST /office/directory/officials/{official}/change
            GET+POST /office/directory/officials/{official}/close
            """
        ),
        (
            directory, .missing,
            """
            POST /office/directory/changes/{id}/withdraw
            GET /office/directory/procedures/{procedure}
            GET+POST /office/directory/procedures/{procedure}/change
            GET+POST /office/directory/procedures/{procedure}/close
            GET /office/import/{id}
            POST /office/import/{id}/apply
            """
        ),
        (
            journal, .whole,
            """
            GET /office/journal
            GET /office/journal.csv
            GET /office/journal.xlsx
            POST /office/journal/check
            """
        ),
        (
            reveals, .anywhere,
            """
            GET /office/phones
            """
        ),
        (
            privacy, .anywhere,
            """
            GET /office/privacy
            GET+POST /office/privacy/notice
            GET /office/privacy/retention
            POST /office/privacy/retention/run
            GET+POST /office/privacy/incidents
            GET+POST /office/privacy/access
            POST /office/privacy/access.csv
            """
        ),
        (
            privacy, .missing,
            """
            POST /office/privacy/retention/{purpose}
            GET /office/privacy/requests/{id}
            POST /office/privacy/requests/{id}/reply
            POST /office/privacy/requests/{id}/extend
            POST /office/privacy/requests/{id}/fulfil
            POST /office/privacy/requests/{id}/refuse
            GET /office/privacy/incidents/{id}
            GET /office/privacy/incidents/{id}/form
            POST /office/privacy/incidents/{id}/facts
            POST /office/privacy/incidents/{id}/steps
            """
        ),
    ]
}
