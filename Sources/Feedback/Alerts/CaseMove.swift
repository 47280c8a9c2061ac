/// What somebody wants to do with a case.
package enum CaseAction: String, Sendable, CaseIterable {
    case acknowledge, handle, assign, answer, close
    /// By the citizen, with the receipt.
    case say, `return`
}

/// What comes of an action in a state.
package enum CaseMove: Sendable, Hashable {
    case to(CaseStep.Kind)
    /// The case is there already: a second tap does no harm.
    case done
    /// Not in this state.
    case refused
}

extension CaseAction {
    /// THE table: which state an action leads to. Steps between are left out by whoever answers at once.
    /// That a case is returned only once, and only for so many days, stands in `ReturnCase.swift`.
    package func move(from state: CaseStep.Kind) -> CaseMove {
        switch (self, state) {
        case (.acknowledge, .opened): .to(.acknowledged)
        case (.acknowledge, .acknowledged), (.acknowledge, .handling): .done
        case (.handle, .opened), (.handle, .acknowledged), (.handle, .returned): .to(.handling)
        case (.handle, .handling): .done
        case (.assign, .opened), (.assign, .acknowledged), (.assign, .handling), (.assign, .returned): .to(.assigned)
        case (.answer, .opened), (.answer, .acknowledged), (.answer, .handling), (.answer, .returned): .to(.answered)
        case (.close, .answered): .to(.closed)
        case (.close, .closed): .done
        case (.say, .opened), (.say, .acknowledged), (.say, .handling), (.say, .answered), (.say, .returned): .to(.said)
        // The head's closing takes nothing from the citizen's days.
        case (.return, .answered), (.return, .closed): .to(.returned)
        default: .refused
        }
    }

    /// Why not, to whoever tried.
    package func refusal(in state: CaseStep.Kind) -> String {
        switch (self, state) {
        case (.close, .opened), (.close, .acknowledged), (.close, .handling), (.close, .returned):
            "Chưa kết thúc được: vụ việc chưa có câu trả lời."
        case (.acknowledge, .returned):
            "Vụ việc đã được tiếp nhận trước đây và bị trả lại. Xin bấm “Bắt đầu xử lý”."
        case (.answer, .answered): "Vụ việc đã được trả lời. Câu trả lời đã gửi thì không sửa được."
        case (.acknowledge, .answered), (.handle, .answered), (.assign, .answered): "Vụ việc đã được trả lời."
        case (.return, .opened), (.return, .acknowledged), (.return, .handling), (.return, .returned):
            "Cơ quan chưa trả lời nên chưa cần báo lại. Ông/Bà có thể viết thêm."
        default: "Vụ việc đã kết thúc."
        }
    }
}

extension Alert {
    /// - Returns: where it goes; nil when it is there already.
    /// - Throws: `Refusal.invalid` with a sentence under "step".
    package func move(_ action: CaseAction) throws(Refusal) -> CaseStep.Kind? {
        switch action.move(from: step) {
        case .to(let state): return state
        case .done: return nil
        case .refused: throw .caseStep(action.refusal(in: step))
        }
    }
}

extension Refusal {
    /// A case does not go this way.
    package static func caseStep(_ sentence: String) -> Refusal {
        .invalid(FormProblems([.init(field: "step", message: sentence)]))
    }
}
