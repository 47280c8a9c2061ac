/// Where a table is to be had as files.
struct FileLinks: Sendable {
    /// For whoever hears the page.
    let table: String
    let csvHref: String
    let xlsxHref: String

    /// - Parameter address: of the file, by its kind: "csv", "xlsx".
    init(_ table: String, address: (String) -> String) {
        self.table = table
        csvHref = address("csv")
        xlsxHref = address("xlsx")
    }
}
