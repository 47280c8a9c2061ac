import Foundation

extension MailMessage {
    /// The message as it goes over the wire: ASCII, CRLF only, no line over 998 bytes, ends with CRLF.
    ///
    /// A bare LF would pass through libcurl unchanged and could end the message early on some servers
    /// (CVE-2023-51764 and its family), so the bodies are base64 and every header is cleaned.
    package func mime() -> [UInt8] {
        let lines =
            [
                EncodedHeader.mailbox("From", from),
                EncodedHeader.mailbox("To", to),
                EncodedHeader.text("Subject", subject),
                "Date: \(MailDate.header(date))",
                "Message-ID: <\(messageID)>",
                "MIME-Version: 1.0",
                // RFC 3834: keeps out-of-office answers away from the sender's mailbox.
                "Auto-Submitted: auto-generated",
                "Content-Type: multipart/alternative;",
                " boundary=\"\(boundary)\"",
                "",
            ] + part("text/plain", text) + part("text/html", html) + ["--\(boundary)--", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    /// FNV-1a over the Message-ID: the same at each attempt. The underscore never occurs in base64, so that no body
    /// can hold the boundary, whatever a citizen wrote.
    private var boundary: String {
        let hash = messageID.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return "=_\(String(hash, radix: 16))"
    }

    private func part(_ type: String, _ content: String) -> [String] {
        [
            "--\(boundary)",
            "Content-Type: \(type); charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            // RFC 2045, 6.8: text has CRLF line ends before it is encoded.
            Data(crlf(content)).base64EncodedString(
                options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]),
        ]
    }

    /// CR, LF and CRLF all become CRLF.
    private func crlf(_ content: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(content.utf8.count + 64)
        var previous: UInt8 = 0
        for byte in content.utf8 {
            switch byte {
            case 13: bytes += [13, 10]
            case 10 where previous == 13: break
            case 10: bytes += [13, 10]
            default: bytes.append(byte)
            }
            previous = byte
        }
        return bytes
    }
}
