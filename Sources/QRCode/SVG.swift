extension QRCode {
    /// A whole SVG document: black on white, quiet zone included, as large as the place it is put into.
    package func svg() -> String {
        let side = size + 2 * Self.quietZone
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path d="\(path())"/></svg>
            """
    }
}
