import Documents
package import Feedback

extension AccessLog {
    package static let csvMediaType = CSV.mediaType

    /// A line for each access, for a spreadsheet. Times on the clock of Viet Nam.
    package var csv: [UInt8] {
        var csv = CSV(columns: ["Dòng", "Lúc", "Tài khoản", "Họ tên", "Việc", "Loại", "Về", "Chi tiết"])
        for entry in entries {
            csv.append([
                .integer(Int(entry.id)), .at(entry.at), .code(entry.actor), .text(names[entry.actor] ?? ""),
                .text(AccessWords.words(entry.kind)), .code(entry.kind), .code(entry.subject), .text(entry.details),
            ])
        }
        return csv.bytes
    }
}
