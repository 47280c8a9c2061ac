import Feedback
import Hummingbird
import Pages

extension Website {
    func addDirectory(to routes: inout Routes) {
    }
}
