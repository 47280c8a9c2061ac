/// A chart's drawing width in CSS pixels. The drawing scales, so pick the one nearest to the place it will have.
package enum Layout: String, Sendable, CaseIterable {
    /// 328: a phone of 360 with margins. Labels stand above their marks.
    case narrow
    /// 720: a desk, an A4 page. Labels stand left of their marks.
    case wide

    package var width: Double { self == .narrow ? 328 : 720 }
    /// Values at marks, axis labels.
    var small: Double { 12 }
    /// Row labels.
    var normal: Double { 14 }
}
