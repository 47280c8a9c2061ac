/// Keeps a code from being taken for a quantity by the spreadsheet that opens a CSV file.
enum CodeGuard {
    /// Whether a spreadsheet could read `code` as a number, a day, a time, a truth value or an error, and show something
    /// else for it.
    ///
    /// Those are written in digits and marks alone ("0901234567", "3-4", "1/2", "5 %"), with a word that belongs to them
    /// behind the digits ("12E5", "9:15 PM", "2-Sep"), or with a month in front ("SEP2"); or they are TRUE, FALSE or begin
    /// with # ("#N/A"). Any other letter makes a name of it ("q03", "xa-bau-tram", "H19-2026"), which stays as it is.
    static func isReread(_ code: String) -> Bool {
        let words = code.lowercased().split { !$0.isLetter }.map(String.init)
        let first = code.first { !$0.isWhitespace }
        guard first != "#" else { return true }
        guard code.contains(where: \.isNumber) else { return words == ["true"] || words == ["false"] }
        if first?.isLetter ?? false, !(words.first.map(months.contains) ?? false) { return false }
        return words.allSatisfy { months.contains($0) || marks.contains($0) }
    }

    /// English months are read in every region, Vietnamese ones with Vietnamese settings.
    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "thg", "tháng",
    ]

    /// Powers of ten, halves of the day (sáng, chiều), the T and Z of ISO 8601.
    private static let marks: Set<String> = ["e", "a", "p", "am", "pm", "sa", "ch", "t", "z"]
}
