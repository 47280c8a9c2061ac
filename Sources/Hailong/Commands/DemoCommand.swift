import ArgumentParser
import Feedback
import Foundation
import Kiosk
import Storage

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Chạy thử với thành phố Long Khánh và một năm đánh giá tự nghĩ ra.")
    @OptionGroup var folders: FolderOptions
    @OptionGroup var address: AddressOptions
    @ArgumentParser.Flag(help: .hidden) var noHistory = false

    func run() async throws {
        let people = try await prepare()
        let server = try await Server.open(folders, address, world: RealWorld())
        try await server.run {
            let directory = server.store.directory
            if let desk = directory.configuration.desks.first(where: { $0.id == DemoPeople.shownDesk })
                ?? directory.configuration.desks.first, let code = directory.code(of: desk.id)
            {
                Terminal.say("Phiếu: \(server.options.baseURL)/Q/\(code)")
            }
            Terminal.say("Thẻ in: \(server.options.baseURL)/office/cards")
            for person in people.shown(in: directory) {
                // The start of the line is what scripts read.
                let line = "Đăng nhập (vai trò \(person.role.rawValue)): \(person.email) / \(person.password)"
                Terminal.say("\(line)  · \(person.role.words)")
            }
        }
    }

    /// Lives the past year on a clock of its own, with the real verbs; then the server starts on the real clock.
    private func prepare() async throws -> DemoPeople {
        let data = folders.dataFolder
        let lock = try data.lock()
        defer { withExtendedLifetime(lock) {} }
        let isNew = !data.hasDatabase
        let now = RealWorld().now()
        let secrets = try data.secrets(RealWorld())
        let people = DemoPeople(secrets: secrets)
        guard isNew else { return people }
        let (configuration, _) = try KioskFolder.readOrExit(folders.configFolder)
        let clock = DemoClock(seed: Self.seed, start: DemoHistory.start(before: now))
        let store = try SQLiteStore(path: data.database, secrets: secrets, world: clock)
        try await store.write(as: .system) { try $0.apply(configuration) }
        try await people.insert(into: store)
        if noHistory { return people }
        var progress = ProgressLine("Đang nghĩ ra một năm đánh giá")
        try await DemoHistory(seed: Self.seed).generate(into: store, clock: clock, until: now) { share in
            progress.show(share)
        }
        return people
    }

    /// The same codes, officials and ratings in every demo.
    private static let seed: UInt64 = 2_024
}
