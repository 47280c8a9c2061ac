import Feedback
import Hummingbird
import Pages

extension Website {
    func addHome(to routes: inout Routes) {
        routes.get("/office", for: .staff) { _, staff in
            let scope = staff.rights.scope
            let state = try await store.read { try $0.homeState(scope: scope) }
            return try answers.office(HomePage(staff.frame(.home), state: state, now: staff.now))
        }
    }
}
