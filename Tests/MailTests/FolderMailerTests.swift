import Foundation
import Mail
import Testing

@Suite struct FolderMailerTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hailong-\(UUID().uuidString)")

    @Test("A mail becomes one file that only its owner reads, and a second attempt replaces it")
    func writes() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let mailer = FolderMailer(folder: folder.appendingPathComponent("mail"))
        try await mailer.send(letter())
        try await mailer.send(letter())
        try await mailer.send(letter("alert-2"))
        let names = try FileManager.default.contentsOfDirectory(atPath: mailer.folder.path).sorted()
        #expect(
            names == [
                "20240305-140509-alert-1@longkhanh.example.vn.eml", "20240305-140509-alert-2@longkhanh.example.vn.eml",
            ])
        let file = mailer.folder.appendingPathComponent(names[0])
        #expect(try [UInt8](Data(contentsOf: file)) == letter().mime())
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
    }

    @Test("A folder that cannot be written is a temporary failure and leaves nothing behind")
    func refused() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data().write(to: folder)
        let error = await #expect(throws: MailFailure.self) { try await FolderMailer(folder: folder).send(letter()) }
        guard case .temporary = error else {
            Issue.record("not temporary: \(String(describing: error))")
            return
        }
    }

    @Test("The mailer in memory keeps what was sent and fails as told")
    func memory() async throws {
        let mailer = MemoryMailer()
        await mailer.failNext(.temporary("bận"), .permanent("không có"))
        await #expect(throws: MailFailure.temporary("bận")) { try await mailer.send(letter()) }
        await #expect(throws: MailFailure.permanent("không có")) { try await mailer.send(letter()) }
        try await mailer.send(letter())
        await mailer.fail(.temporary("hỏng"))
        await #expect(throws: MailFailure.temporary("hỏng")) { try await mailer.send(letter("alert-2")) }
        await mailer.fail(nil)
        try await mailer.send(letter("alert-2"))
        #expect(await mailer.sent.map(\.messageID) == ["alert-1@longkhanh.example.vn", "alert-2@longkhanh.example.vn"])
    }
}
