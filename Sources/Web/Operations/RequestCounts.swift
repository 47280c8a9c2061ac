import HTTPTypes
import Metrics
import Synchronization

/// Counts requests by the route's template and the class of the status: never by path, for paths hold codes.
final class RequestCounts: Sendable {
    private struct Kind: Hashable {
        let route: String
        let statusClass: Int
    }

    private let factory: any MetricsFactory
    private let counters = Mutex<[Kind: any CounterHandler]>([:])

    init(_ factory: any MetricsFactory) { self.factory = factory }

    func count(_ route: String?, _ status: HTTPResponse.Status) {
        let kind = Kind(route: route ?? "none", statusClass: status.code / 100)
        let counter = counters.withLock { counters in
            if let known = counters[kind] { return known }
            let new = factory.makeCounter(
                label: "http_requests", dimensions: [("route", kind.route), ("status", "\(kind.statusClass)xx")])
            counters[kind] = new
            return new
        }
        counter.increment(by: 1)
    }
}
