import ArgumentParser
import Feedback
import Storage

struct RebuildTalliesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild-tallies", abstract: "Đếm lại mọi con số từ từng lượt đánh giá.")
    @OptionGroup var folders: FolderOptions

    func run() async throws {
        try await folders.withStore { store, _ in
            let differing = try await store.write(as: .system) { try $0.rebuildTallies() }
            while try await store.write(as: .system, { try $0.foldTallies() }) {}
            Terminal.say(
                differing == 0 ? "Các con số đang giữ đều đúng." : "Đã sửa \(differing) con số không khớp.")
        }
    }
}
