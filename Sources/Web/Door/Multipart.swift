import Feedback
import Foundation

/// A form with a file, as browsers send it (RFC 7578): short fields, and files. Whatever a browser does not do is
/// refused: another preamble, folded headers, a part without a name, a boundary inside another.
struct MultipartForm {
    static let mostParts = 8
    static let longestHeader = 1_024

    private(set) var fields = FormFields()
    private(set) var files: [String: [UInt8]] = [:]

    /// - Parameter contentType: "multipart/form-data; boundary=…".
    /// - Throws: `Refusal.unsupportedType`, `.malformed`.
    init(_ body: [UInt8], contentType: String) throws(Refusal) {
        guard let boundary = Self.boundary(contentType) else { throw .unsupportedType }
        let mark = Array("--\(boundary)".utf8), ending = Array("\r\n--\(boundary)".utf8)
        guard body.starts(with: mark) else { throw .malformed }
        var place = mark.count
        for _ in 0..<Self.mostParts {
            guard !body[place...].starts(with: Array("--".utf8)) else {
                guard [[], [0x0d, 0x0a]].contains(Array(body[(place + 2)...])) else { throw .malformed }
                return
            }
            guard body[place...].starts(with: [0x0d, 0x0a]) else { throw .malformed }
            place += 2
            guard let start = body.place(of: Array("\r\n\r\n".utf8), from: place, before: place + Self.longestHeader),
                let end = body.place(of: ending, from: start + 4, before: body.count)
            else { throw .malformed }
            try take(header: Array(body[place..<start]), content: Array(body[(start + 4)..<end]))
            place = end + ending.count
        }
        throw .malformed
    }

    private mutating func take(header: [UInt8], content: [UInt8]) throws(Refusal) {
        guard let text = String(validating: header, as: UTF8.self) else { throw .malformed }
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let dispositions = lines.filter { $0.lowercased().hasPrefix("content-disposition:") }
        guard dispositions.count == 1, let disposition = dispositions.first,
            disposition.dropFirst(20).trimming(" ").lowercased().hasPrefix("form-data;"),
            let name = Self.quoted("name", in: disposition), !name.isEmpty
        else { throw .malformed }
        if Self.quoted("filename", in: disposition) != nil {
            guard files.updateValue(content, forKey: name) == nil else { throw .malformed }
        } else {
            guard fields[name] == nil, !content.contains(0), let value = String(validating: content, as: UTF8.self)
            else { throw .malformed }
            fields.set(name, value)
        }
    }

    /// `; name="…"`. Browsers write a quote inside as %22 (HTML standard, "multipart form data").
    private static func quoted(_ name: String, in line: Substring) -> String? {
        guard let start = line.range(of: "; \(name)=\"")?.upperBound, let end = line[start...].firstIndex(of: "\"")
        else { return nil }
        return String(line[start..<end])
    }

    private static func boundary(_ contentType: String) -> String? {
        let parts = contentType.split(separator: ";", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased().trimming(" ") == "multipart/form-data" else { return nil }
        let parameter = parts[1].trimming(" ")
        guard parameter.lowercased().hasPrefix("boundary=") else { return nil }
        let boundary = parameter.dropFirst(9).trimming("\"")
        // RFC 2046, 5.1.1.
        let isAllowed = boundary.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "'()+_,-./:=?".utf8.contains(byte)
            }
        }
        return (1...70).contains(boundary.utf8.count) && isAllowed ? String(boundary) : nil
    }
}

extension [UInt8] {
    /// Where `mark` begins first, looking at places in `from..<before`.
    fileprivate func place(of mark: [UInt8], from: Int, before: Int) -> Int? {
        guard let first = mark.first, count >= mark.count else { return nil }
        var place = from
        let end = Swift.min(before, count - mark.count + 1)
        while place < end {
            if self[place] == first, self[place...].starts(with: mark) { return place }
            place += 1
        }
        return nil
    }
}
