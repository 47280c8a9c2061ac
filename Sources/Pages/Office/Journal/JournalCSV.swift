import Documents
package import Feedback

/// Lines of the journal for a spreadsheet, oldest first, as they are kept and in words.
package struct JournalCSV {
    package static let mediaType = CSV.mediaType
    /// More are taken month by month.
    package static let longest = 50_000

    package let bytes: [UInt8]

    package init(_ entries: [Entry], users: [User], directory: Directory) {
        let names = JournalNames(users, in: directory)
        var csv = CSV(columns: [
            "Dòng", "Ngày", "Giờ", "Người làm", "Tên", "Việc", "Mã việc", "Về", "Chi tiết", "Mã băm",
        ])
        for entry in entries.reversed() {
            csv.append([
                .integer(Int(entry.id)), .code(LocalDay(entry.at).rawValue), .code(Formats.time(entry.at)),
                .code(entry.actor), .text(names.actor(entry.actor)),
                .text(Entry.Kind(rawValue: entry.kind).map(\.words) ?? ""), .code(entry.kind), .code(entry.subject),
                .text(entry.details), .code(JournalSeal(line: entry.id, hash: entry.hash).hex),
            ])
        }
        bytes = csv.bytes
    }
}
