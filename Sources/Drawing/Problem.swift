extension Drawing {
    /// Why there is no picture.
    package enum Problem: Error, Equatable {
        /// Not well-formed XML, not SVG, or more than librsvg is willing to draw; with librsvg's words.
        case badSVG(String)
        /// A side that is not a number, not above zero, or beyond 10.000 pixels or 5.000 mm.
        case badSize
        case noPages
        /// cairo failed, for want of memory; with cairo's words.
        case cairo(String)
    }
}
