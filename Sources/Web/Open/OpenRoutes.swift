import Feedback
import Foundation
import HTTPTypes
import Hummingbird
import Pages

extension Website {
    /// Published figures, for everybody: no cookie, no script, nothing that was not published.
    func addOpen(to routes: inout Routes) {
        routes.get(OpenAddress.list) { request, _ in
            let (directory, today) = (store.directory, LocalDay(world.now()))
            let open = try await openState()
            return try await shelf.sheet("list", mark: "\(today) \(directory.version)", open.stamp) {
                try openPage(OpenListPage(open.publications, directory: directory, on: today))
            }.response(to: request)
        }
        routes.get("/open/{period}") { request, context in
            try await periodSheet(request, try context.openPeriod(""), "page") {
                try openPage(OpenPeriodPage($0, among: $1))
            }
        }
        routes.get("/open/{period}.csv") { request, context in
            try await openFile(request, try context.openPeriod(".csv"), "csv", type: OpenFiles.csvType) {
                OpenFiles($0).csv
            }
        }
        routes.get("/open/{period}.json") { request, context in
            try await openFile(request, try context.openPeriod(".json"), "json", type: OpenFiles.jsonType) {
                [UInt8](try OpenFiles($0).json())
            }
        }
        routes.get("/open/{period}/{unit}") { request, context in
            let unit = context.openUnit
            return try await periodSheet(request, try context.openPeriod(""), "unit", of: unit) { publication, all in
                try openPage(OpenUnitPage(publication, among: all, unit: unit))
            }
        }
        addPosters(to: &routes)
    }

    private func addPosters(to routes: inout Routes) {
        routes.get("/open/poster/{unit}") { request, context in
            let (unit, directory, today) = (context.openUnit, store.directory, LocalDay(world.now()))
            let open = try await openState()
            let poster = try openPoster(unit, open.publications, directory, today: today)
            let mark = "\(today) \(directory.version)"
            return try await shelf.sheet("poster \(unit)", mark: mark, open.stamp) {
                try openPage(OpenPosterPage(poster, unit: unit))
            }.response(to: request)
        }
        routes.get("/open/poster/{unit}.pdf") { request, context in
            let (unit, directory) = (context.openUnit, store.directory)
            let open = try await openState()
            let poster = try openPoster(unit, open.publications, directory, today: nil)
            // Everybody may ask: drawn once, so that nobody keeps the office's drawings waiting.
            return try await shelf.sheet("poster-pdf \(unit)", mark: "\(directory.version)", open.stamp) {
                let bytes = [UInt8](try await drawings.run { try poster.pdf() })
                let file = answers.file(bytes, type: "application/pdf", saveAs: "ap-phich.pdf")
                return OpenShelf.Sheet(bytes, fields: file.headers)
            }.response(to: request)
        }
    }

    /// - Throws: `Refusal.notFound` for a unit that is not rated, before anything is drawn.
    private func openPoster(
        _ unit: ID<Feedback.Unit>, _ all: [Publication], _ directory: Directory, today: LocalDay?
    ) throws(Refusal) -> OpenPoster {
        try OpenPoster(
            unit: unit, publication: OpenPoster.latest(all), directory: directory, baseURL: settings.baseURL,
            today: today)
    }

    private func openPage(_ page: some Page, status: HTTPResponse.Status = .ok) throws -> OpenShelf.Sheet {
        let fields = answers.printed("", style: OpenStyle.css).headers
        return OpenShelf.Sheet([UInt8](try page.html().utf8), status: status, fields: fields)
    }

    private func openFile(
        _ request: Request, _ period: Period, _ kind: String, type: String,
        _ make: @escaping @Sendable (Publication) throws -> [UInt8]
    ) async throws -> Response {
        try await periodSheet(request, period, kind) { publication, _ in
            var fields = answers.headers.data
            fields[.contentType] = type
            fields[.contentDisposition] = "inline; filename=\"hai-long-\(period).\(kind)\""
            return OpenShelf.Sheet(try make(publication), fields: fields)
        }
    }

    /// A sheet of what is in force. Of a period that was taken back there is one sheet, whatever somebody asks for.
    /// - Parameter draw: takes the publication in force, and all there are.
    /// - Throws: `Refusal.notFound`, before anything is drawn, for a period that was never published and for a unit
    ///   that is not in it.
    private func periodSheet(
        _ request: Request, _ period: Period, _ kind: String, of unit: ID<Feedback.Unit>? = nil,
        _ draw: @escaping @Sendable (Publication, [Publication]) throws -> OpenShelf.Sheet
    ) async throws -> Response {
        let open = try await openState()
        let versions = open.publications.filter { $0.period == period }
        let inForce = versions.last(where: \.isInForce)
        guard let last = inForce ?? versions.last, unit.map({ last.figures.unit($0) != nil }) ?? true else {
            throw Refusal.notFound
        }
        guard let inForce else {
            return try await shelf.sheet("gone \(period)", open.stamp) {
                try openPage(OpenGonePage(versions), status: .gone)
            }.response(to: request)
        }
        return try await shelf.sheet("\(kind) \(period) \(unit?.rawValue ?? "")", open.stamp) {
            try draw(inForce, open.publications)
        }.response(to: request)
    }

    /// What is published now: asked each time, so that what is withdrawn is gone at once; decoded when it changed.
    private func openState() async throws -> (stamp: PublicationStamp, publications: [Publication]) {
        let stamp = try await store.read { try $0.publicationStamp() }
        return (
            stamp,
            try await shelf.publications(stamp) { [store] in try await store.read { try $0.publications() } }
        )
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

    fileprivate var openUnit: ID<Feedback.Unit> { ID(parameters.get("unit") ?? "") }
}
