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
        @Option(help: "Vai trò; thêm vai trò nữa ở trang Tài khoản.") var role: Role
        @Option(help: "Mã đơn vị; bắt buộc với head và oneStopLead, vai trò khác: để trống là toàn cơ quan.")
        var unit: String?
        @Option(help: "Mã cán bộ; chỉ với official.") var official: String?

        func run() async throws {
            let grant = Grant(role: role, unit: unit.map(ID.init(_:)), official: official.map(ID.init(_:)))
            try await folders.withStore { store, baseURL in
                let token = try await store.write(as: .system) { [name, email] tx in
                    try tx.invite(name: name, email: email, grants: [grant.completed(in: tx.directory)])
                }
                Terminal.say("Đường dẫn đặt mật khẩu (72 giờ): \(baseURL)/office/welcome/\(token.text)")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Liệt kê tài khoản.")
        @OptionGroup var folders: FolderOptions

        func run() async throws {
            let today = LocalDay(RealWorld().now())
            for user in try folders.dataFolder.snapshot().read({ try $0.users() }) {
                let roles = user.grants.filter { $0.to.map { $0 >= today } ?? true }.map(words)
                Terminal.say(
                    [user.email, user.name, roles.joined(separator: ", "), state(user)].joined(separator: "\t"))
            }
        }

        /// "Thủ trưởng đơn vị (tu-phap, từ 2026-01-01)".
        private func words(_ grant: Grant) -> String {
            let limits = [
                grant.official?.rawValue, grant.unit?.rawValue, grant.from.map { "từ \($0)" },
                grant.to.map { "đến \($0)" },
            ].compactMap { $0 }
            return grant.role.words + (limits.isEmpty ? "" : " (\(limits.joined(separator: ", ")))")
        }

        private func state(_ user: User) -> String {
            if user.closedAt != nil { return "đã khóa" }
            if user.password == nil { return "chưa đặt mật khẩu" }
            return user.secondStepSince == nil ? "đang dùng" : "đang dùng, hai bước"
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "In đường dẫn mới để đặt lại mật khẩu.")
        @OptionGroup var folders: FolderOptions
        @Option(help: "Địa chỉ thư của tài khoản.") var email: String
        @ArgumentParser.Flag(help: "Gỡ cả xác thực hai bước: đã mất điện thoại và mã dự phòng.") var secondStep = false

        func run() async throws {
            try await folders.withStore { store, baseURL in
                let token = try await store.write(as: .system) { [email, secondStep] tx in
                    guard let user = try tx.user(email: email) else { throw Refusal.notFound }
                    if secondStep, user.secondStepSince != nil { try tx.dropSecondStep(of: user.id) }
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
