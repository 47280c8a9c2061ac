/// Everything the officer needs about a request: what was asked, the rating behind it, what was done.
package struct DataRequestFile: Sendable {
    package var request: DataRequest
    package var rating: Rating
    package var steps: [DataRequestStep]
    /// Names of the users in the steps, by the actor's label ("user:7").
    package var names: [String: String]

    package init(request: DataRequest, rating: Rating, steps: [DataRequestStep], names: [String: String] = [:]) {
        self.request = request
        self.rating = rating
        self.steps = steps
        self.names = names
    }
}

extension Reading {
    /// - Throws: `Refusal.notFound` for a request that is none or is outside the scope.
    package func dataRequestFile(_ id: Int64, scope: Scope) throws -> DataRequestFile {
        guard let request = try dataRequest(id, scope: scope) else { throw Refusal.notFound }
        return try file(of: request)
    }

    /// What the person sees.
    /// - Throws: `Refusal.notFound`.
    package func dataRequestFile(code: RequestCode) throws -> DataRequestFile {
        guard let request = try dataRequest(code: code) else { throw Refusal.notFound }
        return try file(of: request)
    }

    private func file(of request: DataRequest) throws -> DataRequestFile {
        guard let rating = try rating(id: request.rating) else { throw Refusal.notFound }
        let steps = try dataRequestSteps(of: request.id)
        return DataRequestFile(
            request: request, rating: rating, steps: steps, names: try names(of: Set(steps.map(\.actor))))
    }

    /// Names of users by the label that the journal gives them.
    package func names(of labels: Set<String>) throws -> [String: String] {
        var names: [String: String] = [:]
        for label in labels {
            guard label.hasPrefix("user:"), let id = Int64(label.dropFirst(5)) else { continue }
            names[label] = try user(id: id)?.name
        }
        return names
    }

    /// What the officer's home page says in a line.
    package func dataRequestLoad(scope: Scope = .whole) throws -> DataRequestLoad {
        let today = LocalDay(now)
        let open = try dataRequests(scope: scope, onlyOpen: true, limit: 10_000)
        let incidents = try incidents().filter(\.isOpen)
        return DataRequestLoad(
            open: open.count, overdue: open.count { $0.isOverdue(on: today) }, nextDay: open.map(\.nextDay).min(),
            incidents: incidents.count,
            notifyBy: incidents.filter(\.mustNotify).map(\.notifyBy).min())
    }
}
