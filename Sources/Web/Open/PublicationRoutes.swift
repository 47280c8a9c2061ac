import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    /// The leadership looks at a period as the public would see it, and shows it, corrects it or takes it back.
    func addPublication(to routes: inout Routes) {
        routes.get(PublicationsPage.path, for: .publish) { _, staff in
            try staff.mustBeOverAll()
            return try await publications(staff)
        }
        routes.get("/office/publication/{period}", for: .publish) { _, staff in
            try answers.office(try await publicationPage(staff))
        }
        routes.get("/office/publication/{period}/preview", for: .publish) { _, staff in
            let (draft, versions, _) = try await publicationState(staff)
            let all = try await store.read { try $0.publications() }
            let page = openPreview(draft, versions, among: all, staff)
            return try answers.printed(page.html(), style: OpenStyle.css)
        }
        routes.post("/office/publication/{period}", for: .publish) { form, staff in
            try await publish(form, staff)
        }
        routes.post("/office/publication/{period}/withdraw", for: .publish) { form, staff in
            try staff.mustBeOverAll()
            let (period, reason) = (try staff.publicationPeriod, form.tidied("reason"))
            do {
                try await store.write(as: staff.actor) { try $0.withdrawPublication(of: period, reason: reason) }
                return answers.see(PublicationsPage.path(of: period))
            } catch Refusal.invalid(let problems) {
                let page = try await publicationPage(staff, typed: form, problems: problems, isWithdrawal: true)
                return try answers.office(page, status: .unprocessableContent)
            }
        }
    }

    private func publish(_ form: FormFields, _ staff: StaffContext) async throws -> Response {
        let (draft, _, _) = try await publicationState(staff)
        let (note, reason) = (form.tidied("note"), form.tidied("reason"))
        do {
            guard form["digest"] == draft.digest else {
                throw Refusal.invalid(
                    FormProblems([
                        .init(
                            field: "digest",
                            message: "Số liệu vừa thay đổi so với bản đã xem. Xin xem lại bản này rồi công bố.")
                    ]))
            }
            _ = try await store.write(as: staff.actor) { try $0.publish(draft, note: note, reason: reason) }
            return answers.see(PublicationsPage.path(of: draft.period))
        } catch Refusal.invalid(let problems) {
            let page = try await publicationPage(staff, typed: form, problems: problems)
            return try answers.office(page, status: .unprocessableContent)
        }
    }

    private func publications(_ staff: StaffContext) async throws -> Response {
        let all = try await store.read { try $0.publications() }
        let today = LocalDay(staff.now)
        guard let typed = staff.query["period"] else {
            return try answers.office(PublicationsPage(staff.frame(.publication), publications: all, on: today))
        }
        if let period = Period(rawValue: typed.trimming(" ").uppercased()),
            Publication.kinds.contains(period.kind), !period.isRunning(on: today)
        {
            return answers.see(PublicationsPage.path(of: period))
        }
        let page = PublicationsPage(
            staff.frame(.publication), publications: all, on: today,
            problem: "Không có kỳ nào như vậy đã qua. Xin viết như trong ví dụ, và chọn một kỳ đã kết thúc.")
        return try answers.office(page, status: .unprocessableContent)
    }

    private func publicationPage(
        _ staff: StaffContext, typed: FormFields = FormFields(), problems: FormProblems = FormProblems(),
        isWithdrawal: Bool = false
    ) async throws -> PublicationPage {
        let (draft, versions, names) = try await publicationState(staff)
        return PublicationPage(
            staff.frame(.publication), draft: draft, versions: versions, names: names, typed: typed,
            problems: problems, isWithdrawal: isWithdrawal)
    }

    /// - Throws: `Refusal.notFound` for a period that cannot be published, and for somebody who is over a part.
    private func publicationState(
        _ staff: StaffContext
    ) async throws -> (PublicationDraft, [Publication], [String: String]) {
        try staff.mustBeOverAll()
        let period = try staff.publicationPeriod
        return try await store.read { tx in
            let versions = try tx.publications(of: period)
            let actors = Set(versions.flatMap { [$0.actor, $0.end?.actor ?? $0.actor] })
            return (try tx.publicationDraft(of: period), versions, try tx.names(of: actors))
        }
    }

    private func openPreview(
        _ draft: PublicationDraft, _ versions: [Publication], among all: [Publication], _ staff: StaffContext
    ) -> OpenPeriodPage {
        let publication = Publication(
            id: 0, period: draft.period, version: (versions.last?.version ?? 0) + 1, at: staff.now,
            actor: staff.actor.label, note: versions.last { $0.isInForce }?.note ?? "", figures: draft.figures)
        return OpenPeriodPage(publication, among: all, isPreview: true)
    }
}

extension StaffContext {
    fileprivate var publicationPeriod: Period {
        get throws(Refusal) {
            guard let period = Period(rawValue: try parameter("period")) else { throw .notFound }
            return period
        }
    }
}

extension FormFields {
    /// As a browser sends a text area: lines end in CR LF.
    fileprivate func tidied(_ name: String) -> String {
        (self[name] ?? "").replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
