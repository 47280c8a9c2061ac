package import Foundation

/// Writes each mail as an `.eml` file, which every mail program opens: without an SMTP server nothing is lost.
package struct FolderMailer: Mailer {
    package let folder: URL

    /// - Parameter folder: made at the first mail if missing, readable by its owner only.
    package init(folder: URL) {
        self.folder = folder
    }

    /// The file stands whole under its name, synced to the disk, when this returns. The name comes from the message's
    /// own date and Message-ID, so that a second attempt replaces the file of the first.
    /// - Throws: `MailFailure.temporary` when the disk refuses.
    package func send(_ message: MailMessage) async throws {
        let name = "\(MailDate.fileName(message.date))-\(message.messageID).eml"
        let draft = folder.appendingPathComponent(".\(UUID().uuidString).draft")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try write(message.mime(), to: draft)
            try check(unsafe rename(draft.path, folder.appendingPathComponent(name).path))
            // Without this a power cut may forget the new name.
            try sync(folder.path, O_RDONLY | O_DIRECTORY) { _ in }
        } catch {
            unsafe unlink(draft.path)
            throw MailFailure.temporary("Không ghi được thư vào thư mục \(folder.path): \(error.localizedDescription)")
        }
    }

    private func write(_ bytes: [UInt8], to file: URL) throws {
        try sync(file.path, O_WRONLY | O_CREAT | O_EXCL) { descriptor in
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: bytes)
        }
    }

    private func sync(_ path: String, _ flags: Int32, _ body: (Int32) throws -> Void) throws {
        let descriptor = unsafe open(path, flags | O_CLOEXEC, 0o600)
        try check(descriptor)
        defer { close(descriptor) }
        try body(descriptor)
        try check(fsync(descriptor))
    }

    private func check(_ result: Int32) throws {
        if result < 0 { throw POSIXError(POSIXError.Code(rawValue: errno) ?? .EIO) }
    }
}
