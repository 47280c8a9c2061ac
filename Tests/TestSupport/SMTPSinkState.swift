import Foundation

/// What the sink's threads share. Unchecked: everything that changes is touched under `lock` only.
final class SMTPSinkState: @unchecked Sendable {
    struct Contents {
        var port: UInt16
        var received: [SMTPSink.Received] = []
        var connections = 0
        var messages = 0
        var commands: [String] = []
        var greylists = false
        var seen: Set<String> = []
        var script: @Sendable (SMTPSink.Moment) -> SMTPSink.Fault? = { _ in nil }
        var queued: [SMTPSink.Fault] = []
        var listener: Int32?
        var open: Set<Int32> = []
        var isClosing = false

        /// - Returns: whether a thread still has a socket.
        func hangUp() -> Bool {
            for socket in open.union(listener.map { [$0] } ?? []) { shutdown(socket, Int32(SHUT_RDWR)) }
            return listener != nil || !open.isEmpty
        }

        /// The next queued fault if it fits, else what the script says.
        mutating func fault(at moment: SMTPSink.Moment) -> SMTPSink.Fault? {
            if let first = queued.first, first.meets(moment) { return queued.removeFirst() }
            let scripted = script(moment)
            return scripted?.meets(moment) == true ? scripted : nil
        }
    }

    let offer: SMTPSink.Offer
    private let lock = NSLock()
    private var contents: Contents

    init(port: UInt16, offer: SMTPSink.Offer) {
        contents = Contents(port: port)
        self.offer = offer
    }

    func read<Value>(_ body: (Contents) -> Value) -> Value { lock.withLock { body(contents) } }
    func change<Value>(_ body: (inout Contents) -> Value) -> Value { lock.withLock { body(&contents) } }

    func listen() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var yes: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = read { $0.port }.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let failed = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) < 0 || Glibc.listen(listener, 128) < 0
                    || getsockname(listener, address, &size) < 0
            }
        }
        if failed {
            let fault = POSIXError(POSIXError.Code(rawValue: errno) ?? .EIO)
            Glibc.close(listener)
            throw fault
        }
        change { contents in
            contents.port = UInt16(bigEndian: address.sin_port)
            contents.listener = listener
        }
        Thread { [self] in accept(on: listener) }.start()
    }

    /// Ends the accepting thread and every connection, and waits for them; each thread closes its own socket.
    func close() {
        change { $0.isClosing = true }
        while change({ $0.hangUp() }) { usleep(1000) }
        change { $0.isClosing = false }
    }

    private func accept(on listener: Int32) {
        defer {
            change { contents in
                Glibc.close(listener)
                contents.listener = nil
            }
        }
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else {
                if errno == EINTR || errno == ECONNABORTED { continue }
                return
            }
            let (number, isFull) = change { contents in
                contents.connections += 1
                contents.open.insert(connection)
                return (contents.connections, contents.open.count > 64)
            }
            let session = SMTPSinkSession(state: self, socket: connection, number: number)
            Thread { [self] in
                session.run(isFull: isFull)
                // Out of the set first: the number may belong to the next connection as soon as it is closed.
                change { _ = $0.open.remove(connection) }
                Glibc.close(connection)
            }.start()
        }
    }
}

extension SMTPSink.Fault {
    /// Whether this fault belongs to a connection or to a message.
    func meets(_ moment: SMTPSink.Moment) -> Bool {
        switch (self, moment) {
        case (.busy, .connection), (.unwelcome, .connection), (.cut, .connection): true
        case (.busy, _), (.unwelcome, _), (.cut, _), (_, .connection): false
        default: true
        }
    }
}
