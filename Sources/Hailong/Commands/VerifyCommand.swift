import ArgumentParser
import Feedback
import Storage

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Đi hết nhật ký và nêu dòng đầu tiên không khớp với dòng trước nó.",
        discussion: "Với --line và --hash như in ở cuối báo cáo tháng, còn so dòng đó với tờ báo cáo.")
    @OptionGroup var folders: FolderOptions
    @Option(help: "Số dòng in trong báo cáo tháng.") var line: Int64?
    @Option(help: "Mã băm in cạnh số dòng đó, đủ 64 ký tự hoặc những ký tự đầu.") var hash: String?

    func validate() throws {
        guard (line == nil) == (hash == nil) else { throw ValidationError("--line và --hash đi cùng nhau.") }
        guard let hash else { return }
        guard plain(hash).count >= 8 else { throw ValidationError("Xin ghi ít nhất 8 ký tự của mã băm.") }
    }

    func run() async throws {
        let snapshot = try folders.dataFolder.snapshot()
        var found: JournalSeal?
        let check = try await ChainCheck.walk(
            onLine: { if $0.id == line { found = JournalSeal(line: $0.id, hash: $0.hash) } },
            { last in try snapshot.read { try $0.entries(after: last, kinds: [], limit: 10_000) } })
        if let broken = check.broken {
            Terminal.say("Dòng \(broken) của nhật ký không khớp: nhật ký đã bị sửa từ đây.")
            throw ExitCode(1)
        }
        if let line, let hash, !(found?.hex.hasPrefix(plain(hash)) ?? false) {
            Terminal.say("Dòng \(line) không còn như trong báo cáo: nhật ký đã bị viết lại.")
            throw ExitCode(1)
        }
        let end = check.seal.map { ", mã băm cuối \($0.hex)" } ?? ""
        Terminal.say("Nhật ký nguyên vẹn: \(check.lines) dòng\(end).")
    }

    /// Without the blanks between groups, as printed.
    private func plain(_ hash: String) -> String { hash.lowercased().filter { !$0.isWhitespace } }
}
