import ArgumentParser
import Feedback
import Foundation
import Kiosk
import Storage

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Kiểm tra, so sánh, áp dụng và xuất thư mục kiosk-config.",
        subcommands: [Check.self, Diff.self, Apply.self, Export.self])
}

extension ConfigCommand {
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Đọc thư mục cấu hình và nêu mọi chỗ sai.")
        @OptionGroup var folders: FolderOptions

        func run() async throws {
            let (configuration, _) = try KioskFolder.readOrExit(folders.configFolder)
            Terminal.say(
                "Cấu hình đúng: \(configuration.units.count) đơn vị, \(configuration.desks.count) quầy, "
                    + "\(configuration.officials.count) cán bộ, \(configuration.questionnaires.count) mẫu phiếu.")
        }
    }

    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Cho thấy thư mục cấu hình khác cơ sở dữ liệu ở đâu. Không thay đổi gì.")
        @OptionGroup var folders: FolderOptions

        func run() async throws {
            let (wanted, _) = try KioskFolder.readOrExit(folders.configFolder)
            let current = try folders.dataFolder.snapshot().read { $0.directory.configuration }
            let changes = KioskDiff.between(current: current, wanted: wanted)
            changes.forEach { Terminal.say("\($0)") }
            Terminal.say(changes.isEmpty ? "Không khác nhau." : "\(changes.count) chỗ khác nhau.")
        }
    }

    struct Apply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Áp dụng thư mục cấu hình vào cơ sở dữ liệu: tất cả, hoặc không gì cả.")
        @OptionGroup var folders: FolderOptions

        func run() async throws {
            let (wanted, _) = try KioskFolder.readOrExit(folders.configFolder)
            let lock = try folders.dataFolder.lock()
            let world = RealWorld()
            let store = try SQLiteStore(
                path: folders.dataFolder.database, secrets: folders.dataFolder.secrets(world), world: world)
            let changes = KioskDiff.between(current: store.directory.configuration, wanted: wanted)
            try await store.write(as: .system) { try $0.apply(wanted) }
            withExtendedLifetime(lock) {}
            changes.forEach { Terminal.say("\($0)") }
            Terminal.say("Đã áp dụng \(changes.count) thay đổi.")
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ghi cấu hình đang dùng ra một thư mục mới.")
        @OptionGroup var folders: FolderOptions

        @Argument(help: "Thư mục để ghi; phải chưa có hoặc còn trống.")
        var target: String

        func run() async throws {
            let configuration = try folders.dataFolder.snapshot().read { $0.directory.configuration }
            let url = URL(filePath: target, directoryHint: .isDirectory)
            let found = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
            guard found.isEmpty else { throw ValidationError("\(target) không trống. Xin chọn thư mục khác.") }
            let settings = (try? KioskFolder.read(folders.configFolder).1) ?? ServerSettings()
            try KioskFolder.write(configuration, settings, to: url)
            // The first line of each file points at its schema, which helps an editor to check while one types.
            let schema = folders.configFolder.appending(path: "schema")
            if FileManager.default.fileExists(atPath: schema.path) {
                try FileManager.default.copyItem(at: schema, to: url.appending(path: "schema"))
            }
            Terminal.say("Đã ghi cấu hình vào \(target).")
        }
    }
}

extension KioskFolder {
    /// Prints every fault with file, line and key, and ends the command.
    static func readOrExit(_ folder: URL) throws -> (KioskConfiguration, ServerSettings) {
        do {
            return try read(folder)
        } catch {
            Terminal.warn("\(error)")
            throw ExitCode(1)
        }
    }
}

extension DataFolder {
    /// A look at the database, also while a server runs.
    func snapshot() throws -> SQLiteSnapshot {
        guard hasDatabase else { throw DataFolderFault.noDatabase(database) }
        return try SQLiteSnapshot(path: database)
    }
}
