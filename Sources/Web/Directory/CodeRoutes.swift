import Feedback
import Hummingbird

extension Website {
    func addCodes(to routes: inout Routes) {
        routes.post("/office/desks/{desk}/rotate", for: .changeCodes) { _, staff in
            let desk = try desk(staff)
            _ = try await store.write(as: staff.actor) { try $0.rotateCode(of: desk.id) }
            return answers.see("/office/cards")
        }
        routes.post("/office/desks/{desk}/retire", for: .changeCodes) { _, staff in
            let desk = try desk(staff)
            try await store.write(as: staff.actor) { try $0.retireDesk(desk.id) }
            return answers.see("/office/cards")
        }
    }

    private func desk(_ staff: StaffContext) throws -> Desk {
        guard let desk = staff.directory.desk(ID(try staff.parameter("desk"))), staff.scope.contains(desk)
        else { throw Refusal.notFound }
        return desk
    }
}
