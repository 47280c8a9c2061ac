import Metrics
import Synchronization

/// Counts of this process as Prometheus reads them (text exposition format 0.0.4): counters and gauges, no more,
/// because nothing else is asked for.
final class PrometheusText: MetricsFactory {
    private let values = Mutex<[Series: Double]>([:])
    private let gauges: Mutex<[String: @Sendable () -> Double]> = Mutex([:])

    struct Series: Hashable, Comparable {
        let name: String
        let labels: String

        init(_ label: String, _ dimensions: [(String, String)]) {
            name = "hailong_" + label.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
            labels =
                dimensions.isEmpty
                ? "" : "{" + dimensions.map { "\($0.0)=\"\($0.1.escapedLabel)\"" }.joined(separator: ",") + "}"
        }

        static func < (a: Self, b: Self) -> Bool { (a.name, a.labels) < (b.name, b.labels) }
    }

    /// A number that is asked for when somebody looks.
    func gauge(_ name: String, _ value: @escaping @Sendable () -> Double) {
        gauges.withLock { $0["hailong_" + name] = value }
    }

    var text: String {
        var lines: [String] = []
        var last = ""
        for (series, value) in values.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            if series.name != last { lines.append("# TYPE \(series.name)_total counter") }
            last = series.name
            lines.append("\(series.name)_total\(series.labels) \(value.plain)")
        }
        for (name, value) in gauges.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            lines.append("# TYPE \(name) gauge")
            lines.append("\(name) \(value().plain)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    fileprivate func add(_ amount: Double, to series: Series) {
        values.withLock { $0[series, default: 0] += amount }
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        let series = Series(label, dimensions)
        add(0, to: series)
        return Count(series: series, text: self)
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        NOOPMetricsHandler.instance
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { NOOPMetricsHandler.instance }
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}
}

private final class Count: CounterHandler {
    let series: PrometheusText.Series
    let text: PrometheusText

    init(series: PrometheusText.Series, text: PrometheusText) {
        self.series = series
        self.text = text
    }

    func increment(by amount: Int64) { text.add(Double(amount), to: series) }
    func reset() {}
}

extension Double {
    fileprivate var plain: String { self == rounded() && magnitude < 1e15 ? String(Int64(self)) : String(self) }
}

extension String {
    fileprivate var escapedLabel: String {
        replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
