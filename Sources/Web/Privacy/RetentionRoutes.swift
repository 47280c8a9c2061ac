import Feedback
import Hummingbird
import Pages

extension Website {
    func addRetention(to routes: inout Routes) {
        routes.get(RetentionPage.path, for: .answerDataRequests) { _, staff in
            try answers.office(try await retentionPage(staff))
        }
        routes.post("\(RetentionPage.path)/run", for: .answerDataRequests) { _, staff in
            try await store.write(as: staff.actor) { _ = try $0.eraseWhatIsDue(again: true) }
            return answers.see(RetentionPage.path)
        }
        routes.post("\(RetentionPage.path)/{purpose}", for: .answerDataRequests) { form, staff in
            guard let purpose = RetentionPurpose(rawValue: try staff.parameter("purpose")) else {
                throw Refusal.notFound
            }
            let typed = form["days"] ?? ""
            do {
                try await store.write(as: staff.actor) { try $0.keep(purpose, days: Int(typed)) }
                return answers.see(RetentionPage.path)
            } catch Refusal.invalid(let problems) {
                let message = problems.problems.first?.message ?? ""
                let page = try await retentionPage(staff, problem: (purpose, typed, message))
                return try answers.office(page, status: .unprocessableContent)
            }
        }
    }

    private func retentionPage(
        _ staff: StaffContext, problem: (purpose: RetentionPurpose, typed: String, message: String)? = nil
    ) async throws -> RetentionPage {
        let frame = staff.frame(.privacy)
        return try await store.read { tx in
            let periods = try tx.retentionPeriods()
            return RetentionPage(
                frame, periods: periods, runs: try tx.retentionRuns(limit: 14), months: try tx.readableMonths(),
                names: try tx.names(of: Set(periods.compactMap(\.actor))), problem: problem)
        }
    }
}
