package import Feedback
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One small file per month, in a folder beside the database that no copy of the database contains: "2026-11.key" holds
/// the month's data key, wrapped by the master key.
package struct FolderMonthKeys: MonthKeys {
    package static let folderName = "month-keys"
    private static let ending = ".key"
    private let folder: String

    /// Touches nothing until a key is kept.
    package init(folder: String) { self.folder = folder }

    package init(besideDatabase path: String) {
        self.init(folder: URL(filePath: path).deletingLastPathComponent().appending(path: Self.folderName).path)
    }

    package func wrapped(_ month: Month) throws -> [UInt8]? {
        let path = self.path(of: month)
        guard access(path, F_OK) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw fault(path)
        }
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    package func keep(_ wrapped: [UInt8], of month: Month) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // Under another name until it is whole: a power cut leaves no half key.
        let draft = path(of: month) + ".new"
        try write(wrapped, to: draft, O_CREAT | O_TRUNC)
        guard rename(draft, path(of: month)) == 0 else { throw fault(draft) }
        try sync(folder)
    }

    package func erase(_ month: Month) throws {
        let path = self.path(of: month)
        guard let length = try wrapped(month)?.count else { return }
        // Overwritten first, for disks that keep the blocks of a deleted file.
        try write([UInt8](repeating: 0, count: length), to: path, 0)
        guard unlink(path) == 0 else { throw fault(path) }
        try sync(folder)
    }

    package func months() throws -> [Month] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(Self.ending) }
            .compactMap { Month(rawValue: String($0.dropLast(Self.ending.count))) }.sorted()
    }

    private func path(of month: Month) -> String { "\(folder)/\(month.rawValue)\(Self.ending)" }

    /// On disk before it returns.
    private func write(_ bytes: [UInt8], to path: String, _ flags: Int32) throws {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, 0o600)
        guard descriptor >= 0 else { throw fault(path) }
        defer { close(descriptor) }
        let written = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        guard written == bytes.count, fsync(descriptor) == 0 else { throw fault(path) }
    }

    /// The names in a folder are on disk only after this.
    private func sync(_ folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault(folder) }
    }

    private func fault(_ path: String) -> MonthKeyFault {
        MonthKeyFault(path: path, reason: String(cString: strerror(errno)))
    }
}

/// The disk did not do what it was told with a month's key.
package struct MonthKeyFault: Error, CustomStringConvertible {
    package let path: String
    package let reason: String

    package var description: String { "Khóa tháng \(path): \(reason)" }
}
