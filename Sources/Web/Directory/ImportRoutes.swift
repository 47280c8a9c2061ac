import Feedback
import Hummingbird
import Pages

extension Website {
    func addImport(to routes: inout Routes) {
    }
}
