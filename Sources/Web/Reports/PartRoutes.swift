import Feedback
import Hummingbird
import Pages

extension Website {
    /// The page of a unit, of a desk, and of oneself.
    func addParts(to routes: inout Routes) {
        routes.get("/office/units/{unit}", for: .seeFigures) { _, staff in
            try await partPage(.unit(ID(try staff.parameter("unit"))), staff)
        }
        routes.get("/office/desks/{desk}", for: .seeFigures) { _, staff in
            try await partPage(.desk(ID(try staff.parameter("desk"))), staff)
        }
        routes.get("/office/own", for: .seeOwnFigures) { _, staff in
            let known = staff.rights.officials.sorted()
            // One account may stand for two postings of the same person; whose figures they are is never typed in.
            guard let official = known.first(where: { $0.rawValue == staff.query["official"] }) ?? known.first else {
                throw Refusal.notFound
            }
            let asked = staff.query["months"].flatMap { Int($0) } ?? 0
            let window = OwnFigures.windows.contains(asked) ? asked : OwnFigures.windows[1]
            let own = try await store.read { try $0.ownFigures(official, months: window) }
            return try answers.office(OwnPage(staff.frame(.home), own: own, window: window))
        }
    }

    private func partPage(_ subject: PartReport.Subject, _ staff: StaffContext) async throws -> Response {
        let rights = staff.rights
        let report = try await store.read { try $0.partReport(subject, rights: rights) }
        return try answers.office(PartPage(staff.frame(.comparison), report: report))
    }
}
