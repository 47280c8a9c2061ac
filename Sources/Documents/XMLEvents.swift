/// The little of XML that workbooks are made of, read from front to back: elements, attributes, text, the five names of
/// characters and their numbers. A DOCTYPE, and so every entity of one's own, is refused; nothing is ever fetched.
struct XMLEvents {
    enum Event: Equatable {
        /// Names without their prefix.
        case start(String, [String: String])
        case end(String)
        case text(String)
    }

    static let deepest = 64

    private let bytes: [UInt8]
    private var place: Int
    private var open: [String] = []
    /// Of an element that closes itself.
    private var pendingEnd: String?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        place = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    }

    /// - Returns: nil at the end of a whole document.
    mutating func next() throws(GridFault) -> Event? {
        if let name = pendingEnd {
            pendingEnd = nil
            open.removeLast()
            return .end(name)
        }
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else {
                let start = place
                while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
                let text = try text(start..<place)
                if !open.isEmpty { return .text(text) }
                guard text.allSatisfy(\.isWhitespace) else { throw .brokenXML }
                continue
            }
            if follows("<?") {
                try skip(past: "?>")
            } else if follows("<!--") {
                try skip(past: "-->")
            } else if follows("<![CDATA[") {
                let start = place + 9
                try skip(past: "]]>")
                guard !open.isEmpty else { throw .brokenXML }
                return .text(try plain(start..<place - 3))
            } else if follows("</") {
                return try endTag()
            } else {
                // `<!DOCTYPE` ends here: a name does not begin with "!".
                return try startTag()
            }
        }
        guard open.isEmpty else { throw .brokenXML }
        return nil
    }

    private mutating func endTag() throws(GridFault) -> Event {
        place += 2
        let name = try name()
        skipBlanks()
        guard take(">"), open.popLast() == name else { throw .brokenXML }
        return .end(Self.local(name))
    }

    private mutating func startTag() throws(GridFault) -> Event {
        place += 1
        let name = try name()
        var attributes: [String: String] = [:]
        while true {
            skipBlanks()
            if take("/") {
                guard take(">") else { throw .brokenXML }
                pendingEnd = Self.local(name)
                break
            }
            if take(">") { break }
            let attribute = try self.name()
            skipBlanks()
            guard take("=") else { throw .brokenXML }
            skipBlanks()
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
                throw .brokenXML
            }
            let quote = bytes[place]
            let start = place + 1
            place = start
            while place < bytes.count, bytes[place] != quote { place += 1 }
            guard place < bytes.count else { throw .brokenXML }
            attributes[Self.local(attribute)] = try text(start..<place)
            place += 1
        }
        open.append(name)
        guard open.count <= Self.deepest else { throw .brokenXML }
        return .start(Self.local(name), attributes)
    }

    private mutating func name() throws(GridFault) -> String {
        let start = place
        while place < bytes.count, Self.isOfName(bytes[place]) { place += 1 }
        guard place > start else { throw .brokenXML }
        return try plain(start..<place)
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xff:
            true
        case UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }

    private static func local(_ name: String) -> String {
        name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }

    private func follows(_ mark: String) -> Bool { bytes[place...].starts(with: mark.utf8) }

    private mutating func take(_ mark: Character) -> Bool {
        guard place < bytes.count, mark.asciiValue == bytes[place] else { return false }
        place += 1
        return true
    }

    private mutating func skipBlanks() {
        while place < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[place]) { place += 1 }
    }

    private mutating func skip(past mark: String) throws(GridFault) {
        while place < bytes.count {
            if follows(mark) {
                place += mark.utf8.count
                return
            }
            place += 1
        }
        throw .brokenXML
    }

    private func plain(_ range: Range<Int>) throws(GridFault) -> String {
        guard let text = String(validating: bytes[range], as: UTF8.self) else { throw .brokenXML }
        return text
    }

    /// Text with its characters' names and numbers replaced.
    private func text(_ range: Range<Int>) throws(GridFault) -> String {
        let raw = try plain(range)
        guard raw.utf8.contains(UInt8(ascii: "&")) else { return raw }
        var result = ""
        var rest = raw[...]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            guard let end = rest[mark...].prefix(12).firstIndex(of: ";"),
                let scalar = Self.scalar(String(rest[rest.index(after: mark)..<end]))
            else { throw .brokenXML }
            result.unicodeScalars.append(scalar)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func scalar(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "lt": "<"
        case "gt": ">"
        case "amp": "&"
        case "quot": "\""
        case "apos": "'"
        case _ where name.hasPrefix("#x"): UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        case _ where name.hasPrefix("#"): UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
        default: nil
        }
    }
}
