import Feedback
import Hummingbird
import Pages

extension Website {
    func addJournal(to routes: inout Routes) {
    }
}
