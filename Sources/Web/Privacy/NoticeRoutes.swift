import Feedback
import Hummingbird
import Pages

extension Website {
    /// What citizens are told about their data: the version in force, those before it, and the form for the next.
    func addNotices(to routes: inout Routes) {
        routes.get("/privacy") { _, _ in
            try answers.citizen(PrivacyPage(directory: store.directory))
        }
        routes.get("/privacy/versions/{version}") { _, context in
            let name = context.parameters.get("version") ?? ""
            return try answers.citizen(PrivacyPage(directory: store.directory, version: name))
        }
        routes.get(NoticePage.path, for: .answerDataRequests) { _, staff in
            try answers.office(try await noticePage(staff))
        }
        routes.post(NoticePage.path, for: .answerDataRequests) { form, staff in
            let text = NoticeText(
                short: form["short"] ?? "", consent: form["consent"] ?? "", full: form["full"] ?? "")
            do {
                try await store.write(as: staff.actor) { try $0.publishNotice(text) }
                return answers.see(NoticePage.path)
            } catch Refusal.invalid(let problems) {
                let page = try await noticePage(staff, typed: form, problems: problems)
                return try answers.office(page, status: .unprocessableContent)
            }
        }
    }

    private func noticePage(
        _ staff: StaffContext, typed: FormFields? = nil, problems: FormProblems = FormProblems()
    ) async throws -> NoticePage {
        let actors = Set(staff.directory.notices.map(\.actor))
        let names = try await store.read { try $0.names(of: actors) }
        return NoticePage(staff.frame(.privacy), names: names, typed: typed, problems: problems)
    }
}

extension Reading {
    /// Of users, by the actor's label ("user:7").
    func names(of labels: Set<String>) throws -> [String: String] {
        var names: [String: String] = [:]
        for label in labels {
            guard label.hasPrefix("user:"), let id = Int64(label.dropFirst(5)) else { continue }
            names[label] = try user(id: id)?.name
        }
        return names
    }
}
