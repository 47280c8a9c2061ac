import Feedback
import Foundation
import HTTPTypes
import Hummingbird
import Pages

/// For other programs: figures, the directory, what was published, single ratings. Read only.
extension Website {
    static let interfacePaths = [
        "/api/v1/openapi.yaml", "/api/v1/figures", "/api/v1/units", "/api/v1/desks", "/api/v1/fields",
        "/api/v1/criteria", "/api/v1/published", "/api/v1/reform-index", "/api/v1/ratings",
    ]

    func isInterfacePath(_ path: String) -> Bool { Self.interfacePaths.contains(path) }

    func addInterface(to routes: inout Routes) {
        routes.get("/api/v1/openapi.yaml") { _, _ in
            var response = answers.file(
                Data(PackageResources.openapi_yaml), type: "application/yaml; charset=utf-8")
            response.headers[.cacheControl] = "public, max-age=300"
            return response
        }
        read("figures", .figures, &routes) { context in
            let question = try FigureQuestion(context.query, scope: context.scope, directory: context.directory)
            let answer = try await store.read { try $0.figures(question) }
            return answer.json(context.directory.picture(of: question.period))
        }
        read("units", .figures, &routes) { context in
            try StrictQuery(context.query, known: []).check()
            return context.directory.unitsJSON(context.scope)
        }
        read("desks", .figures, &routes) { context in
            try StrictQuery(context.query, known: []).check()
            return context.directory.desksJSON(context.scope)
        }
        read("fields", .figures, &routes) { context in
            try StrictQuery(context.query, known: []).check()
            return context.directory.fieldsJSON
        }
        read("criteria", .figures, &routes) { context in
            try StrictQuery(context.query, known: []).check()
            return context.directory.criteriaJSON
        }
        read("reform-index", .figures, &routes) { context in
            let period = try context.onlyPeriod()
            let index = try await store.read { try $0.reformIndex(period, scope: context.scope) }
            return index.json(context.directory.picture(of: period))
        }
        read("published", .published, &routes) { context in
            try StrictQuery(context.query, known: []).check()
            let publications = try await store.read { try $0.publications() }
            return PublishedJSON(publications, scope: context.scope).json
        }
        read("ratings", .ratings, &routes) { context in try await ratings(context) }
        addTokens(to: &routes)
    }

    /// A path that a key opens.
    private func read(
        _ name: String, _ reach: TokenReach, _ routes: inout Routes,
        _ answer: @escaping @Sendable (InterfaceContext) async throws -> JSONValue
    ) {
        let door = InterfaceDoor(store: store, world: world, limits: interfaceLimits)
        routes.get("/api/v1/\(name)") { request, _ in
            do {
                return answers.json(try await answer(try await door.context(request, reading: reach)), to: request)
            } catch let refusal as InterfaceRefusal {
                return problem(for: refusal)
            } catch let fault as QueryFault {
                return answers.problem(.badRequest, "Tham số chưa đúng", problems: fault.problems)
            }
        }
    }

    private func ratings(_ context: InterfaceContext) async throws -> JSONValue {
        var query = StrictQuery(context.query, known: ["period", "cursor", "limit"])
        let period = query.period()
        let place: RatingPlace? = query.place("cursor")
        let limit = query.number("limit", in: 1...1_000) ?? 200
        if let place, let period, !period.days.contains(place.day) {
            query.fail("cursor", "Giá trị này thuộc một kỳ khác.")
        }
        try query.check()
        guard let period else { throw Refusal.malformed }
        let filter = RatingFilter(days: period.days, scope: context.scope)
        let found = try await store.read { try $0.ratings(filter, after: place, limit: limit) }
        // Single ratings leave the house: that is written down before they do.
        try await store.write(as: .token(context.token.id)) { tx in
            try tx.log(.ratingsExported, about: "ratings", "period=\(period) lines=\(found.count)")
        }
        let next = found.count == limit ? found.last.map(RatingPlace.init) : nil
        return RatingsJSON(period: period, ratings: found, next: next, reaches: context.token.reaches)
            .json(isRunning: period.isRunning(on: LocalDay(context.now)))
    }
}

extension InterfaceContext {
    func onlyPeriod() throws -> Period {
        var query = StrictQuery(query, known: ["period"])
        let period = query.period()
        try query.check()
        guard let period else { throw Refusal.malformed }
        return period
    }
}
