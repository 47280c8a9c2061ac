package import Feedback

/// Every statistical alarm of the reader's part, newest first, with what became of it.
package struct AlarmsPage: Page {
    package static let template = "office-alarms"
    package static let path = "/office/comparison/alarms"
    /// The newest of them.
    package static let length = 100

    struct Problem: Sendable {
        let message: String
        let href: String
    }

    let header: Header
    let title: String
    let tabs: [ComparisonTabs.Tab]
    let formToken: String
    let done: String?
    let problems: [Problem]
    let hasOpen: Bool
    let open: [Row]
    let hasClosed: Bool
    let closed: [Row]
    let isEmpty: Bool
    let mayAnswer: Bool

    struct Row: Sendable {
        let alarm: AlarmText
        /// What was typed before it was refused.
        let typed: String
        let isBeingTyped: Bool
    }

    /// - Parameters:
    ///   - users: whose names stand beside what they did.
    ///   - typed: the note of the alarm that was refused.
    package init(
        _ frame: Frame, alarms: [Alarm], users: [User], isDone: Bool = false,
        problems: FormProblems = FormProblems(), typed: (alarm: Int64, note: String)? = nil
    ) {
        title = "Cảnh báo thống kê"
        header = Header(frame, title: problems.isEmpty ? title : "Lỗi: \(title)")
        tabs = ComparisonTabs(frame, current: Self.path).all
        formToken = frame.formToken
        done = isDone ? "Đã ghi kết quả xem xét." : nil
        self.problems = problems.problems.map {
            Problem(message: $0.message, href: typed.map { "#note-\($0.alarm)" } ?? "#main")
        }
        let names = Dictionary(users.map { ("user:\($0.id)", $0.name) }, uniquingKeysWith: { first, _ in first })
        let rows = alarms.map { alarm in
            (
                isOpen: alarm.isOpen,
                row: Row(
                    alarm: AlarmText(alarm, in: frame.directory, names: names),
                    typed: typed.flatMap { $0.alarm == alarm.id ? $0.note : nil } ?? "",
                    isBeingTyped: typed?.alarm == alarm.id)
            )
        }
        open = rows.filter(\.isOpen).map(\.row)
        closed = rows.filter { !$0.isOpen }.map(\.row)
        hasOpen = !open.isEmpty
        hasClosed = !closed.isEmpty
        isEmpty = rows.isEmpty
        mayAnswer = frame.rights.may(.answerCases)
    }
}
