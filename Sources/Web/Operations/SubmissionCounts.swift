import Metrics

/// Ratings taken and forms sent back, for the operator.
struct SubmissionCounts: Sendable {
    let taken: Counter
    let refused: Counter

    init(_ factory: any MetricsFactory) {
        taken = Counter(label: "submissions_taken", factory: factory)
        refused = Counter(label: "submissions_refused", factory: factory)
    }
}
