import ArgumentParser
import Feedback
import Foundation
import Kiosk
import Storage

/// Data for measuring: forms as a phone would send them, signed and each good for one rating (`--count`), or a year of
/// ratings in an empty data folder (`--ratings`).
struct BenchDataCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-data",
        abstract: "Tạo dữ liệu để đo tốc độ.",
        discussion: """
            Ví dụ:
              hailong bench-data --count 1000 --out phieu.tsv      phiếu đã ký, mỗi dòng 'đường dẫn<TAB>nội dung'
              hailong bench-data --ratings 10000000 --data thu     một năm đánh giá trong thư mục dữ liệu trống
            Chỉ để thử: các lượt này không có số điện thoại, không mở vụ việc, không có dòng nhật ký riêng.
            """)
    @OptionGroup var folders: FolderOptions
    @Option(help: "Số phiếu đã ký.") var count: Int?
    @Option(help: "Tệp để ghi phiếu.") var out: String?
    @Option(help: "Tỷ lệ phiếu xấu, 0..1.") var bad = 0.05
    @Option(help: "Số lượt đánh giá của mười hai tháng đã qua.") var ratings: Int?
    @Option(help: "Số đơn vị.") var units = 60
    @Option(help: "Số công chức, mỗi người một quầy.") var officials = 300

    func validate() throws {
        guard (count == nil) == (out == nil), (count == nil) != (ratings == nil) else {
            throw ValidationError("Xin dùng --count với --out, hoặc --ratings.")
        }
        guard (1...10_000).contains(units), (units...100_000).contains(officials), (ratings ?? 1) > 0 else {
            throw ValidationError("Cần ít nhất một lượt, một đơn vị, và số công chức không ít hơn số đơn vị.")
        }
    }

    func run() async throws {
        if let count, let out { try writeForms(count, to: out) }
        if let ratings { try await fill(ratings) }
    }

    private func fill(_ ratings: Int) async throws {
        let (began, world, data) = (ContinuousClock.now, RealWorld(), folders.dataFolder)
        let lock = try data.lock()
        defer { withExtendedLifetime(lock) {} }
        guard !data.hasDatabase else {
            throw ValidationError("Thư mục dữ liệu này đã có dữ liệu. Xin chọn thư mục trống.")
        }
        let (base, _) = try KioskFolder.readOrExit(folders.configFolder)
        let today = LocalDay(world.now())
        let since = (0..<12).reduce(today.month) { month, _ in month.previous }.firstDay
        let city = BenchCity(base, units: units, officials: officials, since: since, on: since)
        guard let city else { throw ValidationError("Cấu hình không có mẫu phiếu tại quầy.") }
        let store = try SQLiteStore(path: data.database, secrets: data.secrets(world), world: world)
        try await store.write(as: .system) { try $0.apply(city.configuration) }
        // Twelve whole months and what there is of this one, Monday to Friday.
        let days = (since.number..<today.number).map(LocalDay.init(number:)).filter { $0.weekday <= 5 }
        let bench = BenchFill(
            ratings: ratings, days: days, questionnaire: city.questionnaire, desks: city.places,
            proceduresOfField: BenchCity.proceduresOfField)
        var progress = ProgressLine("Đang tạo \(ratings) lượt")
        try store.fill(bench) { progress.show($0) }
        Terminal.say("Đã ghi sau \(seconds(since: began)) giây. Đang cộng các tháng …")
        while try await store.write(as: .system, { try $0.foldTallies() }) {}
        try await store.write(as: .system) { try $0.log(.talliesRebuilt, about: "tally", "bench=\(ratings)") }
        Terminal.say("Xong sau \(seconds(since: began)) giây: \(ratings) lượt trong \(data.url.path).")
    }

    private func seconds(since began: ContinuousClock.Instant) -> Int {
        Int((ContinuousClock.now - began).components.seconds)
    }

    private func writeForms(_ count: Int, to out: String) throws {
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
