import Foundation

/// The line of mails that wait, and the one thread that takes them to the server: libcurl blocks for as long as the
/// server takes, which the threads of Swift's tasks must not.
///
/// Unchecked: `waiting` and `closed` are touched under `bell` only; the connection never leaves the thread.
final class SMTPThread: @unchecked Sendable {
    private struct Letter {
        let message: MailMessage
        let reply: CheckedContinuation<Void, any Error>
    }

    private enum Call {
        case letter(Letter)
        case idle
        case closed
    }

    private let bell = NSCondition()
    private var waiting: [Letter] = []
    private var closed = false
    private let route: SMTPRoute

    init(route: SMTPRoute) {
        self.route = route
        let thread = Thread { [self] in run() }
        thread.name = "smtp"
        thread.start()
    }

    func send(_ message: MailMessage) async throws {
        try await withCheckedThrowingContinuation { reply in
            let isOpen = bell.withLock {
                if !closed { waiting.append(Letter(message: message, reply: reply)) }
                bell.signal()
                return !closed
            }
            if !isOpen { reply.resume(throwing: SMTPThread.closing) }
        }
    }

    func close() {
        let left = bell.withLock {
            closed = true
            bell.signal()
            defer { waiting = [] }
            return waiting
        }
        for letter in left { letter.reply.resume(throwing: SMTPThread.closing) }
    }

    private static let closing = MailFailure.temporary("Chương trình đang dừng, thư chưa được gửi")

    private func run() {
        blockBrokenPipe()
        var connection: SMTPConnection?
        while true {
            switch next(hasConnection: connection != nil) {
            case .closed: return
            case .idle: connection = nil
            case .letter(let letter):
                do {
                    let open = try connection ?? SMTPConnection(route: route)
                    connection = open
                    try open.deliver(letter.message)
                    letter.reply.resume()
                } catch {
                    // Before the answer, so that the caller's next mail cannot meet a connection in an unknown state.
                    connection = nil
                    letter.reply.resume(throwing: error)
                }
            }
        }
    }

    private func next(hasConnection: Bool) -> Call {
        bell.withLock {
            let limit = Date(timeIntervalSinceNow: route.patience.idle)
            while waiting.isEmpty, !closed {
                if !hasConnection {
                    bell.wait()
                } else if !bell.wait(until: limit) {
                    return .idle
                }
            }
            return closed ? .closed : .letter(waiting.removeFirst())
        }
    }

    /// libcurl is told not to touch signals, and TLS writes to a closed socket raise one that would end the program.
    private func blockBrokenPipe() {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
