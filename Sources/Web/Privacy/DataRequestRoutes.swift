import Feedback
import Hummingbird
import Pages

extension Website {
    func addDataRequests(to routes: inout Routes) {
    }
}
