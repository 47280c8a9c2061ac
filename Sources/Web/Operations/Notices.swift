import Feedback
import Foundation
import Pages

/// The red lines at the top of every office page: a failing mail server is never silence.
struct Notices: Sendable {
    /// A due mail that waits longer than this is worth a line: the first retries have failed by then. Seconds.
    static let patience: TimeInterval = 5 * 60

    let store: any Store
    let mailIsConfigured: Bool

    func lines(now: Date) async throws -> [String] {
        let (outbox, canary) = try await store.read { (try $0.outboxState(), try $0.canaryState()) }
        return Self.lines(outbox, canary: canary, mailIsConfigured: mailIsConfigured, now: now)
    }

    static func lines(
        _ state: OutboxState, canary: CanaryState = .quiet, mailIsConfigured: Bool, now: Date
    ) -> [String] {
        var lines: [String] = []
        if !mailIsConfigured {
            lines.append(
                "Chưa khai báo máy chủ thư: thư cảnh báo chỉ được ghi vào thư mục dữ liệu, không tới người nhận.")
        }
        if let oldest = state.oldestUnsent, now.timeIntervalSince(oldest) > patience {
            let minutes = Int(now.timeIntervalSince(oldest) / 60)
            lines.append(
                "Máy chủ thư không nhận thư: \(state.waiting) thư đang chờ, lâu nhất \(minutes) phút.")
        }
        if state.gaveUp > 0 {
            lines.append("\(state.gaveUp) thư cảnh báo không gửi được. Xin báo cho người nhận bằng cách khác.")
        }
        if case .lost(let since) = canary, mailIsConfigured {
            lines.append(
                "Thư thử lúc \(Formats.moment(since)) chưa được máy chủ thư nhận: thư cảnh báo có thể không tới nơi. "
                    + "Xin xem vụ việc mới ở trang Vụ việc.")
        }
        return lines
    }
}
