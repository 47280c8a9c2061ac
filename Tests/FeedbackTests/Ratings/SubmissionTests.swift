import Feedback
import Foundation
import TestSupport
import Testing

@Suite("A rating form at the door")
struct SubmissionTests {
    @Test("becomes a submission with everything that was typed")
    func everything() async throws {
        let fixture = try await Fixture()
        var form = try fixture.form(
            answers: ["LK1": 5, "LK3": 2], comment: "  Chờ lâu.\r\nXin cảm ơn. ", reasons: [.late, .passTheBuck])
        form.fields += [("stage", "received"), ("respondent", "person"), ("callback", "yes")]
        let submission = try fixture.submission(form)
        #expect(
            submission.answers
                == Answers([
                    Answers.Answer(criterion: "LK1", level: .verySatisfied),
                    Answers.Answer(criterion: "LK3", level: .dissatisfied),
                ]))
        #expect(submission.comment == "Chờ lâu.\r\nXin cảm ơn.")
        #expect(submission.reasons == [.passTheBuck, .late])
        #expect(submission.stage == .received && submission.respondent == .person && submission.mayCallBack)
        #expect(submission.phone?.digits == "0950000101")
        #expect(submission.official == Cast.minh)
    }

    @Test(
        "is malformed when no honest page can send it",
        arguments: [
            [("answer[LK1]", "6")], [("answer[LK1]", "0")], [("answer[LK1]", "")], [("answer[LK1]", "05")],
            [("answer[LK1]", "+5")], [("answer[LK1]", "x")], [("answer[LK9]", "5")], [("answer[", "5")],
            [("answer[]", "5")], [("answer[LK1", "5")], [("answer[LK1]x", "5")],
            [("answer[LK1]", "5"), ("answer[LK1]", "5")], [("stage", "maybe")], [("respondent", "robot")],
            [("reason", "boredom")], [("comment", "a"), ("comment", "b")],
            [("official", "minh"), ("official", "thao")],
            [("callback", "yes"), ("callback", "yes")], [("stage", "received"), ("stage", "received")],
        ] as [[(String, String)]])
    func malformed(fields: [(String, String)]) async throws {
        let fixture = try await Fixture()
        var form = TypedForm([(name: "visit", value: try fixture.visit(at: "q03")), ("answer[LK2]", "4")])
        form.fields += [("phone", Cast.lan.phone)] + fields
        #expect(throws: Refusal.malformed) { try fixture.submission(form) }
    }

    @Test("with two visits or two phones is malformed")
    func twice() async throws {
        let fixture = try await Fixture()
        for name in ["visit", "phone"] {
            var form = try fixture.form()
            form.fields += form.fields.filter { $0.name == name }
            #expect(throws: Refusal.malformed) { try fixture.submission(form) }
        }
    }

    @Test("with a mistake is sent back with a sentence at the field")
    func problems() async throws {
        let fixture = try await Fixture()
        let form = try fixture.form(answers: [:], phone: "0912", comment: String(repeating: "ệ", count: 1_001))
        let refusal = #expect(throws: Refusal.self) { try fixture.submission(form) }
        guard case .invalid(let problems) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(problems.problems.map(\.field) == ["answer[LK1]", "comment", "phone"])
    }

    @Test("asks for a phone number, unless the authority does without")
    func phoneRequired() async throws {
        let fixture = try await Fixture()
        #expect(throws: Refusal.self) { try fixture.submission(try fixture.form(phone: "")) }
        var configuration = KioskConfiguration.longKhanh
        configuration.form.phoneRequired = false
        let lenient = try await Fixture(configuration)
        let rating = try await lenient.rate(phone: nil)
        #expect(rating.phone == nil && rating.phoneTag == nil && rating.evidence == .d)
        #expect(throws: Refusal.self) { try lenient.submission(try lenient.form(phone: "123")) }
    }

    @Test("takes 1,000 letters of comment, however they are written, and stores them")
    func longComment() async throws {
        let fixture = try await Fixture()
        let decomposed = String(repeating: "e\u{323}\u{302}", count: 1_000)
        #expect(try await fixture.rate(comment: decomposed).comment == decomposed)
        // One letter to the eye, seven code points each: the table counts those and would answer with a fault.
        let families = String(repeating: "👨‍👩‍👧‍👦", count: 900)
        #expect(throws: Refusal.self) { try fixture.submission(try fixture.form(comment: families)) }
        let marks = "a" + String(repeating: "\u{301}", count: 5_000)
        #expect(throws: Refusal.self) { try fixture.submission(try fixture.form(comment: marks)) }
    }

    @Test("knows who is rated: the one on duty, the one chosen of several, or nobody for sure")
    func official() async throws {
        let fixture = try await Fixture()
        let table: [(ID<Desk>, String?, ID<Official>?, ID<Feedback.Unit>)] = [
            ("q03", nil, "minh", "tu-phap"), ("q03", "minh", "minh", "tu-phap"), ("q03", "unknown", nil, "tu-phap"),
            ("q03", "khoa", nil, "tu-phap"), ("q07", nil, nil, "dat-dai"), ("q07", "", nil, "dat-dai"),
            ("q07", "khoa", "khoa", "dat-dai"), ("q07", "thao", "thao", "dat-dai"), ("q07", "unknown", nil, "dat-dai"),
            ("q07", "minh", nil, "dat-dai"), ("q07", "nobody", nil, "dat-dai"), ("q09", nil, nil, "xuan-hoa"),
        ]
        for (index, (desk, chosen, official, unit)) in table.enumerated() {
            let rating = try await fixture.rate(desk, phone: Fixture.phone(200 + index), official: chosen)
            #expect(rating.official == official, "\(desk) \(chosen ?? "-")")
            #expect(rating.unit == unit, "\(desk) \(chosen ?? "-")")
            #expect(rating.flags == (desk == "q09" ? [.nobodyOnDuty] : []))
        }
    }

    @Test("rates the unit that sent the official, not the one where the desk stands")
    func homeUnit() async throws {
        var configuration = KioskConfiguration.longKhanh
        configuration.postings.append(Posting(desk: "q09", official: "minh", from: .on("2026-11-01")))
        let rating = try await Fixture(configuration).rate("q09")
        #expect(rating.official == "minh" && rating.unit == "tu-phap" && rating.desk == "q09")
    }

    @Test("has a field when the desk has one alone")
    func field() async throws {
        let fixture = try await Fixture()
        #expect(try await fixture.rate("q03").field == nil)
        #expect(try await fixture.rate("q07").field == "dat-dai")
    }

    @Test(
        "is flagged outside working hours",
        arguments: [
            ("2026-11-20", 9, 0, false), ("2026-11-20", 12, 0, true), ("2026-11-20", 7, 29, true),
            ("2026-11-20", 7, 30, false), ("2026-11-20", 17, 0, true), ("2026-11-21", 9, 0, true),
            ("2026-09-02", 9, 0, true), ("2026-08-22", 9, 0, false),
        ])
    func outsideHours(day: String, hour: Int, minute: Int, isOutside: Bool) async throws {
        let rating = try await Fixture(at: .inVietNam(day, hour, minute)).rate()
        #expect(rating.flags == (isOutside ? [.outsideHours] : []))
        #expect(rating.evidence == .c)
    }

    @Test("with a number that looks made up counts, and is flagged")
    func inventedPhone() async throws {
        let rating = try await Fixture().rate(phone: "0999999999")
        #expect(rating.flags == [.inventedPhone] && rating.evidence == .c)
    }

    @Test("never stops the program, whatever its fields hold")
    func fuzz() async throws {
        let fixture = try await Fixture()
        var dice = Dice()
        let names = [
            "answer[LK1]", "answer[", "answer[LK2]", "official", "stage", "reason", "comment", "phone", "callback",
        ]
        let values = [
            "5", "1", "", "minh", "unknown", "received", "late", "0912345678", "01651234567", "ệ", "9", "yes",
        ]
        var taken = 0
        for _ in 0..<3_000 {
            var form = TypedForm([(name: "visit", value: try fixture.visit(at: "q03"))])
            if dice.once(in: 2) { form.fields += [("answer[LK5]", "4"), ("phone", Cast.lan.phone)] }
            for _ in 0..<dice.number(0...8) {
                form.fields.append((dice.one(of: names) ?? "", dice.one(of: values) ?? ""))
            }
            do throws(Refusal) {
                let fields = try form.read()
                let code = fixture.directory.code(of: "q03") ?? DeskCode(random: [])
                _ = try Submission(
                    form: fields, code: code, directory: fixture.directory, secrets: fixture.secrets, now: fixture.now)
                taken += 1
            } catch {
                switch error {
                case .malformed, .invalid: continue
                default: Issue.record("\(error) for \(form.body)")
                }
            }
        }
        #expect(taken > 10)
    }
}
