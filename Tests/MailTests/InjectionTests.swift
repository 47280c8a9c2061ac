import Foundation
import Mail
import TestSupport
import Testing

@Suite struct InjectionTests {
    private static let pieces = [
        "\r\n.\r\n", "\n.\n", "\r.\r", "\r\n.\n", "\n.\r\n", "\r\n", "\n", "\r", "\0", "\u{85}", "\u{2028}", "\u{202e}",
        ".", "..", "\r\n..\r\n", "MAIL FROM:<evil@x.vn>", "RCPT TO:<evil@x.vn>", "\r\nDATA\r\n", "QUIT\r\n", "RSET\r\n",
        "Bcc: evil@x.vn", "\r\nBcc: evil@x.vn\r\n\r\n", "To: evil@x.vn", "Content-Type: text/html\r\n\r\n<script>",
        ">", "<", "<evil@x.vn>", ",evil@x.vn", "\"", "\\", "(", ")", ";", ":", "=?UTF-8?Q?=0D=0ABcc:evil=40x.vn?=",
        "=?", "?=", "--=_", "--", "%0d%0aBcc:", "\\r\\n", "Đánh giá", "quầy số 3", " ", "\t", "👨‍👩‍👧", "e\u{0301}\u{0323}",
        "'; DROP TABLE ratings;--", "<b>", "&amp;", String(repeating: "à", count: 300),
        String(repeating: "a", count: 1200),
    ]

    @Test("A thousand hostile subjects, names and bodies arrive as one recipient, the fixed headers and the exact body")
    func payloads() async throws {
        var dice = Dice(seed: Dice.seed())
        let sink = try SMTPSink()
        let mailer = try SMTPMailer(url: sink.url, patience: .untiring)
        for number in 1...1000 {
            let (subject, name, text, html) = (
                Self.payload(&dice), Self.payload(&dice), Self.payload(&dice), Self.payload(&dice)
            )
            try await mailer.send(letter("p-\(number)", name: name, subject: subject, text: text, html: html))
            let received = try #require(sink.received.last)
            try #require(sink.received.count == number)
            #expect(received.recipients == ["hanh@longkhanh.example.vn"])
            let mail = try DecodedMail(received.data)
            #expect(mail.headers.map(\.name) == Self.headers)
            #expect(mail.header("To")?.hasSuffix("<hanh@longkhanh.example.vn>") == true)
            #expect(mail.parts.map { Array($0.text.utf8) } == [Self.canonical(text), Self.canonical(html)])
        }
        #expect(sink.connections == 1)
        let recipients = sink.commands.filter { $0.uppercased().hasPrefix("RCPT") }
        #expect(recipients.count == 1000)
        #expect(Set(recipients) == ["RCPT TO:<hanh@longkhanh.example.vn>"])
    }

    private static let headers = [
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "Content-Type",
    ]

    private static func payload(_ dice: inout Dice) -> String {
        (0..<Int.random(in: 0...8, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
    }

    /// Line ends as a mail has them.
    private static func canonical(_ text: String) -> [UInt8] {
        let lf = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        let lines = Array(lf)
        var result: [UInt8] = []
        for (index, line) in lines {
            var bytes = Array(String(line).utf8)
            if index < lines.count - 1, bytes.last == 13 { bytes.removeLast() }
            result += bytes.flatMap { $0 == 13 ? [13, 10] : [$0] }
            if index < lines.count - 1 { result += [13, 10] }
        }
        return result
    }
}
