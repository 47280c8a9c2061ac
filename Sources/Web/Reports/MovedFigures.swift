import Feedback
import Hummingbird
import Pages

extension Website {
    /// Addresses of months as they were before there were other periods: in mails, in bookmarks, on paper.
    func addMovedFigures(to routes: inout Routes) {
        routes.get("/office/months", for: .seeFigures) { _, _ in answers.moved("/office/figures") }
        routes.get("/office/months/{month}", for: .seeFigures) { _, staff in
            answers.moved(try staff.monthAddress.path)
        }
        routes.get("/office/months/{month}.csv", for: .seeFigures) { _, staff in
            answers.moved(try staff.monthAddress.file("csv"))
        }
        routes.get("/office/months/{month}/ratings", for: .readRatings) { _, staff in
            answers.moved(try staff.monthAddress.rowsPath)
        }
    }
}

extension StaffContext {
    fileprivate var monthAddress: FigureAddress {
        get throws(Refusal) {
            guard let month = Month(rawValue: try parameter("month")) else { throw .notFound }
            return FigureAddress(period: Period(month), query: query)
        }
    }
}

extension Answers {
    /// For good: browsers may remember it.
    /// - Parameter path: a path of ours.
    func moved(_ path: String) -> Response {
        var fields = headers.data
        fields[.location] = path
        return Response(status: .permanentRedirect, headers: fields)
    }
}
