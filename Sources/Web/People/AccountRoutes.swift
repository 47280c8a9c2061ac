import Feedback
import Hummingbird
import Pages

extension Website {
    func addAccount(to routes: inout Routes) {
    }
}
