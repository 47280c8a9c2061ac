import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    func addReports(to routes: inout Routes) {
        routes.get("/office/reports", for: .seeReports) { _, staff in
            try answers.office(try await reportsPage(staff))
        }
        routes.get("/office/reports/{period}", for: .seeReports) { _, staff in
            try answers.office(try await reportPage(staff, try staff.reportAddress))
        }
        routes.get("/office/reports/{period}/print", for: .seeReports) { _, staff in
            let paper = try await reportPaper(staff, "print")
            return answers.printed(paper.printPage(), style: paper.printStyle)
        }
        for format in ReportFormat.allCases {
            routes.get("/office/reports/{period}.\(format.rawValue)", for: .seeReports) { _, staff in
                let paper = try await reportPaper(staff, format.rawValue)
                let bytes = try await drawings.run { try format.bytes(of: paper) }
                return answers.file(bytes, type: format.mediaType, saveAs: "\(paper.fileName).\(format.rawValue)")
            }
        }
        addReportForms(to: &routes)
    }

    private func addReportForms(to routes: inout Routes) {
        routes.post("/office/reports/{period}/texts", for: .writeReports) { form, staff in
            let bodies = ReportSection.allCases.reduce(into: [ReportSection: String]()) { $0[$1] = form[$1.rawValue] }
            return try await change(form, staff) { try $0.writeReport($1, bodies) }
        }
        routes.post("/office/reports/{period}/freeze", for: .writeReports) { form, staff in
            try await change(form, staff) { _ = try $0.freezeReport($1) }
        }
        routes.post("/office/reports/{period}/amend", for: .writeReports) { form, staff in
            let reason = form["reason"] ?? ""
            return try await change(form, staff) { _ = try $0.amendReport($1, because: reason) }
        }
    }

    private func change(
        _ form: FormFields, _ staff: StaffContext,
        _ verb: @escaping @Sendable (any Writing, ReportSubject) throws -> Void
    ) async throws -> Response {
        let address = try ReportAddress(period: try staff.parameter("period"), query: form)
        let subject = address.subject
        guard subject.isFor(staff.scope), subject.unit.map({ staff.directory.unit($0) != nil }) ?? true,
            !subject.period.isFuture(on: LocalDay(staff.now))
        else { throw Refusal.notFound }
        do {
            try await store.write(as: staff.actor) { try verb($0, subject) }
            return answers.see(ReportAddress(subject).path)
        } catch Refusal.invalid(let problems) {
            let page = try await reportPage(staff, ReportAddress(subject), typed: form, problems: problems)
            return try answers.office(page, status: .unprocessableContent)
        }
    }

    private func reportsPage(_ staff: StaffContext) async throws -> ReportsPage {
        let today = LocalDay(staff.now)
        let typed = staff.query["year"].flatMap { Int($0) } ?? LocalDay(staff.now).month.previous.year
        let year = min(max(typed, 2000), today.year)
        let units = staff.reportUnits
        let wanted = staff.query["unit"].flatMap { $0.isEmpty ? nil : ID<Feedback.Unit>($0) }
        // What is not offered is not there; whoever sees a part begins with its first unit.
        let unit = wanted ?? (staff.scope == .whole ? nil : units.first ?? nil)
        guard units.contains(unit) else { throw Refusal.notFound }
        let periods = ReportsPage.periods(of: year)
        let (states, publicity) = try await store.read {
            (try $0.reportStates(of: periods.map(\.rawValue)), try $0.publicity(of: periods))
        }
        return ReportsPage(
            staff.frame(.reports), year: year, unit: unit, units: units, states: states, publicity: publicity,
            today: today)
    }

    private func reportPage(
        _ staff: StaffContext, _ address: ReportAddress, typed: FormFields? = nil,
        problems: FormProblems = FormProblems()
    ) async throws -> ReportPage {
        let (frame, scope) = (staff.frame(.reports), staff.scope)
        let mayWrite = staff.rights.may(.writeReports)
        let forLeadership = staff.seesReportsOfOfficials
        return try await store.read { tx in
            let report = try tx.writtenReport(address.subject, scope: scope, edition: address.edition)
            let actors = report.parts.flatMap(\.history).map(\.actor)
            return ReportPage(
                frame, report: report, address: address,
                drift: report.isLatest ? try tx.reportDrift(address.subject) : [], names: try tx.names(of: Set(actors)),
                mayWrite: mayWrite, forLeadership: forLeadership, typed: typed, problems: problems)
        }
    }

    /// The document as asked for; that it was taken stands in the journal.
    private func reportPaper(_ staff: StaffContext, _ format: String) async throws -> ReportPaper {
        let (address, scope) = (try staff.reportAddress, staff.scope)
        guard address.audience == .everybody || staff.seesReportsOfOfficials else { throw Refusal.notFound }
        let report = try await store.read {
            try $0.writtenReport(address.subject, scope: scope, edition: address.edition)
        }
        let details = "format=\(format)" + (address.audience == .leadership ? " for=leadership" : "")
        try await store.write(as: staff.actor) { try $0.log(.exported, about: address.subject.label, details) }
        return ReportPaper(report, form: staff.directory.reportForm, audience: address.audience)
    }
}

extension StaffContext {
    fileprivate var reportAddress: ReportAddress {
        get throws(Refusal) { try ReportAddress(period: try parameter("period"), query: query) }
    }

    /// Nil stands for the whole authority. Whoever answers for nothing but units of which there is nothing to report
    /// finds their empty pages.
    fileprivate var reportUnits: [ID<Feedback.Unit>?] {
        guard scope != .whole else { return [nil] + directory.reportedUnits }
        let units = directory.reportedUnits.filter(scope.contains)
        return units.isEmpty ? directory.units.map(\.id).filter(scope.contains) : units
    }

    /// The appendix about single officials is for home affairs, who make it, and the leadership, who read it.
    fileprivate var seesReportsOfOfficials: Bool {
        scope == .whole && (rights.may(.writeReports) || rights.may(.publish))
    }
}
