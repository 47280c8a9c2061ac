import Feedback
import Hummingbird
import Pages

extension Website {
    func addJournal(to routes: inout Routes) {
        routes.get("/office/journal", for: .readJournal) { _, staff in
            try await journalPage(staff)
        }
        routes.get("/office/journal.csv", for: .readJournal) { _, staff in
            let sheet = try await journalSheet(staff, as: "csv")
            return answers.file(sheet.csv, type: JournalSheet.csvMediaType, saveAs: "nhat-ky.csv")
        }
        routes.get("/office/journal.xlsx", for: .readJournal) { _, staff in
            let sheet = try await journalSheet(staff, as: "xlsx")
            return answers.file(try sheet.xlsx(), type: JournalSheet.xlsxMediaType, saveAs: "nhat-ky.xlsx")
        }
        // Walking a million lines takes seconds: only when somebody asks, and a link that is fetched ahead does not ask.
        routes.post("/office/journal/check", for: .readJournal) { _, staff in
            try await journalPage(staff, check: try await chain.check())
        }
    }

    private func journalPage(_ staff: StaffContext, check: ChainCheck? = nil) async throws -> Response {
        try staff.readsWholeJournal()
        var problems = FormProblems()
        let address = JournalAddress(query: staff.query, problems: &problems)
        let isGood = problems.isEmpty
        let (entries, users) = try await store.read { tx in
            let lines = try tx.entries(address.filter, before: address.before, limit: JournalPage.length + 1)
            return (isGood ? lines : [], try tx.users())
        }
        let page = JournalPage(
            staff.frame(.journal), address: address, entries: entries, users: users, check: check, problems: problems,
            typed: staff.query)
        return try answers.office(page, status: isGood ? .ok : .unprocessableContent)
    }

    private func journalSheet(_ staff: StaffContext, as kind: String) async throws -> JournalSheet {
        try staff.readsWholeJournal()
        var problems = FormProblems()
        let address = JournalAddress(query: staff.query, problems: &problems)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        try await store.write(as: staff.actor) { try $0.log(.exported, about: "journal", "as=\(kind)") }
        let (entries, users) = try await store.read { tx in
            (try tx.entries(address.filter, before: nil, limit: JournalSheet.longest), try tx.users())
        }
        return JournalSheet(entries, users: users, directory: staff.directory)
    }
}

extension StaffContext {
    /// The journal tells of every unit at once.
    /// - Throws: `Refusal.notFound` for whoever is over a part.
    fileprivate func readsWholeJournal() throws(Refusal) {
        guard scope == .whole else { throw .notFound }
    }
}
