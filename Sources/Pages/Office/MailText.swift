import Feedback
import Foundation

/// How the mail goes, in a line; alarming when it does not.
struct MailText: Sendable {
    let words: String
    let isBroken: Bool
    let lastError: String?

    /// - Parameter goesOut: whether there is a mail server; else what was sent is a file in the data folder.
    init(_ state: OutboxState, goesOut: Bool, now: Date) {
        var parts: [String] = []
        if let last = state.lastSent {
            let moment = Formats.moment(last)
            parts.append(
                goesOut
                    ? "Thư gần nhất được máy chủ thư nhận lúc \(moment)"
                    : "Thư gần nhất được ghi thành tệp lúc \(moment), không gửi tới ai vì chưa khai báo máy chủ thư")
        } else {
            parts.append("Chưa có thư nào được gửi đi")
        }
        if state.waiting > 0 { parts.append("\(Formats.count(state.waiting)) thư đang chờ gửi") }
        if let oldest = state.oldestUnsent { parts.append("thư chờ lâu nhất từ \(Formats.ago(oldest, now: now))") }
        if state.gaveUp > 0 { parts.append("\(Formats.count(state.gaveUp)) thư đã thôi gửi") }
        words = parts.joined(separator: "; ") + "."
        // A mail that has waited ten minutes was refused more than once: that is no hiccup any more.
        let isStuck = state.oldestUnsent.map { now.timeIntervalSince($0) > 600 } ?? false
        isBroken = isStuck || state.gaveUp > 0
        lastError = isBroken ? state.lastError : nil
    }
}
