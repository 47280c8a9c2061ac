import Feedback
import Foundation
import Storage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder that belongs to one running server: the database, the master key, mails without a mail server.
struct DataFolder {
    let url: URL

    var database: String { url.appending(path: "hailong.sqlite").path }
    var mail: URL { url.appending(path: "mail", directoryHint: .isDirectory) }
    var hasDatabase: Bool { FileManager.default.fileExists(atPath: database) }

    /// Whatever the program writes from here on is its owner's alone.
    func create() throws {
        umask(0o077)
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// The 32 bytes from which all keys come: from HAILONG_MASTER_KEY_FILE (a systemd credential), or `master.key`
    /// beside the database, made on the first start. Whoever copies the database without it holds no phone number.
    func secrets(_ world: any World) throws -> Secrets {
        let file = Environment.text(.masterKeyFile).map { URL(filePath: $0) } ?? url.appending(path: "master.key")
        if let kept = try? Data(contentsOf: file) {
            guard kept.count == 32 else { throw DataFolderFault.brokenKey(file.path) }
            return Secrets(masterKey: Array(kept))
        }
        guard !hasDatabase else { throw DataFolderFault.missingKey(file.path) }
        let key = world.random(32)
        let isMade = FileManager.default.createFile(
            atPath: file.path, contents: Data(key), attributes: [.posixPermissions: 0o600])
        guard isMade else { throw DataFolderFault.unwritable(file.path) }
        return Secrets(masterKey: key)
    }

    /// Held as long as the value lives. Two servers on one database would be two writers (Traps.md, 3).
    func lock() throws -> FolderLock {
        try create()
        return try FolderLock(path: url.appending(path: "lock").path)
    }

    /// Free bytes on the disk of this folder; nil when the system does not say.
    var freeBytes: Int64? {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: url.path)
        return (attributes?[.systemFreeSize] as? NSNumber)?.int64Value
    }
}

final class FolderLock: Sendable {
    private let descriptor: Int32

    fileprivate init(path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DataFolderFault.unwritable(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw DataFolderFault.locked(path)
        }
    }

    deinit { close(descriptor) }
}

enum DataFolderFault: Error, CustomStringConvertible {
    case locked(String)
    case unwritable(String)
    case brokenKey(String)
    case missingKey(String)
    case noDatabase(String)

    var description: String {
        switch self {
        case .locked(let path):
            "Một máy chủ khác đang dùng thư mục dữ liệu này (\(path)). Xin dừng máy chủ đó trước."
        case .unwritable(let path): "Không ghi được \(path). Xin kiểm tra quyền của thư mục dữ liệu."
        case .brokenKey(let path): "Khóa chính \(path) phải có đúng 32 byte."
        case .missingKey(let path):
            "Có cơ sở dữ liệu nhưng thiếu khóa chính \(path). Xin chép lại khóa từ bản sao lưu trước khi khởi động."
        case .noDatabase(let path): "Chưa có cơ sở dữ liệu \(path). Xin chạy 'hailong serve' trước."
        }
    }
}
