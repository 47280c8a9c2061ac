import Feedback
import Hummingbird
import Pages

extension Website {
    func addHome(to routes: inout Routes) {
        routes.get("/office", for: .enter) { _, staff in
            let rights = staff.rights
            let (state, tasks) = try await store.read { tx in
                (
                    try tx.homeState(figures: rights.scope(of: .seeFigures), cases: rights.scope(of: .seeCases)),
                    try tx.homeTasks(rights)
                )
            }
            return try answers.office(HomePage(staff.frame(.home), state: state, tasks: tasks, now: staff.now))
        }
    }
}
