import Foundation

/// What whoever handled a case says about it: proven to be complete.
package struct CaseAnswer: Sendable, Hashable {
    package static let longestText = 2_000
    package static let longestMeasure = 1_000

    /// The citizen reads it behind the receipt code.
    package let text: String
    package let finding: Finding
    /// What was done, for the office. Nil only where there was nothing to mend.
    package let measure: String?

    /// From the fields `text`, `finding` and `measure`.
    /// - Throws: `Refusal.invalid` with everything that is missing or too long.
    package init(_ form: FormFields) throws(Refusal) {
        try self.init(
            text: form["text"] ?? "", finding: form["finding"].flatMap(Finding.init), measure: form["measure"] ?? "")
    }

    package init(text: String, finding: Finding?, measure: String = "") throws(Refusal) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let measure = measure.trimmingCharacters(in: .whitespacesAndNewlines)
        var problems = FormProblems()
        if finding == nil { problems.add("finding", "Xin chọn kết quả xác minh.") }
        if finding == .confirmed && measure.isEmpty {
            problems.add("measure", "Phản ánh đúng thì xin ghi đã làm gì để sửa.")
        }
        if measure.isLonger(than: Self.longestMeasure) {
            problems.add("measure", "Biện pháp dài quá 1.000 chữ cái. Xin viết ngắn lại.")
        }
        if text.isEmpty { problems.add("text", "Xin viết câu trả lời trước khi gửi.") }
        if text.isLonger(than: Self.longestText) {
            problems.add("text", "Câu trả lời dài quá 2.000 chữ cái. Xin viết ngắn lại.")
        }
        guard problems.isEmpty, let finding else { throw .invalid(problems) }
        self.text = text
        self.finding = finding
        self.measure = measure.isEmpty ? nil : measure
    }
}

extension String {
    /// Code points as well, which is what the table counts: one family emoji is seven of them.
    func isLonger(than letters: Int) -> Bool { count > letters || unicodeScalars.count > 4 * letters }
}
