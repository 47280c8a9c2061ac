import Feedback
import HTTPTypes
import Hummingbird
import Pages

extension Website {
    func addLive(to routes: inout Routes) {
        routes.get("/office/live", for: .readRatings) { _, staff in
            try answers.office(try await livePage(staff, refreshes: false))
        }
        routes.get("/office/live/latest", for: .readRatings) { _, staff in
            try answers.office(try await livePage(staff, refreshes: true))
        }
        routes.get("/office/live/events", for: .readRatings) { request, staff in
            let stream = LiveStream(
                beats: try live.subscribe(staff.scope), staff: staff, store: store, sessions: sessions,
                lastSeen: Self.lastSeen(request, staff))
            return events(stream, request)
        }
    }

    /// - Parameter refreshes: for browsers without script.
    private func livePage(_ staff: StaffContext, refreshes: Bool) async throws -> LivePage {
        let scope = staff.scope
        let (cards, last) = try await store.read { tx in
            (try tx.liveCards(scope: scope, limit: LivePage.length), try tx.lastEntryID())
        }
        return LivePage(staff.frame(.live), cards: cards, lastEntry: last, refreshes: refreshes, now: staff.now)
    }

    /// What the browser says after a gap, or what the page said when it was drawn.
    private static func lastSeen(_ request: Request, _ staff: StaffContext) -> Int64? {
        (request.headers[.lastEvent] ?? staff.query["after"]).flatMap { Int64($0) }.map { max(0, $0) }
    }

    private func events(_ stream: LiveStream, _ request: Request) -> Response {
        var fields = answers.headers.data
        fields[.contentType] = "text/event-stream; charset=utf-8"
        // nginx else keeps events until its buffer is full.
        fields[.bufferingByProxy] = "no"
        return Response(
            status: .ok, headers: fields,
            body: ResponseBody { writer in
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    try await stream.write(to: &writer)
                }
                try await writer.finish(nil)
            })
    }
}
