/// Where a figure stands to a target, as far as chance lets one say.
package enum Standing: Hashable, Sendable {
    /// Under 30 ratings.
    case unknown
    case reached, missed
    /// The interval holds the target.
    case unsure

    package init(of measured: Measured, to target: Target, owner: Measured.Owner = .anything) {
        let interval = measured.interval
        self =
            measured.size(of: owner) != .full
            ? .unknown : interval.low >= target.value ? .reached : interval.high < target.value ? .missed : .unsure
    }
}
