import ArgumentParser
import Feedback
import Storage

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Đi hết nhật ký và nêu dòng đầu tiên không khớp với dòng trước nó.")
    @OptionGroup var folders: FolderOptions

    func run() async throws {
        let snapshot = try folders.dataFolder.snapshot()
        var check = ChainCheck()
        var last: Int64 = 0
        while true {
            let entries = try snapshot.read { try $0.entries(after: last, kinds: [], limit: 10_000) }
            for entry in entries where !check.take(entry) {
                Terminal.say("Dòng \(entry.id) của nhật ký không khớp: nhật ký đã bị sửa từ đây.")
                throw ExitCode(1)
            }
            guard let end = entries.last else { break }
            last = end.id
        }
        Terminal.say("Nhật ký nguyên vẹn: \(check.lines) dòng.")
    }
}
