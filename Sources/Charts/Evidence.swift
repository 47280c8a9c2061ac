/// How much may be said from n answers: a rule of the house for every chart, so that no page has to remember it.
enum Evidence {
    /// Nothing but n: no bar, no share, no interval, in no text either.
    case tooFew
    /// Shown, but without colour.
    case provisional
    case full

    init(n: Int) {
        self = n < 10 ? .tooFew : n < 30 ? .provisional : .full
    }

    static func words(n: Int) -> String { n == 0 ? "chưa có phiếu" : "quá ít phiếu" }
}
