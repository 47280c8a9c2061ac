import Feedback
import Testing

@Suite("Which way a case goes")
struct CaseMoveTests {
    /// State by state what each action leads to: a state, "=" for nothing left to do, "-" for a refusal.
    private static let table: [(CaseStep.Kind, [CaseAction: String])] = [
        (
            .opened,
            [
                .acknowledge: "acknowledged", .handle: "handling", .assign: "assigned", .answer: "answered",
                .close: "-", .say: "said", .return: "-",
            ]
        ),
        (
            .acknowledged,
            [
                .acknowledge: "=", .handle: "handling", .assign: "assigned", .answer: "answered", .close: "-",
                .say: "said", .return: "-",
            ]
        ),
        (
            .handling,
            [
                .acknowledge: "=", .handle: "=", .assign: "assigned", .answer: "answered", .close: "-", .say: "said",
                .return: "-",
            ]
        ),
        (
            .answered,
            [
                .acknowledge: "-", .handle: "-", .assign: "-", .answer: "-", .close: "closed", .say: "said",
                .return: "returned",
            ]
        ),
        (
            .returned,
            [
                .acknowledge: "-", .handle: "handling", .assign: "assigned", .answer: "answered", .close: "-",
                .say: "said", .return: "-",
            ]
        ),
        (
            .closed,
            [
                .acknowledge: "-", .handle: "-", .assign: "-", .answer: "-", .close: "=", .say: "-",
                .return: "returned",
            ]
        ),
    ]

    @Test("Every state and every action stand in one table, and the code does what the table says")
    func whole() throws {
        #expect(Self.table.map(\.0) == CaseStep.Kind.states)
        for (state, row) in Self.table {
            for action in CaseAction.allCases {
                let move =
                    switch action.move(from: state) {
                    case .to(let next): next.rawValue
                    case .done: "="
                    case .refused: "-"
                    }
                #expect(move == row[action], "\(action) in \(state)")
            }
        }
    }

    @Test("Each refusal is a sentence that says why")
    func sentences() {
        for state in CaseStep.Kind.states {
            for action in CaseAction.allCases where action.move(from: state) == .refused {
                let sentence = action.refusal(in: state)
                #expect(sentence.hasSuffix(".") && sentence.count >= 20, "\(action) in \(state)")
            }
        }
        #expect(CaseAction.close.refusal(in: .handling).contains("chưa có câu trả lời"))
        #expect(CaseAction.answer.refusal(in: .answered).contains("đã được trả lời"))
        #expect(CaseAction.say.refusal(in: .closed) == "Vụ việc đã kết thúc.")
    }

    @Test("What awaits an answer is open; an answered and a closed case are not")
    func open() {
        #expect(CaseStep.Kind.open == [.opened, .acknowledged, .handling, .returned])
        #expect(Set(CaseStep.Kind.allCases).subtracting(CaseStep.Kind.states) == [.assigned, .said])
    }
}
