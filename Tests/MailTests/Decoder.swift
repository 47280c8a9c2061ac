import Foundation
import Testing

/// A mail read back by rules written apart from the code under test.
struct DecodedMail {
    struct Fault: Error {
        let reason: String
    }

    let headers: [(name: String, value: String)]
    /// Content type and decoded text, in order.
    let parts: [(type: String, text: String)]

    init(_ bytes: [UInt8]) throws {
        for (index, byte) in bytes.enumerated() {
            guard byte < 0x80, byte >= 0x20 || byte == 13 || byte == 10 else { throw Fault(reason: "byte \(byte)") }
            if byte == 10, index == 0 || bytes[index - 1] != 13 { throw Fault(reason: "bare LF") }
            if byte == 13, index + 1 == bytes.count || bytes[index + 1] != 10 { throw Fault(reason: "bare CR") }
        }
        let whole = String(decoding: bytes, as: UTF8.self)
        let (headers, body) = try Self.split(whole)
        self.headers = headers
        guard let type = headers.first(where: { $0.name == "Content-Type" })?.value,
            let mark = type.firstRange(of: #/boundary="([^"]+)"/#)
        else { throw Fault(reason: "no boundary") }
        let boundary = "--" + type[mark].dropFirst(10).dropLast()
        guard body.hasPrefix(boundary + "\r\n"), body.hasSuffix("\r\n" + boundary + "--\r\n") else {
            throw Fault(reason: "not framed by \(boundary)")
        }
        parts = try (("\r\n" + body).components(separatedBy: "\r\n" + boundary)).dropFirst().dropLast().map { part in
            let (headers, content) = try Self.split(String(part.dropFirst(1)))
            let lines = content.components(separatedBy: "\r\n")
            guard lines.allSatisfy({ $0.utf8.count <= 76 }),
                headers.contains(where: { $0 == ("Content-Transfer-Encoding", "base64") }),
                let data = Data(base64Encoded: lines.joined()), let text = String(data: data, encoding: .utf8)
            else { throw Fault(reason: "not base64 of UTF-8 in lines of 76") }
            return (headers.first { $0.name == "Content-Type" }?.value ?? "", text)
        }
    }

    func header(_ name: String) -> String? {
        let found = headers.filter { $0.name == name }
        return found.count == 1 ? found[0].value : nil
    }

    /// Header lines unfolded, and what follows the empty line.
    private static func split(_ text: String) throws -> ([(name: String, value: String)], String) {
        guard let end = text.range(of: "\r\n\r\n") else { throw Fault(reason: "no empty line") }
        var headers: [(name: String, value: String)] = []
        for line in text[..<end.lowerBound].components(separatedBy: "\r\n") {
            guard line.utf8.count <= 998 else { throw Fault(reason: "long line") }
            if line.contains("=?"), line.utf8.count > 76 { throw Fault(reason: "encoded-word on a long line") }
            if line.hasPrefix(" "), !headers.isEmpty {
                headers[headers.count - 1].value += line
            } else {
                guard let colon = line.firstIndex(of: ":") else { throw Fault(reason: "no header: \(line)") }
                let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                headers.append((String(line[..<colon]), value))
            }
        }
        return (headers, String(text[end.upperBound...]))
    }

    /// RFC 2047: blanks between two encoded-words vanish; each word has to be whole characters by itself.
    static func words(_ value: String) throws -> String {
        var text = ""
        var lastWasWord = false
        for token in value.split(separator: " ", omittingEmptySubsequences: true) {
            if token.hasPrefix("=?UTF-8?B?"), token.hasSuffix("?=") {
                guard token.utf8.count <= 75, let data = Data(base64Encoded: String(token.dropFirst(10).dropLast(2))),
                    let piece = String(data: data, encoding: .utf8)
                else { throw Fault(reason: "bad encoded-word \(token)") }
                text += (lastWasWord || text.isEmpty ? "" : " ") + piece
                lastWasWord = true
            } else {
                text += (text.isEmpty ? "" : " ") + token
                lastWasWord = false
            }
        }
        return text
    }
}
