import ArgumentParser
import Feedback
import Foundation
import Pages
import Storage

/// Writes out what the law asks for, beside a running server: what is held about a person, the impact file; and tables:
/// figures, single ratings, what the reform index needs.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Ghi ra thư mục: số liệu, lượt đánh giá, dữ liệu của một người, hồ sơ đánh giá tác động.",
        discussion: """
            Ví dụ:
              hailong export --person 8G4T-20H9-MZ3QA --to ban-sao
              hailong export --person - --to ban-sao      (số điện thoại hoặc mã được hỏi, không lưu trong lịch sử lệnh)
              hailong export --impact-file --to ho-so
              hailong export --figures 2026-11 --format xlsx --to so-lieu
              hailong export --reform-index 2026 --to so-lieu
              hailong export --ratings 2026-Q4 --to so-lieu
            Kỳ: 2026-11-21 ngày, 2026-W47 tuần, 2026-11 tháng, 2026-Q4 quý, 2026-H1 sáu tháng, 2026-9M chín tháng, \
            2026 năm, 2026-11-03..2026-11-20 khoảng ngày.
            """)
    @OptionGroup var folders: FolderOptions

    @Option(
        help: """
            Mã đánh giá, hoặc số điện thoại. Dấu - đọc từ bàn phím hay tệp chuyển vào; nên dùng cho số điện thoại, vì \
            dòng lệnh được máy ghi lại.
            """)
    var person: String?

    @ArgumentParser.Flag(help: "Hồ sơ đánh giá tác động xử lý dữ liệu cá nhân.") var impactFile = false

    @Option(help: "Số liệu tổng hợp của một kỳ.", transform: ExportTables.period) var figures: Period?
    @Option(help: "Bảng phục vụ chỉ số cải cách hành chính của một kỳ.", transform: ExportTables.period)
    var reformIndex: Period?
    @Option(
        help: "Từng lượt đánh giá của một kỳ, không có số điện thoại và mã đánh giá.", transform: ExportTables.period)
    var ratings: Period?
    @ArgumentParser.Flag(help: "Cùng --ratings: thêm tên cán bộ được đánh giá.") var officials = false
    @ArgumentParser.Flag(help: "Cùng --ratings: thêm lời góp ý.") var comments = false
    @Option(help: "Dạng tệp của số liệu và lượt đánh giá.") var format = ExportTables.Format.csv

    @Option(help: "Thư mục để ghi; được tạo nếu chưa có.") var to: String

    func validate() throws {
        let tables = [figures, reformIndex, ratings].compactMap { $0 }
        guard person != nil || impactFile || !tables.isEmpty else {
            throw ValidationError("Xin chọn --figures, --reform-index, --ratings, --person hoặc --impact-file.")
        }
    }

    func run() async throws {
        let snapshot = try folders.dataFolder.snapshot()
        let target = try ExportFolder(path: to)
        if impactFile { try writeImpactFile(snapshot, target) }
        if let person { try writePerson(person == "-" ? Self.asked() : person, snapshot, target) }
        let tables = ExportTables(snapshot: snapshot, target: target, format: format)
        if let figures { try tables.writeFigures(figures) }
        if let reformIndex { try tables.writeReformIndex(reformIndex) }
        if let ratings { try tables.writeRatings(ratings, withOfficials: officials, withComments: comments) }
    }

    private func writeImpactFile(_ snapshot: SQLiteSnapshot, _ target: ExportFolder) throws {
        let file = try snapshot.read { tx in
            ImpactFile(
                directory: tx.directory, columns: try tx.schemaColumns(), periods: try tx.retentionPeriods(),
                now: tx.now)
        }
        try target.write(file.markdown, to: "danh-gia-tac-dong.md")
        try target.write(try file.html(), to: "danh-gia-tac-dong.html")
        Terminal.say("Chỗ chấm (……) do cơ quan điền. Điều khoản pháp luật cần đối chiếu trước khi nộp.")
    }

    private func writePerson(_ typed: String, _ snapshot: SQLiteSnapshot, _ target: ExportFolder) throws {
        let secrets = try folders.dataFolder.secrets(RealWorld())
        let vault = PhoneVault(
            secrets: secrets, keys: FolderMonthKeys(besideDatabase: folders.dataFolder.database))
        let name = try PersonName(typed)
        let (directory, found) = try snapshot.read { tx in (tx.directory, try name.file(in: tx, secrets)) }
        var file = found
        for place in file.items.indices { try file.items[place].open(with: vault) }
        guard !file.items.isEmpty else {
            throw ValidationError("Không có đánh giá nào. Số điện thoại có thể đã bị xóa, hoặc gõ chưa đúng.")
        }
        try target.write(try PersonRecord(file, directory: directory).json(), to: "du-lieu.json")
        try target.write(try PersonCopyPage(file, directory: directory).html(), to: "du-lieu.html")
        let cases = file.items.count { $0.alert != nil }
        Terminal.say("Có \(file.items.count) đánh giá, \(cases) vụ việc.")
        if file.others > 0 {
            Terminal.say("Còn \(file.others) đánh giá khác cùng số điện thoại; muốn có cả, xin dùng số đó.")
        }
        Terminal.say("Xin giao tận tay người yêu cầu, rồi xóa thư mục \(target.path).")
    }

    /// From the keyboard, or from what is piped in.
    private static func asked() throws -> String {
        if isatty(0) == 1 { Terminal.warn("Mã đánh giá hoặc số điện thoại, rồi Enter:") }
        guard let line = readLine(), !line.allSatisfy(\.isWhitespace) else {
            throw ValidationError("Chưa có mã đánh giá hay số điện thoại nào.")
        }
        return line
    }
}

/// Whom somebody asks about. Thirteen digits that begin with 0084 could be both: then it is a phone number, because one
/// receipt in a million million looks so.
private enum PersonName {
    case receipt(Receipt)
    case phone(Phone)

    init(_ typed: String) throws {
        let typed = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        do {
            self = .phone(try Phone(typed: typed))
        } catch Phone.Problem.outdated(let renewed) {
            throw ValidationError("Số 11 chữ số này nay là \(renewed.grouped). Xin dùng số mới.")
        } catch {
            if let receipt = Receipt(typed) {
                self = .receipt(receipt)
                return
            }
            // Never what was typed: it may be a number, and this goes to a screen and to logs.
            throw ValidationError("Không phải mã đánh giá (13 chữ và số), cũng không phải số điện thoại.")
        }
    }

    func file(in tx: any Reading, _ secrets: Secrets) throws -> PersonFile {
        switch self {
        case .phone(let phone): return try tx.personFile(of: PhoneTag(phone, secrets: secrets))
        case .receipt(let receipt):
            guard let rating = try tx.rating(receipt: receipt) else {
                throw ValidationError("Không có đánh giá nào mang mã này.")
            }
            return try tx.personFile(of: rating)
        }
    }
}

extension PersonFile.Item {
    /// A snapshot has no keys; the folder beside it has.
    fileprivate mutating func open(with vault: PhoneVault) throws {
        guard let sealed = rating.phone else { return }
        phone = try vault.open(sealed).map { .masked($0.masked) } ?? .unreadable
    }
}

/// A folder that only its owner can read.
struct ExportFolder {
    let path: String

    init(path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw ValidationError("Không tạo được thư mục \(path). Xin chọn nơi khác.")
        }
    }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = "\(path)/\(name)"
        guard !FileManager.default.fileExists(atPath: file) else {
            throw ValidationError("\(file) đã có. Xin chọn thư mục khác.")
        }
        let isMade = FileManager.default.createFile(
            atPath: file, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard isMade else { throw ValidationError("Không ghi được \(file). Xin kiểm tra đĩa và quyền.") }
        Terminal.say("Đã ghi \(file).")
    }

    /// For a file that is written part by part.
    func open(_ name: String) throws -> FileHandle {
        try write([], to: name)
        guard let file = FileHandle(forWritingAtPath: "\(path)/\(name)") else {
            throw ValidationError("Không ghi được \(path)/\(name). Xin kiểm tra đĩa và quyền.")
        }
        return file
    }
}
