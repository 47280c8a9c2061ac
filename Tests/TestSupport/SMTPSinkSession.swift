import Foundation

/// One connection of the sink, on its own thread.
final class SMTPSinkSession: @unchecked Sendable {
    private struct Ended: Error {}

    private let state: SMTPSinkState
    private let socket: Int32
    private let number: Int
    private var buffer: [UInt8] = []
    private var user: String?
    private var sender: String?
    private var recipients: [String] = []
    private var fault: SMTPSink.Fault?

    init(state: SMTPSinkState, socket: Int32, number: Int) {
        self.state = state
        self.socket = socket
        self.number = number
    }

    /// Until QUIT, a fault, or five minutes of silence: a busy machine keeps a sender waiting for long.
    func run(isFull: Bool) {
        var limit = timeval(tv_sec: 300, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var yes: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        do {
            if isFull { return try say("421 4.3.2 too many connections") }
            switch state.change({ $0.fault(at: .connection(number)) }) {
            case .busy: return try say("421 4.3.2 try again later")
            case .unwelcome: return try say("554 5.7.1 no service for you")
            case .cut: return reset()
            default: break
            }
            pause(state.offer.greetingDelay)
            try say("220 sink.example.vn ESMTP")
            while try obey(readLine()) {}
        } catch {
            // The other side has gone, or the sink is going down.
        }
    }

    /// - Returns: whether the session goes on.
    private func obey(_ line: String) throws -> Bool {
        let verb = line.prefix { $0 != " " && $0 != ":" }.uppercased()
        state.change { if $0.commands.count < 200_000 { $0.commands.append(verb == "AUTH" ? "AUTH" : line) } }
        switch verb {
        case "EHLO", "HELO":
            try say(greeting())
        case "AUTH": try logIn(line)
        case "STARTTLS" where state.offer.brokenTLS:
            try say("220 2.0.0 go ahead")
            return false
        case "MAIL": try mail(from: line)
        case "RCPT": try recipient(line)
        case "DATA": return try data()
        case "RSET", "NOOP": try say("250 2.0.0 ok")
        case "QUIT":
            try say("221 2.0.0 bye")
            return false
        default: try say("500 5.5.2 unknown")
        }
        return true
    }

    private func greeting() -> String {
        let offer = state.offer
        var lines = ["sink.example.vn", "8BITMIME", "SIZE 10485760"]
        if offer.login != nil { lines.append("AUTH PLAIN LOGIN") }
        if offer.brokenTLS { lines.append("STARTTLS") }
        lines.append("ENHANCEDSTATUSCODES")
        return lines.dropLast().map { "250-\($0)\r\n" }.joined() + "250 \(lines[lines.count - 1])"
    }

    private func logIn(_ line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        let given: [String]
        if words.count > 1, words[1].uppercased() == "LOGIN" {
            let name = try words.count > 2 ? words[2] : ask("VXNlcm5hbWU6")
            given = [decoded(name), decoded(try ask("UGFzc3dvcmQ6"))]
        } else {
            let both = try words.count > 2 ? words[2] : ask("")
            given = decoded(both).split(separator: "\0", omittingEmptySubsequences: false).dropFirst().map(String.init)
        }
        guard let login = state.offer.login, given == [login.user, login.password] else {
            // Some servers are as careless as this; nothing of it may reach our logs.
            return try say("535 5.7.8 wrong: \(given.joined(separator: " "))")
        }
        user = login.user
        try say("235 2.7.0 welcome")
    }

    private func ask(_ question: String) throws -> String {
        try say("334 \(question)")
        return try readLine()
    }

    private func decoded(_ text: String) -> String {
        String(decoding: Data(base64Encoded: text) ?? Data(), as: UTF8.self)
    }

    private func mail(from line: String) throws {
        if state.offer.login != nil, user == nil { return try say("530 5.7.0 login first") }
        let refusal = state.change { contents -> String? in
            guard case .refuseSender(let reply)? = contents.queued.first else { return nil }
            contents.queued.removeFirst()
            return reply
        }
        if let refusal { return try say(refusal) }
        sender = address(line)
        recipients = []
        fault = nil
        try say("250 2.1.0 ok")
    }

    private func recipient(_ line: String) throws {
        guard sender != nil else { return try say("503 5.5.1 MAIL first") }
        let address = address(line)
        let isNew = state.change { contents in
            if recipients.isEmpty {
                contents.messages += 1
                fault = contents.fault(at: .message(contents.messages, recipient: address))
            }
            return contents.seen.insert(address).inserted && contents.greylists
        }
        if case .refuseRecipient(let reply) = fault { return try say(reply) }
        if isNew { return try say("451 4.7.1 greylisted, come back later") }
        recipients.append(address)
        try say("250 2.1.5 ok")
    }

    private func data() throws -> Bool {
        guard let sender, !recipients.isEmpty else {
            try say("503 5.5.1 RCPT first")
            return true
        }
        try say("354 go ahead")
        if fault == .resetMidData {
            _ = try readLine()
            reset()
            return false
        }
        let mail = try body()
        switch fault {
        case .refuseMail(let reply):
            try say(reply)
            return true
        case .resetAfterDot:
            reset()
            return false
        case .slowAnswer(let seconds): pause(seconds)
        default: break
        }
        state.change {
            $0.received.append(
                SMTPSink.Received(
                    sender: sender, recipients: recipients, data: mail, messageID: messageID(mail), connection: number,
                    user: user, at: .now))
        }
        self.sender = nil
        if fault == .keepAndReset {
            reset()
            return false
        }
        try say("250 2.0.0 kept")
        return true
    }

    private func body() throws -> [UInt8] {
        var mail: [UInt8] = []
        while true {
            var line = try readBytes()
            if line == Array(".\r\n".utf8) { return mail }
            if line.first == UInt8(ascii: ".") { line.removeFirst() }
            mail += line
            if mail.count > 10 << 20 { throw Ended() }
        }
    }

    private func messageID(_ mail: [UInt8]) -> String? {
        for line in String(decoding: mail, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false) {
            if line.isEmpty { return nil }
            if line.lowercased().hasPrefix("message-id: ") { return String(line.dropFirst(12)) }
        }
        return nil
    }

    private func address(_ line: String) -> String {
        guard let open = line.firstIndex(of: "<"), let end = line.lastIndex(of: ">"), open < end else { return "" }
        return String(line[line.index(after: open)..<end])
    }

    private func readLine() throws -> String {
        String(decoding: try readBytes().dropLast(2), as: UTF8.self)
    }

    /// A line with its CRLF; a bare CR or LF is part of the line.
    private func readBytes() throws -> [UInt8] {
        var searched = 1
        while true {
            while searched < buffer.count {
                if buffer[searched] == 10, buffer[searched - 1] == 13 {
                    defer { buffer.removeFirst(searched + 1) }
                    return Array(buffer[...searched])
                }
                searched += 1
            }
            var piece = [UInt8](repeating: 0, count: 16384)
            let count = recv(socket, &piece, piece.count, 0)
            guard count > 0, buffer.count < 1 << 20 else { throw Ended() }
            buffer += piece[..<count]
        }
    }

    private func say(_ reply: String) throws {
        var bytes = Array((reply + "\r\n").utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw Ended() }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Ends early when the sink goes down.
    private func pause(_ seconds: Double) {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end, !state.read({ $0.isClosing }) { usleep(1000) }
    }

    /// RST instead of FIN once the socket is closed.
    private func reset() {
        var hard = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
    }
}
