import Documents
package import Feedback

/// Lines of the journal for a spreadsheet, oldest first, as they are kept and in words.
package struct JournalSheet {
    package static let csvMediaType = CSV.mediaType
    package static let xlsxMediaType = Worksheet.mediaType
    /// More are taken month by month.
    package static let longest = 50_000

    let worksheet: Worksheet

    package var csv: [UInt8] { worksheet.csv() }
    package func xlsx() throws -> [UInt8] { try Worksheet.xlsx([worksheet]) }

    /// - Parameter entries: newest first.
    package init(_ entries: [Entry], users: [User], directory: Directory) {
        let names = JournalNames(users, in: directory)
        worksheet = Worksheet(
            name: "Nhật ký", title: ["Nhật ký"],
            columns: [
                .init("Dòng", width: 9, format: .count), .init("Lúc", width: 17),
                .init("Người làm", width: 12), .init("Tên", width: 24), .init("Việc", width: 30),
                .init("Mã việc", width: 22), .init("Về", width: 20), .init("Chi tiết", width: 40),
                .init("Mã băm", width: 66),
            ],
            rows: entries.reversed().map { entry in
                [
                    .integer(Int(entry.id)), .at(entry.at), .code(entry.actor), .text(names.actor(entry.actor)),
                    .text(Entry.Kind(rawValue: entry.kind).map(\.words) ?? ""), .code(entry.kind),
                    .code(entry.subject), .text(entry.details),
                    .code(JournalSeal(line: entry.id, hash: entry.hash).hex),
                ]
            },
            notes: entries.count == Self.longest
                ? ["Chỉ gồm \(Formats.count(Self.longest)) dòng mới nhất: xin chọn từng tháng để lấy các dòng trước."]
                : [])
    }
}
