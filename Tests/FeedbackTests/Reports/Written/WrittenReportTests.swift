import Feedback
import Foundation
import TestSupport
import Testing

@Suite("The written report")
struct WrittenReportTests {
    private func november(_ unit: ID<Feedback.Unit>? = nil) throws -> ReportSubject {
        try ReportSubject(period: try #require(Period(rawValue: "2026-11")), unit: unit)
    }

    /// A city with a November that is over: 40 good ratings at desk 3, 6 bad ones at desk 7, read on 1 December.
    private func city() async throws -> Fixture {
        let city = try await Fixture(at: .inVietNam("2026-11-10", 9, 0))
        for index in 0..<40 { try await city.rate("q03", level: .verySatisfied, phone: Fixture.phone(index)) }
        for index in 40..<46 { try await city.rate("q07", level: .dissatisfied, phone: Fixture.phone(index)) }
        city.world.set(.inVietNam("2026-12-01", 8, 0))
        return city
    }

    private func write(_ city: Fixture, _ subject: ReportSubject) async throws {
        try await city.store.write(as: .user(1)) {
            try $0.writeReport(subject, [.shortcomings: "Còn chậm.", .solutions: "Sẽ nhanh hơn."])
        }
    }

    private func late(_ city: Fixture) async throws {
        let now = city.now
        city.world.set(.inVietNam("2026-11-28", 9, 0))
        try await city.rate("q07", level: .verySatisfied, phone: Fixture.phone(77))
        city.world.set(now)
    }

    @Test("The same month twice gives the same bytes, and the same figures the same number")
    func twice() async throws {
        let city = try await city(), subject = try november()
        let first = try await city.store.read { try $0.reportFigures(subject).canonical }
        city.world.advance(days: 1)
        let asOf = Date.inVietNam("2026-12-01", 8, 0)
        let second = try await city.store.read { try $0.reportFigures(subject, asOf: asOf).canonical }
        #expect(first == second)
        #expect(ReportFigures.snapshotID(of: first) == ReportFigures.snapshotID(of: second))
        #expect(ReportFigures.snapshotID(of: first).utf8.count == 10)
        #expect(!first.contains("."), "only counts and names: \(first)")
    }

    @Test("A frozen report keeps the head and the signature of its day; a draft has those of now")
    func form() async throws {
        let city = try await city(), subject = try november()
        try await write(city, subject)
        try await city.store.write(as: .user(1)) { _ = try $0.freezeReport(subject) }
        let then = try await city.store.read { $0.directory.reportForm }
        var configuration = KioskConfiguration.longKhanh
        var form = then
        form.signature = ["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"]
        configuration.reports = form
        let changed = configuration
        try await city.store.write(as: .system) { try $0.apply(changed) }
        let frozen = try await city.store.read { try $0.writtenReport(subject, scope: .whole) }
        #expect(frozen.edition?.form == then && then != form)
        #expect(try await city.store.read { $0.directory.reportForm } == form)
    }

    @Test("The figures are those of the tallies: by unit, desk, criterion, channel, with the period before")
    func figures() async throws {
        let city = try await city(), subject = try november()
        let figures = try await city.store.read { try $0.reportFigures(subject) }
        #expect(figures.headline.ratings == 46 && figures.headline.figure.satisfied == 40)
        #expect(figures.units.map(\.id) == ["noi-vu", "tu-phap", "dat-dai", "xuan-hoa"])
        #expect(figures.units.map(\.ratings) == [0, 40, 6, 0])
        #expect(figures.desks.first { $0.id == "q07" }?.counts.n2 == 6)
        #expect(figures.criteria.count == 5 && figures.question == figures.criteria.last?.name)
        #expect(figures.officials.first { $0.id == "minh" }?.ratings == 40)
        #expect(figures.deployment.desks == 3 && figures.deployment.desksWithRatings == 2)
        #expect(figures.months.count == 12 && figures.months.last?.ratings == 46)
        let december = try ReportSubject(period: try #require(Period(rawValue: "2026-12")))
        let next = try await city.store.read { try $0.reportFigures(december) }
        #expect(next.headline.ratings == 0 && next.previous.ratings == 46)
        let quarter = try ReportSubject(period: try #require(Period(rawValue: "2026-Q4")))
        #expect(try await city.store.read { try $0.reportFigures(quarter) }.headline.ratings == 46)
    }

    @Test("Frozen figures stay; a late form is told, and goes into a numbered amendment that says what changed")
    func amendment() async throws {
        let city = try await city(), subject = try november()
        try await write(city, subject)
        let frozen = try await city.store.write(as: .user(1)) { try $0.freezeReport(subject) }
        #expect(frozen.number == 0 && !frozen.seal.hash.isEmpty)
        #expect(try await city.store.read { try $0.reportDrift(subject) }.isEmpty)
        await #expect(throws: Refusal.self) {
            try await city.store.write(as: .user(1)) { try $0.amendReport(subject, because: "Không có gì") }
        }
        try await late(city)
        let drift = try await city.store.read { try $0.reportDrift(subject) }
        #expect(drift.first?.part == .whole)
        #expect(drift.contains { $0.part == .desks && $0.name.hasPrefix("Quầy 7") })
        let kept = try await city.store.read { try $0.writtenReport(subject, scope: .whole) }
        #expect(kept.figures == frozen.figures && kept.isLatest)
        await #expect(throws: Refusal.self) {
            try await city.store.write(as: .user(1)) { try $0.amendReport(subject, because: "  ") }
        }
        let amended = try await city.store.write(as: .user(1)) {
            try $0.amendReport(subject, because: "Phiếu giấy nhập muộn")
        }
        #expect(amended.number == 1 && amended.figures.headline.ratings == 47)
        #expect(amended.snapshot != frozen.snapshot)
        let now = try await city.store.read { try $0.writtenReport(subject, scope: .whole) }
        #expect(now.edition?.number == 1 && now.differences.count == drift.count)
        let old = try await city.store.read { try $0.writtenReport(subject, scope: .whole, edition: 0) }
        #expect(old.figures == frozen.figures && old.edition?.snapshot == frozen.snapshot)
        await #expect(throws: Refusal.notFound) {
            try await city.store.read { try $0.writtenReport(subject, scope: .whole, edition: 2) }
        }
        let kinds = try await city.journal().map(\.kind)
        #expect(kinds.count { $0 == "report.frozen" } == 1 && kinds.count { $0 == "report.amended" } == 1)
    }

    @Test("The words are frozen with the figures")
    func words() async throws {
        let city = try await city(), subject = try november()
        try await write(city, subject)
        try await city.store.write(as: .user(1)) { _ = try $0.freezeReport(subject) }
        await #expect(throws: Refusal.self) {
            try await city.store.write(as: .user(1)) { try $0.writeReport(subject, [.results: "Thêm"]) }
        }
        let again = try await city.store.write(as: .user(1)) { try $0.freezeReport(subject) }
        #expect(again.number == 0, "frozen twice is frozen once")
    }

    @Test("A month that runs is not frozen, nor one without the words on shortcomings and solutions")
    func refusals() async throws {
        let city = try await city(), subject = try november()
        let december = try ReportSubject(period: try #require(Period(rawValue: "2026-12")))
        await #expect(throws: Refusal.self) {
            try await city.store.write(as: .user(1)) { try $0.freezeReport(december) }
        }
        do {
            _ = try await city.store.write(as: .user(1)) { try $0.freezeReport(subject) }
            Issue.record("frozen without words")
        } catch Refusal.invalid(let problems) {
            #expect(problems.problems.map(\.field) == ["shortcomings", "solutions"])
        }
        let open: [ReportSection: String] = [.shortcomings: "Chậm. Nguyên nhân: …", .solutions: "Nhanh hơn."]
        try await city.store.write(as: .user(1)) { try $0.writeReport(subject, open) }
        await #expect(throws: Refusal.self, "what is still to be filled in is no report") {
            try await city.store.write(as: .user(1)) { try $0.freezeReport(subject) }
        }
        let long = String(repeating: "a", count: ReportSection.longest + 1)
        await #expect(throws: Refusal.self) {
            try await city.store.write(as: .user(1)) { try $0.writeReport(subject, [.results: long]) }
        }
        #expect(throws: Refusal.self) { try ReportSubject(period: #require(Period(rawValue: "2026-W47"))) }
    }

    @Test("Shortcomings and solutions carry over to the next month as a draft; remarks do not")
    func carried() async throws {
        let city = try await city(), subject = try november()
        try await city.store.write(as: .user(1)) {
            try $0.writeReport(subject, [.shortcomings: "Còn chậm.", .results: "Riêng tháng này"])
        }
        try await city.store.write(as: .user(1)) {
            try $0.writeReport(subject, [.shortcomings: "Còn chậm ở quầy 7.", .results: "Riêng tháng này"])
        }
        let written = try await city.store.read { try $0.writtenReport(subject, scope: .whole) }
        #expect(written.part(.shortcomings)?.history.count == 2, "what was written first is kept")
        #expect(written.part(.results)?.history.count == 1, "what did not change makes no row")
        let december = try ReportSubject(period: try #require(Period(rawValue: "2026-12")))
        let next = try await city.store.read { try $0.writtenReport(december, scope: .whole) }
        #expect(next.part(.shortcomings)?.body == "Còn chậm ở quầy 7.")
        #expect(next.part(.shortcomings)?.source == .carried(from: subject.period))
        #expect(next.part(.results)?.source == .empty)
        #expect(next.part(.shortcomings)?.isWritten == false)
        try await city.store.write(as: .user(1)) {
            try $0.writeReport(december, [.shortcomings: "Còn chậm ở quầy 7."])
        }
        let saved = try await city.store.read { try $0.writtenReport(december, scope: .whole) }
        #expect(saved.part(.shortcomings)?.isWritten == true, "saved as it is, it is this month's own")
    }

    @Test("chị Hạnh reads the report of her unit alone; what went past her is not in it")
    func scope() async throws {
        let city = try await city(), now = city.now
        city.world.set(.inVietNam("2026-11-12", 9, 0))
        try await city.rate("q03", level: .veryDissatisfied, reasons: [.unofficialPayment])
        try await city.rate("q03", level: .veryDissatisfied, phone: Cast.tuan.phone)
        city.world.set(now)
        let own = try november("tu-phap"), other = try november("dat-dai"), whole = try november()
        let report = try await city.store.read { try $0.writtenReport(own, scope: Cast.scopeOfHanh) }
        #expect(report.figures.headline.ratings == 42 && report.figures.unitName == "Phòng Tư pháp")
        #expect(report.figures.allCases.raised == 1)
        #expect(report.figures.officials.map(\.id) == ["minh"])
        for subject in [other, whole] {
            await #expect(throws: Refusal.notFound) {
                try await city.store.read { try $0.writtenReport(subject, scope: Cast.scopeOfHanh) }
            }
        }
        let all = try await city.store.read { try $0.writtenReport(whole, scope: .whole) }
        #expect(all.figures.allCases.raised == 8)
    }

    @Test("Cases count by their first answer and first deadline, as of the moment of the report")
    func cases() async throws {
        let city = try await Fixture(at: .inVietNam("2026-11-10", 9, 0)), subject = try november()
        for index in 0..<3 { try await city.rate("q07", level: .dissatisfied, phone: Fixture.phone(index)) }
        let alerts = try await city.alerts().map(\.id).sorted()
        let answer = try CaseAnswer(text: "Đã xem lại.", finding: .confirmed, measure: "Nhắc nhở.")
        city.world.advance(hours: 1)
        let first = alerts[0], second = alerts[1]
        try await city.store.write(as: .user(1)) { try $0.answer(first, answer, scope: .whole) }
        city.world.set(.inVietNam("2026-11-30", 9, 0))
        let unfounded = try CaseAnswer(text: "Không đúng.", finding: .unfounded)
        try await city.store.write(as: .user(1)) { try $0.answer(second, unfounded, scope: .whole) }
        city.world.set(.inVietNam("2026-12-01", 8, 0))
        let sum = try await city.store.read { try $0.reportFigures(subject).allCases }
        #expect([sum.raised, sum.inTime, sum.late, sum.waiting, sum.overdue] as [Int] == [3, 1, 1, 1, 1])
        #expect([sum.confirmed, sum.unfounded, sum.unclear, sum.measures] as [Int] == [1, 1, 0, 1])
        let before = Date.inVietNam("2026-11-20", 8, 0)
        let then = try await city.store.read { try $0.reportFigures(subject, asOf: before).allCases }
        #expect([then.raised, then.inTime, then.late, then.waiting] as [Int] == [3, 1, 0, 2])
    }

    @Test("On the first working day of a month home affairs is told once, with a link and no figure")
    func reminder() async throws {
        let city = try await city()
        // 1 December 2026 is a Tuesday.
        city.world.set(.inVietNam("2026-12-01", 7, 0))
        #expect(try await city.store.write(as: .system) { try $0.remindOfReports() } == nil)
        city.world.set(.inVietNam("2026-12-01", 7, 30))
        #expect(try await city.store.write(as: .system) { try $0.remindOfReports() } == 1)
        #expect(try await city.store.write(as: .system) { try $0.remindOfReports() } == nil)
        let next = try await city.store.read { try $0.nextReportReminder() }
        // 1 January 2027 is a Friday; nobody told this office that it is a holiday.
        #expect(next == .inVietNam("2027-01-01", 7, 30))
        #expect(Month(figure: 202_611)?.rawValue == "2026-11")
    }

    @Test("With a year three reports end")
    func ending() throws {
        let december = try #require(Month(rawValue: "2026-12")), september = try #require(Month(rawValue: "2026-09"))
        let words = ReportSubject.ending(with: december).map(\.rawValue)
        #expect(words == ["2026-12", "2026-Q4", "2026-H2", "2026"])
        #expect(ReportSubject.ending(with: september).map(\.rawValue) == ["2026-09", "2026-Q3", "2026-9M"])
    }

    @Test("The list knows what was frozen and what has words")
    func states() async throws {
        let city = try await city(), subject = try november()
        try await write(city, subject)
        try await city.store.write(as: .user(1)) { _ = try $0.freezeReport(subject) }
        let states = try await city.store.read { try $0.reportStates(of: ["2026-11", "2026-12"]) }
        #expect(states.map(\.editions) == [1] && states.first?.hasTexts == true)
    }

    @Test("Without reports.yaml the head of a report follows from the names of the authority")
    func form() {
        let form = ReportForm(authority: "UBND thành phố Long Khánh", homeAffairs: "Phòng Nội vụ")
        #expect(form.symbol == "BC-PNV" && form.place == "Long Khánh")
        #expect(form.area == "trên địa bàn thành phố Long Khánh")
        let ward = ReportForm(authority: "UBND phường Bình Lộc", homeAffairs: "Phòng Văn hóa – Xã hội")
        #expect(ward.symbol == "BC-PVHXH" && ward.place == "Bình Lộc")
    }
}
