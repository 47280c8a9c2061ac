import ArgumentParser
import Feedback

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Chạy máy chủ.")
    @OptionGroup var folders: FolderOptions
    @OptionGroup var address: AddressOptions

    func run() async throws {
        let server = try await Server.open(folders, address, world: RealWorld())
        let link = try await server.firstAdministratorLink()
        try await server.run {
            if let link {
                Terminal.say("Tạo tài khoản quản trị: \(link)")
                Terminal.say("(Đường dẫn dùng một lần, trong 72 giờ. Khởi động lại sẽ in đường dẫn mới.)")
            }
        }
    }
}

struct AddressOptions: ParsableArguments {
    @Option(help: "Địa chỉ để nghe (HAILONG_HOST; mặc định theo server.yaml).") var host: String?
    @Option(help: "Cổng (HAILONG_PORT; mặc định theo server.yaml).") var port: Int?
}
