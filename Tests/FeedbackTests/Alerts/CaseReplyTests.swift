import Feedback
import Foundation
import TestSupport
import Testing

@Suite("The citizen behind the receipt")
struct CaseReplyTests {
    private static func word(_ text: String) throws -> CitizenWord { try CitizenWord(typed: text) }

    private static func receipt(_ fixture: Fixture) async throws -> Receipt {
        try #require(try await fixture.store.read { try $0.rating(id: 1) }).receipt
    }

    private static func answered() async throws -> (Fixture, Receipt) {
        let fixture = try await CaseTests.office()
        let answer = try CaseTests.sorry()
        try await CaseTests.write(fixture) { try $0.answer(1, answer, scope: .whole) }
        return (fixture, try await receipt(fixture))
    }

    private static func send(
        _ fixture: Fixture, _ body: @escaping @Sendable (any Writing) throws -> Void
    ) async throws {
        try await fixture.store.write(as: .citizen, body)
    }

    @Test("A word is added once in each state; sent twice it is one")
    func says() async throws {
        let fixture = try await CaseTests.office()
        let receipt = try await Self.receipt(fixture)
        let (first, second) = (try Self.word("Hồ sơ số 12."), try Self.word("Xin trả lời sớm."))
        try await Self.send(fixture) { try $0.say(first, receipt: receipt) }
        try await Self.send(fixture) { try $0.say(first, receipt: receipt) }
        await #expect(throws: Refusal.self) {
            try await Self.send(fixture) { try $0.say(second, receipt: receipt) }
        }
        try await CaseTests.write(fixture) { try $0.handle(1, scope: .whole) }
        // Telling somebody to handle it is no new state.
        try await Self.send(fixture) { try $0.say(second, receipt: receipt) }
        let file = try await CaseTests.file(fixture)
        #expect(file.steps.map(\.kind) == [.opened, .said, .acknowledged, .handling, .said])
        #expect(file.alert.step == .handling)
        #expect(file.steps.filter(\.isCitizens).map(\.text) == ["Hồ sơ số 12.", "Xin trả lời sớm."])
        let lines = try await fixture.journal().filter { $0.kind == "case.said" }
        #expect(lines.count == 2 && lines.allSatisfy { $0.details.isEmpty && $0.actor == "citizen" })
    }

    @Test("“Chưa được giải quyết” opens it again, with the deadline anew and a mail to those who knew; once")
    func returns() async throws {
        let (fixture, receipt) = try await Self.answered()
        while let mail = try await fixture.store.write(as: .system, { try $0.claimNextMail() }) {
            try await fixture.store.write(as: .system) { try $0.mailAccepted(mail) }
        }
        fixture.world.set(.inVietNam("2026-11-25", 9, 0))
        let word = try Self.word("Vẫn chưa có kết quả.")
        try await Self.send(fixture) { try $0.returnCase(word, receipt: receipt) }
        try await Self.send(fixture) { try $0.returnCase(word, receipt: receipt) }
        let file = try await CaseTests.file(fixture)
        #expect(file.steps.map(\.kind) == [.opened, .acknowledged, .answered, .returned])
        // Sixteen working hours of its category, from Wednesday at nine.
        #expect(file.alert.step == .returned && file.alert.isOpen)
        #expect(file.alert.dueAt == .inVietNam("2026-11-27", 10, 0))
        #expect(file.mails.count { $0.sentAt == nil } == 2)
        #expect(try await fixture.journal().last { $0.kind.hasPrefix("case.") }?.kind == "case.returned")

        let answer = try CaseAnswer(text: "Đã trả kết quả sáng nay.", finding: .confirmed, measure: "Trả hồ sơ.")
        try await CaseTests.write(fixture) { try $0.handle(1, scope: .whole) }
        try await CaseTests.write(fixture) { try $0.answer(1, answer, scope: .whole) }
        await #expect(throws: Refusal.self) {
            try await Self.send(fixture) { try $0.returnCase(Self.word("Vẫn chưa."), receipt: receipt) }
        }
        #expect(try await fixture.store.read { try $0.citizenCase(receipt).mayReturn } == false)
    }

    @Test("Before there is an answer, or when the days are over, it cannot be returned")
    func notNow() async throws {
        let fixture = try await CaseTests.office()
        let receipt = try await Self.receipt(fixture)
        let word = try Self.word("Chưa được.")
        await #expect(throws: Refusal.self) {
            try await Self.send(fixture) { try $0.returnCase(word, receipt: receipt) }
        }
        let answer = try CaseTests.sorry()
        try await CaseTests.write(fixture) { try $0.answer(1, answer, scope: .whole) }
        fixture.world.advance(seconds: 1, days: 7)
        await #expect(throws: Refusal.self) {
            try await Self.send(fixture) { try $0.returnCase(word, receipt: receipt) }
        }
        let unknown = Receipt(random: Array(40...52))
        await #expect(throws: Refusal.notFound) { try await Self.send(fixture) { try $0.say(word, receipt: unknown) } }
    }

    @Test("The head's closing takes nothing from the citizen's days")
    func closedEarly() async throws {
        let (fixture, receipt) = try await Self.answered()
        try await CaseTests.write(fixture) { try $0.close(1, scope: .whole) }
        let word = try Self.word("Chưa được.")
        try await Self.send(fixture) { try $0.returnCase(word, receipt: receipt) }
        #expect(try await CaseTests.file(fixture).alert.step == .returned)
    }

    @Test("An answered case ends by itself after seven days of silence; a word begins the days anew")
    func endsByItself() async throws {
        let (fixture, receipt) = try await Self.answered()
        func close() async throws -> Int {
            try await fixture.store.write(as: .system) { try $0.closeSilentCases() }
        }
        fixture.world.advance(days: 5)
        let word = try Self.word("Cảm ơn.")
        try await Self.send(fixture) { try $0.say(word, receipt: receipt) }
        fixture.world.advance(days: 7)
        #expect(try await close() == 0)
        fixture.world.advance(seconds: 1)
        #expect(try await close() == 1)
        #expect(try await close() == 0)
        let steps = try await CaseTests.file(fixture).steps
        #expect(steps.last?.kind == .closed && steps.last?.actor == "system")
        #expect(try await fixture.journal().last?.details == "after=7 days")
    }

    @Test("How many days, says the policy; an open case never ends by itself")
    func days() async throws {
        var configuration = KioskConfiguration.longKhanh
        configuration.alerts.cases.closesAfterDays = 2
        let fixture = try await Fixture(configuration)
        try await fixture.rate(level: .veryDissatisfied)
        try await fixture.rate(level: .veryDissatisfied, phone: Cast.tuan.phone)
        let answer = try CaseTests.sorry()
        try await CaseTests.write(fixture) { try $0.answer(2, answer, scope: .whole) }
        fixture.world.advance(days: 3)
        #expect(try await fixture.store.write(as: .system) { try $0.closeSilentCases() } == 1)
        #expect(try await fixture.alerts().map(\.step) == [.closed, .opened])
    }

    @Test(
        "A word is there, is short, and holds no phone or identity number; numbers of dossiers may stand in it",
        arguments: [
            ("", false), ("  \n ", false), ("Cảm ơn.", true), (String(repeating: "a", count: 1_000), true),
            (String(repeating: "a", count: 1_001), false), ("gọi 0912 345 678 nhé", false), ("0912.345.678", false),
            ("+84912345678", false), ("(84) 912-345-678", false), ("số 0251 3877 328", false),
            ("CCCD 075089001234", false),
            ("Hồ sơ H19.129-241120-0012", true), ("Tôi đến lúc 09:15 ngày 20/11/2026", true), ("lần 2, lần 3", true),
        ])
    func words(typed: String, isTaken: Bool) {
        #expect(((try? Self.word(typed)) != nil) == isTaken)
    }
}
