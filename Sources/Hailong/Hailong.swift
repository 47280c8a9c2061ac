import ArgumentParser

/// `hailong`: one program, one folder of configuration, one folder of data.
@main
struct Hailong: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hailong",
        abstract: "Hài Lòng: người dân đánh giá sự phục vụ tại quầy, lãnh đạo biết ngay và trả lời.",
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, DemoCommand.self, ConfigCommand.self, QRCommand.self, ReportCommand.self,
            UserCommand.self, BackupCommand.self, ExportCommand.self, VerifyCommand.self, RebuildTalliesCommand.self,
            BenchDataCommand.self,
        ])
}
