import Documents
package import Feedback
package import Foundation

/// Cases as a table for spreadsheets: who was how fast, what was found. Neither what citizens wrote nor the answers.
package struct CaseSheet: Sendable {
    /// Lines at most.
    package static let longest = 10_000
    package static let csvMediaType = CSV.mediaType
    package static let xlsxMediaType = Worksheet.mediaType

    /// In the order of the list, each with its steps.
    let cases: [(alert: Alert, steps: [CaseStep])]
    let directory: Directory
    let now: Date

    package init(cases: [(alert: Alert, steps: [CaseStep])], directory: Directory, now: Date) {
        self.cases = cases
        self.directory = directory
        self.now = now
    }

    package var csv: [UInt8] { worksheet.csv() }
    package func xlsx() throws -> [UInt8] { try Worksheet.xlsx([worksheet]) }

    var worksheet: Worksheet {
        Worksheet(
            name: "Vụ việc", title: ["Vụ việc từ đánh giá của người dân", "Tính đến \(Formats.moment(now))."],
            columns: [
                .init("Vụ việc", width: 12), .init("Trạng thái", width: 16), .init("Đơn vị", width: 30),
                .init("Quầy", width: 28), .init("Loại", width: 22), .init("Nhận lúc", width: 17),
                .init("Hạn trả lời", width: 17), .init("Quá hạn", width: 9), .init("Tiếp nhận lúc", width: 17),
                .init("Trả lời lúc", width: 17), .init("Kết quả xác minh", width: 18), .init("Biện pháp", width: 40),
                .init("Người dân trả lại lúc", width: 20), .init("Kết thúc lúc", width: 17),
            ], rows: cases.map { line($0.alert, $0.steps) },
            notes: cases.count == Self.longest ? ["Chỉ gồm \(Formats.count(Self.longest)) vụ việc đầu danh sách."] : [])
    }

    private func line(_ alert: Alert, _ steps: [CaseStep]) -> [Cell] {
        let answer = steps.last { $0.kind == .answered }
        return [
            .code(alert.number), .text(alert.step.words),
            .text(directory.unit(alert.unit)?.name ?? alert.unit.rawValue),
            .text(directory.desk(alert.desk)?.name ?? alert.desk.rawValue),
            .text(CaseText.category(alert.category, directory)), .at(alert.raisedAt), .at(alert.dueAt),
            .text(alert.isOverdue(at: now) ? "có" : ""), .at(steps.first { $0.kind == .acknowledged }?.at),
            .at(answer?.at), .text(answer?.finding?.words ?? ""), .text(answer?.measure ?? ""),
            .at(steps.first { $0.kind == .returned }?.at),
            alert.step == .closed ? .at(steps.last { $0.kind == .closed }?.at) : .empty,
        ]
    }
}
