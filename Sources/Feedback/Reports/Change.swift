/// What a figure did since another one.
package enum Change: Hashable, Sendable {
    /// One of them rests on too few ratings to say anything.
    case unknown
    /// The intervals overlap: chance alone may have made the difference.
    case same
    case higher, lower

    package init(from old: Measured, to new: Measured, of owner: Measured.Owner = .anything) {
        let sizes = [old.size(of: owner), new.size(of: owner)]
        guard !sizes.contains(.hidden), !sizes.contains(.tooFew) else {
            self = .unknown
            return
        }
        let (before, after) = (old.figure.interval, new.figure.interval)
        self = after.low > before.high ? .higher : after.high < before.low ? .lower : .same
    }
}
