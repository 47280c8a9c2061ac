package import Feedback

/// How long what is kept, and what was erased. Posts `days`, `token` to …/{purpose}, and `token` to …/run.
package struct RetentionPage: Page {
    package static let template = "office-retention"
    package static let path = "/office/privacy/retention"

    struct Row: Sendable {
        let title: String
        let rule: String
        let days: String
        let least: String
        let most: String
        let usual: String
        let changed: String?
        let field: String
        let action: String
        let problem: String?
    }

    struct Report: Sendable {
        let moment: String
        let lines: [Line]
    }

    struct Line: Sendable {
        let what: String
        let before: String
        let count: String
    }

    let header: Header
    let rows: [Row]
    /// The months whose numbers can be read.
    let months: String?
    let reports: [Report]
    let isEmpty: Bool
    let runAction: String
    let formToken: String

    /// - Parameters:
    ///   - names: of whoever changed a period, by the actor's label.
    ///   - problem: what is wrong with a period as it was typed.
    package init(
        _ frame: Frame, periods: [RetentionPeriod], runs: [RetentionRun], months: [Month], names: [String: String],
        problem: (purpose: RetentionPurpose, typed: String, message: String)? = nil
    ) {
        header = Header(frame, title: problem == nil ? "Thời hạn lưu giữ" : "Lỗi: Thời hạn lưu giữ")
        rows = periods.map { period in
            let purpose = period.purpose
            let isWrong = problem?.purpose == purpose
            return Row(
                title: purpose.title, rule: purpose.rule,
                days: isWrong ? problem?.typed ?? "" : String(period.days), least: String(purpose.bounds.lowerBound),
                most: String(purpose.bounds.upperBound), usual: String(purpose.usual),
                changed: period.since.map { since in
                    let who = period.actor.map { names[$0] ?? $0 } ?? ""
                    return "\(who), \(Formats.moment(since))"
                }, field: "days-\(purpose.rawValue)", action: "\(Self.path)/\(purpose.rawValue)",
                problem: isWrong ? problem?.message : nil)
        }
        self.months = months.isEmpty ? nil : months.map(Formats.month).joined(separator: ", ")
        reports = runs.map { run in
            Report(
                moment: Formats.moment(run.at),
                lines: run.lines.map {
                    Line(
                        what: $0.purpose.title, before: Formats.shortDay($0.before), count: Formats.count($0.count))
                })
        }
        isEmpty = reports.isEmpty
        runAction = "\(Self.path)/run"
        formToken = frame.formToken
    }
}

extension RetentionPurpose {
    fileprivate var title: String {
        switch self {
        case .phone: "Số điện thoại"
        case .closedCase: "Số điện thoại của vụ việc đã kết thúc"
        case .phoneTag: "Dấu nhận của số điện thoại"
        case .session: "Phiên đăng nhập"
        case .mail: "Người nhận thư"
        case .reveal: "Ai đã xem số, các cuộc gọi"
        }
    }

    fileprivate var rule: String {
        switch self {
        case .phone:
            """
            Khóa giải mã của mỗi tháng bị hủy khi ngày đầu tháng đó quá hạn; cả bản sao lưu cũng không đọc được.
            """
        case .closedCase: "Xóa số sau khi vụ việc kết thúc, không đợi hết tháng."
        case .phoneTag: "Để mỗi người chỉ được tính một lần. Xóa dấu, giữ đánh giá."
        case .session: "Xóa phiên đã cũ."
        case .mail: "Xóa tên và địa chỉ người nhận; giữ việc thư đã gửi lúc nào."
        case .reveal: "Ít nhất 12 tháng. Dòng trong nhật ký thì giữ mãi."
        }
    }
}
