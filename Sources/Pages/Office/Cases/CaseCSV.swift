import Documents
package import Feedback
package import Foundation

/// Cases as a table for spreadsheets: who was how fast, what was found. Neither what citizens wrote nor the answers.
package struct CaseCSV: Sendable {
    /// Lines at most.
    package static let longest = 10_000
    package static let mediaType = CSV.mediaType

    /// In the order of the list, each with its steps.
    let cases: [(alert: Alert, steps: [CaseStep])]
    let directory: Directory
    let now: Date

    package init(cases: [(alert: Alert, steps: [CaseStep])], directory: Directory, now: Date) {
        self.cases = cases
        self.directory = directory
        self.now = now
    }

    package var bytes: [UInt8] {
        var csv = CSV(columns: [
            "Vụ việc", "Trạng thái", "Đơn vị", "Quầy", "Loại", "Nhận lúc", "Hạn trả lời", "Quá hạn", "Tiếp nhận lúc",
            "Trả lời lúc", "Kết quả xác minh", "Biện pháp", "Người dân trả lại lúc", "Kết thúc lúc",
        ])
        for (alert, steps) in cases {
            let answer = steps.last { $0.kind == .answered }
            let cells = [
                alert.number, alert.step.words, directory.unit(alert.unit)?.name ?? alert.unit.rawValue,
                directory.desk(alert.desk)?.name ?? alert.desk.rawValue, CaseText.category(alert.category, directory),
                Self.moment(alert.raisedAt), Self.moment(alert.dueAt), alert.isOverdue(at: now) ? "có" : "",
                Self.moment(steps.first { $0.kind == .acknowledged }?.at), Self.moment(answer?.at),
                answer?.finding?.words ?? "", answer?.measure ?? "",
                Self.moment(steps.first { $0.kind == .returned }?.at),
                alert.step == .closed ? Self.moment(steps.last { $0.kind == .closed }?.at) : "",
            ]
            csv.append(cells.map { .text($0) })
        }
        return csv.bytes
    }

    /// "2026-11-20 09:15", which spreadsheets of every region read as a moment.
    private static func moment(_ moment: Date?) -> String {
        moment.map { "\(LocalDay($0)) \(Formats.time($0))" } ?? ""
    }
}
