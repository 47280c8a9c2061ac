import Feedback
import Foundation

/// The whole life of a case in the order of time: received, queued, accepted by the mail server, opened, and every step:
/// a failing mail server must never look like silence.
struct CaseEvents {
    let file: CaseFile
    /// Whether whoever looks may read what the citizen wrote.
    let mayRead: Bool
    /// Whether there is a mail server.
    let mailGoesOut: Bool

    var all: [CasePage.Event] {
        var events: [(Date, CasePage.Event)] = [(file.rating.receivedAt, event(file.rating.receivedAt, "Nhận phiếu"))]
        for mail in file.mails { events += told(mail) }
        for up in file.escalations {
            events.append(
                (up.at, event(up.at, "Chuyển lên \(up.level.words)", "Chưa ai tiếp nhận trong hạn.", isBad: true)))
        }
        for opening in file.openings {
            events.append((opening.at, event(opening.at, "Mở xem vụ việc", file.people[opening.user]?.name)))
        }
        for step in file.steps where step.kind != .opened {
            events.append((step.at, event(step.at, step.kind.words, detail(step))))
        }
        return events.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
    }

    private func detail(_ step: CaseStep) -> String {
        if step.isCitizens {
            return mayRead ? step.text : "Lời viết chỉ người có quyền đọc phiếu xem được."
        }
        let who = file.name(of: step.actor) ?? (step.actor == Actor.system.label ? "Hệ thống" : step.actor)
        if step.kind == .assigned {
            let handler = step.handler.map { file.people[$0]?.name ?? "user:\($0)" }
            return "\(who) giao cho \(handler ?? "đơn vị, không riêng ai")"
        }
        var lines = [step.text.isEmpty ? who : "\(who): \(step.text)"]
        if let finding = step.finding { lines.append("Kết quả xác minh: \(finding.words).") }
        if let measure = step.measure { lines.append("Biện pháp: \(measure)") }
        return lines.joined(separator: "\n")
    }

    private func told(_ mail: OutboxMail) -> [(Date, CasePage.Event)] {
        let recipient = "\(mail.recipient.name) <\(mail.recipient.address)>"
        let kind =
            mail.kind == .escalation
            ? "Xếp thư chuyển cấp vào hàng chờ gửi"
            : mail.isDigest ? "Xếp vào thư gộp chờ gửi" : "Xếp thư vào hàng chờ gửi"
        var events = [(mail.createdAt, event(mail.createdAt, kind, recipient))]
        if let sent = mail.sentAt {
            events.append(
                (
                    sent,
                    event(sent, mailGoesOut ? "Máy chủ thư đã nhận" : "Ghi thư thành tệp, chưa gửi tới ai", recipient)
                ))
        } else if let end = mail.gaveUpAt {
            events.append((end, event(end, "Thôi gửi thư", "\(recipient): \(mail.lastError ?? "")", isBad: true)))
        } else if mail.attempts > 0, let error = mail.lastError {
            let words = "Sẽ gửi lại; chưa gửi được sau \(mail.attempts) lần"
            events.append((mail.dueAt, event(mail.dueAt, words, "\(recipient): \(error)", isBad: true)))
        }
        return events
    }

    private func event(_ at: Date, _ words: String, _ detail: String? = nil, isBad: Bool = false) -> CasePage.Event {
        CasePage.Event(
            moment: "\(Formats.time(at)), \(Formats.shortDay(LocalDay(at)))", machineTime: MachineTime.text(at),
            words: words, detail: detail, isBad: isBad)
    }
}
