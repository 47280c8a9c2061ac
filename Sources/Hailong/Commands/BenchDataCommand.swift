import ArgumentParser
import Feedback
import Foundation
import Storage

/// Forms as a phone would send them, signed and each good for one rating: for load and crash tests.
struct BenchDataCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-data",
        abstract: "Ghi sẵn nhiều phiếu đã ký để thử tải: mỗi dòng 'đường dẫn<TAB>nội dung'.", shouldDisplay: false)
    @OptionGroup var folders: FolderOptions
    @Option(help: "Số phiếu.") var count: Int
    @Option(help: "Tệp để ghi.") var out: String
    @Option(help: "Tỷ lệ phiếu xấu, 0..1.") var bad = 0.05

    func run() async throws {
        let world = RealWorld()
        let secrets = try folders.dataFolder.secrets(world)
        let directory = try folders.dataFolder.snapshot().read { $0.directory }
        let codes = directory.configuration.desks.compactMap { directory.code(of: $0.id) }
        let criteria = directory.deskQuestionnaire(on: LocalDay(world.now()))?.criteria ?? []
        guard !codes.isEmpty, !criteria.isEmpty else { throw ValidationError("Chưa có quầy hoặc mẫu phiếu nào.") }
        let openedAt = world.now().addingTimeInterval(-60)
        var text = ""
        for index in 0..<count {
            let code = codes[index % codes.count]
            let dice = world.random(16 + criteria.count + 1)
            let visit = Visit(openedAt: openedAt, nonce: Array(dice.prefix(16)))
            let isBad = Double(dice[16 + criteria.count]) / 256 < bad
            let answers = zip(criteria, dice.dropFirst(16)).map { criterion, die in
                "answer%5B\(criterion.id)%5D=\(isBad ? Int(die) % 2 + 1 : Int(die) % 3 + 3)"
            }
            let digits = String(index)
            let phone = "095" + String(repeating: "0", count: 7 - digits.count) + digits
            text += "/q/\(code)\tvisit=\(visit.token(for: code, secrets: secrets))&\(answers.joined(separator: "&"))"
            text += "&stage=received&comment=&phone=\(phone)\n"
        }
        try Data(text.utf8).write(to: URL(filePath: out), options: .atomic)
    }
}
