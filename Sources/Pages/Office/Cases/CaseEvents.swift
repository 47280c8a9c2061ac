import Feedback
import Foundation

/// The whole delivery of a case in the order of time: received, queued, accepted by the mail server, acknowledged,
/// answered: a failing mail server must never look like silence.
struct CaseEvents {
    let file: CaseFile

    var all: [CasePage.Event] {
        var events: [(Date, CasePage.Event)] = [(file.rating.receivedAt, event(file.rating.receivedAt, "Nhận phiếu"))]
        for mail in file.mails { events += told(mail) }
        for step in file.steps where step.kind != .opened {
            let who = file.names[step.actor] ?? (step.actor == Actor.system.label ? "Hệ thống" : step.actor)
            let text = step.text.isEmpty ? who : "\(who): \(step.text)"
            events.append((step.at, event(step.at, step.kind.words, text)))
        }
        return events.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
    }

    private func told(_ mail: OutboxMail) -> [(Date, CasePage.Event)] {
        let recipient = "\(mail.recipient.name) <\(mail.recipient.address)>"
        let kind = mail.isDigest ? "Xếp vào thư gộp chờ gửi" : "Xếp thư vào hàng chờ gửi"
        var events = [(mail.createdAt, event(mail.createdAt, kind, recipient))]
        if let sent = mail.sentAt {
            events.append((sent, event(sent, "Máy chủ thư đã nhận", recipient)))
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
