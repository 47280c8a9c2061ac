package import Metrics
import Synchronization

/// Keeps what the program counts and measures, and writes it as Prometheus reads it
/// (prometheus.io, "Exposition formats", text version 0.0.4).
///
/// Made for the few dozen series of this program: every counter, gauge and sum lives as long as the process.
package final class MetricsBoard: MetricsFactory {
    private struct Place: Hashable {
        let name: String
        /// `{route="/q/{code}",status="2xx"}`, or nothing.
        let labels: String
    }

    private let series = Mutex<[Place: Series]>([:])

    package init() {}

    /// One line per series, sorted, so that two readings can be compared.
    package func text() -> String {
        let all = series.withLock { $0 }.sorted { ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels) }
        var text = ""
        var last = ""
        for (place, series) in all {
            if place.name != last { text += "# TYPE \(place.name) \(series.kind.rawValue)\n" }
            last = place.name
            text += "\(place.name)\(place.labels) \(series.written)\n"
        }
        return text
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        at(label, suffix: "_total", dimensions, .counter)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        at(label, dimensions, .gauge)
    }

    /// A recorder without aggregation is what a gauge is made of; with it, the sum is kept.
    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        aggregate ? at(label, suffix: "_sum", dimensions, .counter) : at(label, dimensions, .gauge)
    }

    /// Seconds, summed; how often is counted beside it.
    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        TimedSeries(
            sum: at(label, suffix: "_seconds_sum", dimensions, .counter),
            count: at(label, suffix: "_seconds_count", dimensions, .counter))
    }

    // A series stays: a counter that disappears and returns at 0 looks like a restart.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    private func at(
        _ label: String, suffix: String = "", _ dimensions: [(String, String)], _ kind: Series.Kind
    ) -> Series {
        let place = Place(name: "hailong_" + Self.name(label) + suffix, labels: Self.labels(dimensions))
        return series.withLock { series in
            if let known = series[place] { return known }
            let new = Series(kind)
            series[place] = new
            return new
        }
    }

    private static func labels(_ dimensions: [(String, String)]) -> String {
        guard !dimensions.isEmpty else { return "" }
        let pairs = dimensions.map { key, value in
            let safe = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            return "\(name(key))=\"\(safe)\""
        }
        return "{" + pairs.joined(separator: ",") + "}"
    }

    private static func name(_ label: String) -> String {
        String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }
}

/// One number with its labels.
final class Series: CounterHandler, MeterHandler, RecorderHandler {
    enum Kind: String {
        case counter, gauge
    }

    let kind: Kind
    private let value = Mutex(0.0)

    init(_ kind: Kind) { self.kind = kind }

    var written: String {
        let value = value.withLock { $0 }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    func increment(by amount: Int64) { value.withLock { $0 += Double(amount) } }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    func reset() { value.withLock { $0 = 0 } }
    func set(_ new: Int64) { value.withLock { $0 = Double(new) } }
    func set(_ new: Double) { value.withLock { $0 = new } }

    func record(_ new: Int64) { record(Double(new)) }
    func record(_ new: Double) { value.withLock { $0 = kind == .gauge ? new : $0 + new } }
}

/// A sum of seconds and how many there were.
private final class TimedSeries: TimerHandler {
    private let sum: Series
    private let count: Series

    init(sum: Series, count: Series) {
        self.sum = sum
        self.count = count
    }

    func recordNanoseconds(_ duration: Int64) {
        sum.increment(by: Double(duration) / 1e9)
        count.increment(by: Int64(1))
    }
}
