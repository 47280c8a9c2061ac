import Feedback
import Hummingbird
import Pages

extension Website {
    func addShifts(to routes: inout Routes) {
    }
}
