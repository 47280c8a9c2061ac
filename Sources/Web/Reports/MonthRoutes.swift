import Feedback
import Hummingbird
import Pages

extension Website {
    func addFigures(to routes: inout Routes) {
        routes.get("/office/figures", for: .seeFigures) { _, staff in
            answers.see("/office/months/\(Month(staff.now))")
        }
        routes.get("/office/months", for: .seeFigures) { _, staff in
            answers.see("/office/months/\(Month(staff.now))")
        }
        routes.get("/office/months/{month}", for: .seeFigures) { _, staff in
            let report = try await report(staff)
            let seal = try await store.read { try $0.lastHash(of: report.month) }
            return try answers.office(MonthPage(staff.frame(.month), report: report, seal: seal))
        }
        routes.get("/office/months/{month}.csv", for: .seeFigures) { _, staff in
            let report = try await report(staff)
            let details = "month=\(report.month)"
            try await store.write(as: staff.actor) { try $0.log(.exported, about: "figures", details) }
            return answers.file(
                report.csv(directory: staff.directory), type: MonthReport.csvMediaType,
                saveAs: "hai-long-\(report.month).csv")
        }
        routes.get("/office/months/{month}/ratings", for: .readRatings) { _, staff in
            try answers.office(try await ratingsPage(staff))
        }
    }

    private func report(_ staff: StaffContext) async throws -> MonthReport {
        let (address, scope) = (try staff.monthAddress, staff.scope)
        var report = try await store.read { try $0.monthReport(address.month, scope: scope, cell: address.cell) }
        // Figures are for whoever signed in; what people wrote, for those who must act on it.
        if !staff.rights.may(.readRatings) { report.comments = [] }
        return report
    }

    private func ratingsPage(_ staff: StaffContext) async throws -> RatingsPage {
        let address = try staff.monthAddress
        let filter = address.filter(scope: staff.scope)
        let (ratings, total) = try await store.read { tx in
            let offset = (address.page - 1) * RatingsPage.length
            return (try tx.ratings(filter, limit: RatingsPage.length, offset: offset), try tx.ratingCount(filter))
        }
        return RatingsPage(staff.frame(.month), address: address, ratings: ratings, total: total)
    }
}

extension StaffContext {
    fileprivate var monthAddress: MonthAddress {
        get throws(Refusal) {
            guard let month = Month(rawValue: try parameter("month")) else { throw .notFound }
            return MonthAddress(month: month, query: query)
        }
    }
}
