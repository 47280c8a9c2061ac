import Foundation

/// What libcurl asks and tells while one mail is under way. Lives on the connection's thread only.
final class SMTPTransfer {
    /// How far the mail has come: decides what a failure means.
    enum Stage {
        case connecting
        case talking
        /// The last byte is out: from now on the server may hold the mail.
        case handedOver
    }

    let body: [UInt8]
    private let patience: SMTPPatience
    private let start = ContinuousClock.now
    private var sent = 0
    private var dot: ContinuousClock.Instant?
    /// The enhanced status code (RFC 3463) of the last refusal, such as `5.1.1`.
    private(set) var enhancedCode: String?
    private(set) var isConnected = false
    private(set) var ranOut = false

    init(body: [UInt8], patience: SMTPPatience) {
        self.body = body
        self.patience = patience
    }

    var stage: Stage { dot != nil ? .handedOver : isConnected ? .talking : .connecting }

    /// The next bytes of the mail, at most `limit`; none at the end.
    func nextBytes(_ limit: Int) -> ArraySlice<UInt8> {
        let piece = body[sent...].prefix(limit)
        sent += piece.count
        if sent == body.count, dot == nil { dot = .now }
        return piece
    }

    /// Keeps digits and dots alone: a server's words may repeat a password or a sentence of the mail.
    func heard(_ line: some Collection<UInt8>) {
        isConnected = true
        // libcurl says QUIT after a refusal and lets us hear that answer too.
        guard let first = line.first, first == UInt8(ascii: "4") || first == UInt8(ascii: "5") else { return }
        let code = line.dropFirst(4).prefix { (48...57).contains($0) || $0 == 46 }
        let numbers = code.split(separator: 46, omittingEmptySubsequences: false)
        let isCode = numbers.count == 3 && numbers.allSatisfy { (1...3).contains($0.count) }
        enhancedCode = isCode ? String(decoding: code, as: UTF8.self) : nil
    }

    /// Whether to keep waiting.
    func mayGoOn(isConnected: Bool) -> Bool {
        self.isConnected = self.isConnected || isConnected
        let limit =
            switch stage {
            case .connecting: patience.connect
            case .talking: patience.untilDot
            case .handedOver: patience.afterDot
            }
        ranOut = ContinuousClock.now - (dot ?? start) > .seconds(limit)
        return !ranOut
    }
}
