import Feedback
import Hummingbird
import Pages

extension Website {
    func addFigures(to routes: inout Routes) {
        routes.get("/office/figures", for: .seeFigures) { _, staff in
            answers.see(FigureAddress(asked: staff.query, today: LocalDay(staff.now)).path)
        }
        routes.get("/office/figures/{period}", for: .seeFigures) { _, staff in
            try answers.office(try await figurePage(staff))
        }
        routes.get("/office/figures/{period}.csv", for: .seeFigures) { _, staff in
            let (sheets, address) = try await figureSheets(staff)
            let bytes = sheets.csv(staff.query["table"])
            return try await figureFile(bytes, FigureSheets.csvMediaType, "csv", address, staff)
        }
        routes.get("/office/figures/{period}.xlsx", for: .seeFigures) { _, staff in
            let (sheets, address) = try await figureSheets(staff)
            let bytes = try sheets.xlsx(staff.query["table"])
            return try await figureFile(bytes, FigureSheets.xlsxMediaType, "xlsx", address, staff)
        }
        routes.get("/office/figures/{period}/ratings", for: .readRatings) { _, staff in
            try answers.office(try await ratingsPage(staff))
        }
        addMovedFigures(to: &routes)
        addViews(to: &routes)
    }

    private func figurePage(_ staff: StaffContext) async throws -> FigurePage {
        let (address, scope, user) = (try staff.figureAddress, staff.scope, staff.user.id)
        let (report, views, seal) = try await store.read { tx in
            let report = try tx.periodReport(address.period, scope: scope, cell: address.cell)
            let month = address.period.kind == .month ? address.period.first.month : nil
            return (report, try tx.savedViews(of: user), try month.flatMap { try tx.lastHash(of: $0) })
        }
        return FigurePage(
            staff.frame(.month), report: staff.withoutWords(report), today: LocalDay(staff.now), views: views,
            seal: seal, isWhole: address.isWhole)
    }

    private func figureSheets(_ staff: StaffContext) async throws -> (FigureSheets, FigureAddress) {
        let (address, scope) = (try staff.figureAddress, staff.scope)
        let report = try await store.read { try $0.periodReport(address.period, scope: scope, cell: address.cell) }
        return (FigureSheets(report, directory: staff.directory), address)
    }

    /// A file that leaves the house leaves a line.
    /// - Parameter bytes: nil: there is no such table.
    private func figureFile(
        _ bytes: [UInt8]?, _ type: String, _ kind: String, _ address: FigureAddress, _ staff: StaffContext
    ) async throws -> Response {
        guard let bytes else { throw Refusal.notFound }
        let table = staff.query["table"]
        let details = "period=\(address.period) format=\(kind)" + (table.map { " table=\($0)" } ?? "")
        try await store.write(as: staff.actor) { try $0.log(.exported, about: "figures", details) }
        let name = "hai-long-\(address.period)" + (table.map { "-\($0)" } ?? "")
        return answers.file(bytes, type: type, saveAs: "\(name).\(kind)")
    }

    private func ratingsPage(_ staff: StaffContext) async throws -> RatingsPage {
        let address = try staff.figureAddress
        let filter = address.filter(scope: staff.scope, in: staff.directory)
        let (ratings, total) = try await store.read { tx in
            let offset = (address.page - 1) * RatingsPage.length
            return (try tx.ratings(filter, limit: RatingsPage.length, offset: offset), try tx.ratingCount(filter))
        }
        return RatingsPage(staff.frame(.month), address: address, ratings: ratings, total: total)
    }
}

extension StaffContext {
    fileprivate var figureAddress: FigureAddress {
        get throws(Refusal) {
            guard let period = Period(rawValue: try parameter("period")) else { throw .notFound }
            return FigureAddress(period: period, query: query)
        }
    }

    /// Figures are for whoever signed in; what people wrote, for those who must act on it.
    fileprivate func withoutWords(_ report: PeriodReport) -> PeriodReport {
        var report = report
        if !rights.may(.readRatings) { report.comments = [] }
        return report
    }
}
