import Feedback
import Foundation
import HTTPTypes
import Hummingbird
import Pages

extension Website {
    /// Published figures, for everybody: no cookie, no script, nothing that was not published.
    func addOpen(to routes: inout Routes) {
        routes.get(OpenAddress.list) { request, _ in
            let today = LocalDay(world.now())
            return try await openSheet(request, "list \(today) \(store.directory.version)") { all in
                try openPage(OpenListPage(all, directory: store.directory, on: today))
            }
        }
        routes.get("/open/{period}") { request, context in
            let period = try context.openPeriod("")
            return try await openSheet(request, "page \(period)") { all in
                let versions = all.filter { $0.period == period }
                guard let publication = versions.last(where: \.isInForce) else {
                    return try openPage(OpenGonePage(versions), status: .gone)
                }
                return try openPage(OpenPeriodPage(publication, versions: versions))
            }
        }
        routes.get("/open/{period}.csv") { request, context in
            let period = try context.openPeriod(".csv")
            return try await openFile(request, period, "csv", type: OpenFiles.csvType) { OpenFiles($0).csv }
        }
        routes.get("/open/{period}.json") { request, context in
            let period = try context.openPeriod(".json")
            return try await openFile(request, period, "json", type: OpenFiles.jsonType) {
                [UInt8](try OpenFiles($0).json())
            }
        }
        routes.get("/open/{period}/{unit}") { request, context in
            let period = try context.openPeriod("")
            let unit = ID<Feedback.Unit>(context.parameters.get("unit") ?? "")
            return try await openSheet(request, "unit \(period) \(unit)") { all in
                let versions = all.filter { $0.period == period }
                guard let publication = versions.last(where: \.isInForce) else {
                    return try openPage(OpenGonePage(versions), status: .gone)
                }
                return try openPage(OpenUnitPage(publication, unit: unit))
            }
        }
        addPosters(to: &routes)
    }

    private func addPosters(to routes: inout Routes) {
        routes.get("/open/poster/{unit}") { request, context in
            let unit = ID<Feedback.Unit>(context.parameters.get("unit") ?? "")
            let today = LocalDay(world.now())
            return try await openSheet(request, "poster \(unit) \(today) \(store.directory.version)") { all in
                try openPage(OpenPosterPage(openPoster(unit, all, today: today), unit: unit))
            }
        }
        routes.get("/open/poster/{unit}.pdf") { request, context in
            let unit = ID<Feedback.Unit>(context.parameters.get("unit") ?? "")
            // Everybody may ask: drawn once, so that nobody keeps the office's drawings waiting.
            return try await openSheet(request, "poster-pdf \(unit) \(store.directory.version)") { all in
                let poster = try openPoster(unit, all, today: nil)
                let bytes = [UInt8](try await drawings.run { try poster.pdf() })
                let file = answers.file(bytes, type: "application/pdf", saveAs: "ap-phich.pdf")
                return OpenShelf.Sheet(bytes, fields: file.headers)
            }
        }
    }

    private func openPoster(
        _ unit: ID<Feedback.Unit>, _ all: [Publication], today: LocalDay?
    ) throws(Refusal) -> OpenPoster {
        try OpenPoster(
            unit: unit, publication: OpenPoster.latest(all), directory: store.directory, baseURL: settings.baseURL,
            today: today)
    }

    private func openPage(_ page: some Page, status: HTTPResponse.Status = .ok) throws -> OpenShelf.Sheet {
        let fields = answers.printed("", style: OpenStyle.css).headers
        return OpenShelf.Sheet([UInt8](try page.html().utf8), status: status, fields: fields)
    }

    private func openFile(
        _ request: Request, _ period: Period, _ kind: String, type: String,
        _ make: @Sendable (Publication) throws -> [UInt8]
    ) async throws -> Response {
        try await openSheet(request, "\(kind) \(period)") { all in
            let versions = all.filter { $0.period == period }
            guard let publication = versions.last(where: \.isInForce) else {
                return try openPage(OpenGonePage(versions), status: .gone)
            }
            var fields = answers.headers.data
            fields[.contentType] = type
            fields[.contentDisposition] = "inline; filename=\"hai-long-\(period).\(kind)\""
            return OpenShelf.Sheet(try make(publication), fields: fields)
        }
    }

    /// From the shelf, or drawn now and put there.
    /// - Parameter name: of the sheet; what else but publications it depends on is part of it.
    private func openSheet(
        _ request: Request, _ name: String, _ draw: ([Publication]) async throws -> OpenShelf.Sheet
    ) async throws -> Response {
        let stamp = try await store.read { try $0.publicationStamp() }
        if let sheet = shelf.sheet(name, stamp) { return sheet.response(to: request) }
        let sheet = try await draw(try await store.read { try $0.publications() })
        shelf.keep(sheet, as: name, stamp)
        return sheet.response(to: request)
    }
}

extension PublicContext {
    /// - Parameter ending: of the file's name, where the router leaves it.
    fileprivate func openPeriod(_ ending: String) throws(Refusal) -> Period {
        let text = parameters.get("period") ?? ""
        let name = !ending.isEmpty && text.hasSuffix(ending) ? String(text.dropLast(ending.count)) : text
        guard let period = Period(rawValue: name) else { throw .notFound }
        return period
    }
}
