import Feedback
import Foundation
import Hummingbird
import NIOCore
import Pages

/// What leaves the house as files.
extension Website {
    func addExports(to routes: inout Routes) {
        routes.get("/office/exports", for: .seeFigures) { _, staff in
            let period = FigureAddress(asked: staff.query, today: LocalDay(staff.now)).period
            return try await exportsPage(staff, period: period)
        }
        for format in ExportFile.Format.allCases {
            routes.get("/office/exports/reform-index.\(format.rawValue)", for: .seeReports) { _, staff in
                let period = try staff.askedPeriod()
                let index = try await store.write(as: staff.actor) { tx in
                    try tx.log(.reformIndexExported, about: "figures", "period=\(period)")
                    return try tx.reformIndex(period, scope: staff.scope)
                }
                return answers.file(
                    try ExportFile(index, format, directory: staff.directory.picture(of: period)))
            }
            routes.get("/office/exports/fields.\(format.rawValue)", for: .seeFigures) { _, staff in
                let period = try staff.askedPeriod()
                try await store.write(as: staff.actor) { try $0.log(.exported, about: "figures", "period=\(period)") }
                let criteria = try await store.read { try $0.fieldCriteria(period, scope: staff.scope) }
                return answers.file(
                    try ExportFile(criteria, format, directory: staff.directory.picture(of: period)))
            }
        }
        routes.post("/office/exports/ratings", for: .exportRatings) { form, staff in
            do {
                let wish = try RatingExportWish(form, rights: staff.rights)
                _ = try await store.write(as: staff.actor) {
                    try $0.exportRatings(wish, by: staff.user.id, scope: staff.scope)
                }
                return try await ratingsFile(wish, staff)
            } catch Refusal.invalid(let problems) {
                let period = form["period"].flatMap(Period.init(rawValue:)) ?? Period(LocalDay(staff.now).month)
                return try await exportsPage(staff, period: period, problems: problems, typed: form)
            }
        }
    }

    private func exportsPage(
        _ staff: StaffContext, period: Period, problems: FormProblems = FormProblems(),
        typed: FormFields = FormFields()
    ) async throws -> Response {
        // Who took what is for those who are over the same whole.
        let sees = staff.rights.scope(of: .exportRatings) == .whole
        let (taken, users) = try await store.read { (sees ? try $0.ratingExports(limit: 20) : [], try $0.users()) }
        let page = ExportsPage(
            staff.frame(.exports), period: period, today: LocalDay(staff.now), taken: taken, users: users,
            problems: problems, typed: typed)
        return try answers.office(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func ratingsFile(_ wish: RatingExportWish, _ staff: StaffContext) async throws -> Response {
        let (period, scope) = (wish.period, staff.scope)
        let versions = try await store.read { try $0.figures(FigureQuestion(period: period, scope: scope)).versions }
        let sheet = RatingSheet(
            staff.directory.picture(of: period), versions: versions, withOfficials: wish.withOfficials,
            withComments: wish.withComments)
        let filter = RatingFilter(days: period.days, scope: scope)
        if wish.format == .xlsx {
            let ratings = try await store.read {
                try $0.ratings(filter, after: nil, limit: RatingExportWish.longestWorkbook)
            }
            return answers.file(try ExportFile(ratings, sheet, period: period))
        }
        var response = answers.file(
            [UInt8](), type: RatingCSV.mediaType, saveAs: "luot-danh-gia-\(period.fileName).csv")
        response.body = growing(RatingCSV(sheet), filter)
        return response
    }

    /// A thousand lines at a time: a year of ratings takes no more memory than a page.
    private func growing(_ file: RatingCSV, _ filter: RatingFilter) -> ResponseBody {
        ResponseBody { [store] writer in
            var (file, place, isMore) = (file, RatingPlace?.none, true)
            while isMore {
                let ratings = try await store.read { [place] in try $0.ratings(filter, after: place, limit: 1_000) }
                try await writer.write(ByteBuffer(bytes: file.part(ratings)))
                place = ratings.last.map(RatingPlace.init)
                isMore = ratings.count == 1_000
            }
            try await writer.finish(nil)
        }
    }
}

extension Answers {
    fileprivate func file(_ file: ExportFile) -> Response {
        self.file(file.bytes, type: file.mediaType, saveAs: file.name)
    }
}

extension StaffContext {
    /// - Throws: `Refusal.notFound`: an address of ours always names one.
    fileprivate func askedPeriod() throws(Refusal) -> Period {
        guard let text = query["period"] else { return Period(LocalDay(now).month) }
        guard let period = Period(rawValue: text) else { throw .notFound }
        return period
    }
}
