/// Why there is no document.
package enum DocumentProblem: Error, Equatable, Sendable {
    /// Not an SVG that librsvg is willing to draw, or one without a size; with librsvg's words.
    case badPicture(String)
    /// More than `Paper.mostPages`.
    case tooLong
    /// More rows or columns than a sheet of a workbook has.
    case tooLarge
    /// cairo, libzip or libxlsxwriter gave up, for want of memory or of room for temporary files; with their words.
    case failed(String)
}
