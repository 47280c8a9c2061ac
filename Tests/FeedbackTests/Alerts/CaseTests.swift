import Feedback
import Foundation
import TestSupport
import Testing

@Suite("A case on its way")
struct CaseTests {
    /// An office with chị Hạnh (user 1), anh Dũng (2) and anh Phúc (3), and one bad rating at desk 3.
    static func office(reasons: [Reason] = []) async throws -> Fixture {
        let fixture = try await Fixture()
        let people: [(Head, Grant)] = [
            (Cast.hanh, Grant(role: .head, unit: "tu-phap")), (Cast.dung, Grant(role: .head, unit: "dat-dai")),
            (Cast.phuc, Grant(role: .homeAffairs)), (Cast.tam, Grant(role: .leadership)),
        ]
        for (head, grant) in people {
            try await fixture.store.write(as: .system) {
                _ = try $0.insertUser(User(id: 0, name: head.name, email: head.email, grants: [grant]))
            }
        }
        try await fixture.rate(level: .veryDissatisfied, reasons: reasons)
        return fixture
    }

    static func write(
        _ fixture: Fixture, as user: Int64 = 1, _ body: @escaping @Sendable (any Writing) throws -> Void
    ) async throws {
        try await fixture.store.write(as: .user(user), body)
    }

    static func sorry() throws -> CaseAnswer {
        try CaseAnswer(text: " Đã xin lỗi. ", finding: .confirmed, measure: "Nhắc nhở.")
    }

    static func file(_ fixture: Fixture, _ scope: Scope = .whole) async throws -> CaseFile {
        try await fixture.store.read { try $0.caseFile(1, scope: scope) }
    }

    @Test("Chị Hạnh takes it on, looks into it, answers and ends it; each step names her and its time")
    func wholeWay() async throws {
        let fixture = try await Self.office()
        let (scope, answer) = (Cast.scopeOfHanh, try Self.sorry())
        let verbs: [@Sendable (any Writing) throws -> Void] = [
            { try $0.acknowledge(1, scope: scope) }, { try $0.handle(1, scope: scope) },
            { try $0.answer(1, answer, scope: scope) }, { try $0.close(1, scope: scope) },
        ]
        for verb in verbs {
            fixture.world.advance(minutes: 10)
            try await Self.write(fixture, verb)
            // A second tap.
            try await Self.write(fixture, verb)
        }
        let file = try await Self.file(fixture, scope)
        #expect(file.steps.map(\.kind) == [.opened, .acknowledged, .handling, .answered, .closed])
        #expect(file.steps.map(\.actor) == ["citizen"] + Array(repeating: "user:1", count: 4))
        #expect(file.steps.map { Int($0.at.timeIntervalSince(.fridayMorning)) / 60 } == [0, 10, 20, 30, 40])
        let said = try #require(file.steps.first { $0.kind == .answered })
        #expect(said.text == "Đã xin lỗi." && said.finding == .confirmed && said.measure == "Nhắc nhở.")
        #expect(file.alert.step == .closed && !file.alert.isOpen && file.name(of: "user:1") == Cast.hanh.name)
        let lines = try await fixture.journal().filter { $0.kind.hasPrefix("case.") }
        #expect(lines.map(\.kind) == ["case.acknowledged", "case.handled", "case.answered", "case.closed"])
        #expect(lines.allSatisfy { $0.subject == "alert:1" && !$0.details.contains("xin lỗi") })
    }

    @Test("Whoever answers at once has acknowledged, too")
    func atOnce() async throws {
        let fixture = try await Self.office()
        let answer = try Self.sorry()
        try await Self.write(fixture) { try $0.answer(1, answer, scope: .whole) }
        #expect(try await Self.file(fixture).steps.map(\.kind) == [.opened, .acknowledged, .answered])
    }

    @Test("What does not fit the state is refused with a sentence, and nothing is written")
    func refused() async throws {
        let fixture = try await Self.office()
        await #expect(throws: Refusal.caseStep("Chưa kết thúc được: vụ việc chưa có câu trả lời.")) {
            try await Self.write(fixture) { try $0.close(1, scope: .whole) }
        }
        let answer = try Self.sorry()
        try await Self.write(fixture) { try $0.answer(1, answer, scope: .whole) }
        let other = try CaseAnswer(text: "Khác", finding: .unfounded)
        await #expect(throws: Refusal.caseStep("Vụ việc đã được trả lời. Câu trả lời đã gửi thì không sửa được.")) {
            try await Self.write(fixture) { try $0.answer(1, other, scope: .whole) }
        }
        await #expect(throws: Refusal.self) {
            try await Self.write(fixture) { try $0.acknowledge(1, scope: .whole) }
        }
        #expect(try await Self.file(fixture).steps.count == 3)
    }

    @Test("An answer says what was found, what was done about what is true, and something to the citizen")
    func answers() throws {
        func problems(_ text: String, _ finding: Finding?, _ measure: String = "") -> [String] {
            let answer = Result { () throws(Refusal) in
                try CaseAnswer(text: text, finding: finding, measure: measure)
            }
            guard case .failure(.invalid(let problems)) = answer else { return [] }
            return problems.problems.map(\.field)
        }
        #expect(problems("Xong", .confirmed, "Nhắc nhở") == [])
        #expect(problems("Xong", .unfounded) == [] && problems("Xong", .unclear) == [])
        #expect(problems("", nil) == ["finding", "text"])
        #expect(problems(" \n ", .confirmed, "  ") == ["measure", "text"])
        #expect(problems(String(repeating: "a", count: 2_000), .unclear) == [])
        #expect(problems(String(repeating: "a", count: 2_001), .unclear) == ["text"])
        #expect(problems("a", .unclear, String(repeating: "b", count: 1_001)) == ["measure"])
        #expect(try CaseAnswer(text: " a ", finding: .unclear, measure: " ").measure == nil)
    }

    @Test("It is given to somebody who may answer it there, and to nobody else")
    func assigned() async throws {
        let fixture = try await Self.office()
        let alert = try #require(try await fixture.alerts().first)
        #expect(try await fixture.store.read { try $0.handlers(of: alert) }.map(\.id) == [3, 1])
        try await Self.write(fixture, as: 3) { try $0.assign(1, to: 1, scope: .whole) }
        try await Self.write(fixture, as: 3) { try $0.assign(1, to: 1, scope: .whole) }
        #expect(try await fixture.alerts().first?.handler == 1)
        #expect(try await fixture.alerts().first?.step == .opened)
        for stranger in [Int64(2), 4, 99] {
            await #expect(throws: Refusal.self) {
                try await Self.write(fixture, as: 3) { try $0.assign(1, to: stranger, scope: .whole) }
            }
        }
        try await Self.write(fixture, as: 3) { try $0.assign(1, to: nil, scope: .whole) }
        #expect(try await fixture.alerts().first?.handler == nil)
        #expect(try await Self.file(fixture).steps.map(\.kind) == [.opened, .assigned, .assigned])
        #expect(try await fixture.journal().suffix(2).map(\.details) == ["user:1", "nobody"])
    }

    @Test("A serious case is not given to the head it is about")
    func seriousHandler() async throws {
        let fixture = try await Self.office(reasons: [.unofficialPayment])
        let alert = try #require(try await fixture.alerts().first)
        #expect(alert.bypassesHead)
        #expect(try await fixture.store.read { try $0.handlers(of: alert) }.map(\.id) == [3])
        await #expect(throws: Refusal.self) {
            try await Self.write(fixture, as: 3) { try $0.assign(1, to: 1, scope: .whole) }
        }
        #expect(alert.isWithin(.whole) && !alert.isWithin(Cast.scopeOfHanh) && !alert.isWithin(.desks(["q03"])))
    }

    @Test("Out of scope there is no case, whatever somebody wants to do with it")
    func nextDoor() async throws {
        let fixture = try await Self.office()
        let (scope, answer) = (Cast.scopeOfDung, try Self.sorry())
        let verbs: [@Sendable (any Writing) throws -> Void] = [
            { try $0.acknowledge(1, scope: scope) }, { try $0.handle(1, scope: scope) },
            { try $0.assign(1, to: 2, scope: scope) }, { try $0.answer(1, answer, scope: scope) },
            { try $0.close(1, scope: scope) }, { try $0.noteOpening(of: 1, by: 2, scope: scope) },
        ]
        for verb in verbs {
            await #expect(throws: Refusal.notFound) { try await Self.write(fixture, as: 2, verb) }
        }
        #expect(try await Self.file(fixture).steps.count == 1)
    }

    @Test("The first time of each person who opens it is kept, once")
    func opened() async throws {
        let fixture = try await Self.office()
        for user in [Int64(3), 1, 3, 1] {
            fixture.world.advance(minutes: 1)
            try await Self.write(fixture, as: user) { try $0.noteOpening(of: 1, by: user, scope: .whole) }
        }
        let file = try await Self.file(fixture)
        #expect(file.openings.map(\.user) == [3, 1])
        #expect(file.openings.map(\.at) == [60, 120].map { Date.fridayMorning.addingTimeInterval($0) })
        // The mail went to chị Hạnh and anh Phúc.
        #expect(file.openedByRecipient?.user == 3)
        #expect(try await fixture.journal().count { $0.kind == "case.opened" } == 2)
    }
}
