import Feedback
import Foundation

/// The five stations between a citizen's rating and somebody who says "I have seen it", each with its time.
struct CaseDelivery {
    struct Station: Sendable {
        let title: String
        /// Nil: not there yet.
        let moment: String?
        let isBad: Bool
    }

    let file: CaseFile
    /// Whether there is a mail server; else a mail is a file and comes to nobody.
    let mailGoesOut: Bool

    var stations: [Station] {
        let mails = file.mails
        let acknowledged = file.steps.first { $0.kind == .acknowledged }?.at
        let accepted = mails.compactMap(\.sentAt).min()
        let isLost = accepted == nil && mails.contains { $0.gaveUpAt != nil || $0.lastError != nil }
        return [
            station("Nhận phiếu", file.rating.receivedAt),
            station("Xếp thư báo", mails.map(\.createdAt).min()),
            station(mailGoesOut ? "Máy chủ thư nhận" : "Ghi thư thành tệp", accepted, isBad: isLost),
            station("Người nhận mở xem", file.openedByRecipient?.at),
            station("Tiếp nhận", acknowledged),
        ]
    }

    private func station(_ title: String, _ at: Date?, isBad: Bool = false) -> Station {
        Station(
            title: title, moment: at.map { "\(Formats.time($0)), \(Formats.shortDay(LocalDay($0)))" }, isBad: isBad)
    }
}
