import Feedback
import TestSupport
import Testing

@Suite("The configured world")
struct DirectoryTests {
    @Test("A card that was withdrawn names the desk and its new code")
    func rotated() async throws {
        let fixture = try await Fixture()
        let old = try fixture.code(of: "q03")
        let new = try await fixture.store.write(as: .user(1)) { try $0.rotateCode(of: "q03") }
        #expect(new != old && fixture.directory.code(of: "q03") == new)
        #expect(throws: Refusal.retiredCode(desk: "Quầy 3 – Chứng thực, hộ tịch", code: new)) {
            try fixture.directory.open(old, on: fixture.today)
        }
        #expect(try fixture.directory.open(new, on: fixture.today).id == "q03")
        try await fixture.store.write(as: .user(1)) { try $0.retireDesk("q03") }
        #expect(throws: Refusal.retiredCode(desk: "Quầy 3 – Chứng thực, hộ tịch", code: nil)) {
            try fixture.directory.open(new, on: fixture.today)
        }
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.write(as: .user(1)) { try $0.retireDesk("q03") }
        }
        await #expect(throws: Refusal.notFound) {
            try await fixture.store.write(as: .user(1)) { try $0.rotateCode(of: "nowhere") }
        }
    }

    @Test("A desk takes ratings from its first day to its last, and within the campaign")
    func open() async throws {
        var configuration = KioskConfiguration.longKhanh
        configuration.desks[0].validFrom = .on("2026-11-10")
        configuration.desks[0].validTo = .on("2026-11-20")
        configuration.form.opens = .on("2026-11-12")
        configuration.form.closes = .on("2026-11-30")
        let fixture = try await Fixture(configuration)
        let (desk3, desk7) = (try fixture.code(of: "q03"), try fixture.code(of: "q07"))
        let directory = fixture.directory
        for day in ["2026-11-09", "2026-11-11"] {
            #expect(throws: Refusal.closed) { try directory.open(desk3, on: .on(day)) }
        }
        for day in ["2026-11-12", "2026-11-20"] { #expect(try directory.open(desk3, on: .on(day)).id == "q03") }
        #expect(
            throws: Refusal.closedDesk(
                ClosedDesk(
                    desk: "Quầy 3 – Chứng thực, hộ tịch", unit: "Bộ phận Tiếp nhận và Trả kết quả",
                    lastDay: .on("2026-11-20"),
                    heirs: [
                        .init(
                            desk: "Quầy 7 – Đất đai", unit: "Bộ phận Tiếp nhận và Trả kết quả",
                            code: try fixture.code(of: "q07"))
                    ], places: ["Bộ phận Tiếp nhận và Trả kết quả"]))
        ) { try directory.open(desk3, on: .on("2026-11-21")) }
        #expect(try directory.open(desk7, on: .on("2026-11-30")).id == "q07")
        #expect(throws: Refusal.closed) { try directory.open(desk7, on: .on("2026-12-01")) }
        #expect(throws: Refusal.notFound) { try directory.open(DeskCode(random: Array(0..<10)), on: .on("2026-11-20")) }
    }

    @Test("A posting covers its days and weekdays, both ends included")
    func postings() {
        let posting = Posting(
            desk: "q03", official: "minh", from: .on("2026-11-16"), to: .on("2026-11-27"), weekdays: [1, 5])
        for (day, covers) in [
            ("2026-11-13", false), ("2026-11-16", true), ("2026-11-17", false), ("2026-11-20", true),
            ("2026-11-23", true), ("2026-11-27", true), ("2026-11-30", false),
        ] {
            #expect(posting.covers(.on(day)) == covers, "\(day)")
        }
        let other = { (from: String, weekdays: [Int]) in
            Posting(desk: "q03", official: "khoa", from: .on(from), weekdays: weekdays)
        }
        #expect(posting.overlaps(other("2026-11-01", [5])) && !posting.overlaps(other("2026-11-01", [2, 3])))
        #expect(!posting.overlaps(other("2026-11-28", [])) && posting.overlaps(other("2026-11-27", [])))
    }

    @Test("The newest version in force is asked; old ones stay known")
    func versions() {
        var second = Questionnaire.atTheDesk
        second.version = 2
        second.from = .on("2026-12-01")
        var configuration = KioskConfiguration.longKhanh
        configuration.questionnaires.append(second)
        let both = Directory(configuration: configuration, codes: [], version: 1)
        #expect(both.deskQuestionnaire(on: .on("2025-12-31")) == nil)
        #expect(both.deskQuestionnaire(on: .on("2026-11-30"))?.version == 1)
        #expect(both.deskQuestionnaire(on: .on("2026-12-01"))?.version == 2)
        let past = Directory(configuration: .longKhanh, codes: [], version: 1, past: [second])
        #expect(past.questionnaire("LK@2") == second && past.deskQuestionnaire(on: .on("2026-12-01"))?.version == 1)
    }
    @Test("A desk is called by its sign; where another has the same, its unit stands with it")
    func signs() {
        var configuration = KioskConfiguration.longKhanh
        #expect(Directory(configuration: configuration, codes: [], version: 1).sign(of: "q07") == "Quầy 7 – Đất đai")
        for place in configuration.desks.indices where configuration.desks[place].id != "q07" {
            configuration.desks[place].name = "Hộ tịch"
        }
        let directory = Directory(configuration: configuration, codes: [], version: 1)
        let unit = directory.unit("xuan-hoa")?.name ?? ""
        #expect(directory.sign(of: "q09") == "Hộ tịch, \(unit)" && !unit.isEmpty)
        #expect(directory.sign(of: "q07") == "Quầy 7 – Đất đai")
        #expect(directory.sign(of: "gone") == "gone")
    }

    @Test("The picture of a day is drawn once, however many ask, and only so many are kept")
    func pictures() {
        let directory = Directory(configuration: .longKhanh, codes: [], version: 1)
        #expect(directory.on(.on("2026-05-31")) === directory.on(.on("2026-05-31")))
        let first = directory.on(.on("2026-01-01"))
        for day in 1...20 { _ = directory.on(LocalDay.on("2026-02-01").adding(days: day)) }
        #expect(directory.on(.on("2026-01-01")) !== first && directory.on(.on("2026-01-01")).day == first.day)
    }
}
