import ArgumentParser
import Feedback
import Foundation
import Kiosk
import Storage

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Tài khoản của cán bộ.", subcommands: [Add.self, List.self, Reset.self])
}

extension UserCommand {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tạo tài khoản và in đường dẫn dùng một lần để đặt mật khẩu.")
        @OptionGroup var folders: FolderOptions
        @Option(help: "Họ tên.") var name: String
        @Option(help: "Địa chỉ thư, cũng là tên đăng nhập.") var email: String
        @Option(help: "administrator, homeAffairs hoặc head.") var role: Role
        @Option(help: "Mã đơn vị mà người này phụ trách; bắt buộc với head.") var unit: String?

        func run() async throws {
            guard role != .head || unit != nil else { throw ValidationError("Vai trò head cần --unit.") }
            let grant = Grant(role: role, unit: unit.map(ID.init(_:)))
            try await folders.withStore { store, baseURL in
                let token = try await store.write(as: .system) { [name, email] tx in
                    try tx.invite(name: name, email: email, grants: [grant])
                }
                Terminal.say("Đường dẫn đặt mật khẩu (72 giờ): \(baseURL)/office/welcome/\(token.text)")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Liệt kê tài khoản.")
        @OptionGroup var folders: FolderOptions

        func run() async throws {
            for user in try folders.dataFolder.snapshot().read({ try $0.users() }) {
                let roles = user.grants.map { $0.role.words + ($0.unit.map { " (\($0))" } ?? "") }
                Terminal.say("\(user.email)\t\(user.name)\t\(roles.joined(separator: ", "))")
            }
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "In đường dẫn mới để đặt lại mật khẩu.")
        @OptionGroup var folders: FolderOptions
        @Option(help: "Địa chỉ thư của tài khoản.") var email: String

        func run() async throws {
            try await folders.withStore { store, baseURL in
                let token = try await store.write(as: .system) { [email] tx in
                    guard let user = try tx.user(email: email) else { throw Refusal.notFound }
                    return try tx.inviteAgain(user.id)
                }
                Terminal.say("Đường dẫn đặt mật khẩu (72 giờ): \(baseURL)/office/welcome/\(token.text)")
            }
        }
    }
}

extension Role: ExpressibleByArgument {}

extension FolderOptions {
    /// Opens the database for a change, under the folder's lock, with errors in words.
    func withStore(_ body: (SQLiteStore, _ baseURL: String) async throws -> Void) async throws {
        let lock = try dataFolder.lock()
        defer { withExtendedLifetime(lock) {} }
        guard dataFolder.hasDatabase else { throw DataFolderFault.noDatabase(dataFolder.database) }
        let (_, settings) = try KioskFolder.readOrExit(configFolder)
        let world = RealWorld()
        let store = try SQLiteStore(path: dataFolder.database, secrets: dataFolder.secrets(world), world: world)
        do {
            try await body(store, ServerOptions(settings, host: nil, port: nil).baseURL)
        } catch Refusal.invalid(let problems) {
            throw ValidationError(problems.problems.map(\.message).joined(separator: "\n"))
        } catch Refusal.notFound {
            throw ValidationError("Không tìm thấy.")
        }
    }
}
