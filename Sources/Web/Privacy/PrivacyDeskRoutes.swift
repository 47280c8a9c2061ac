import Feedback
import Hummingbird
import Pages

extension Website {
    func addPrivacyDesk(to routes: inout Routes) {
    }
}
