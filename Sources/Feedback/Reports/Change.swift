/// What a figure did since another one.
package enum Change: Hashable, Sendable {
    /// One of them rests on too few ratings to be placed: under 30, or 60 of one official.
    case unknown
    /// The intervals overlap: chance alone may have made the difference.
    case same
    case higher, lower

    package init(from old: Measured, to new: Measured, of owner: Measured.Owner = .anything) {
        guard old.size(of: owner) == .full, new.size(of: owner) == .full else {
            self = .unknown
            return
        }
        let (before, after) = (old.interval, new.interval)
        self = after.low > before.high ? .higher : after.high < before.low ? .lower : .same
    }
}
