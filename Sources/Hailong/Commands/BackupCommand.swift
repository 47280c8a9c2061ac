import ArgumentParser
import Foundation
import Storage

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Chép cơ sở dữ liệu ra một tệp mới, cả khi máy chủ đang chạy.")
    @OptionGroup var folders: FolderOptions
    @Argument(help: "Tệp để ghi; phải chưa có.") var target: String

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: target) else {
            throw ValidationError("\(target) đã có. Xin chọn tên khác.")
        }
        try folders.dataFolder.snapshot().copy(to: target)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
        Terminal.say(
            """
            Đã chép vào \(target). Khóa chính (master.key) và khóa các tháng (month-keys) không nằm trong đó: xin đọc \
            mục sao lưu trong packaging/README.md.
            """)
    }
}
