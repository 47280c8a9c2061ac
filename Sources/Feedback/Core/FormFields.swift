/// The fields of a flat `application/x-www-form-urlencoded` body, in the order they came.
///
/// Our own, because a general decoder answers brackets, duplicates and broken escapes with faults
/// (Traps.md, 16) while a public form knows exactly what it may hold.
package struct FormFields: Sendable, Hashable {
    package static let maximumFields = 96

    private var pairs: [(name: String, value: String)] = []
    /// Whether something like "=5" came, which is nobody's field.
    package private(set) var hasNameless = false

    package init() {}

    /// - Throws: `Refusal.malformed` for broken escapes, text that is not UTF-8, NUL, or more than 96 fields.
    package init(urlEncoded body: some Collection<UInt8>) throws(Refusal) {
        guard !body.isEmpty else { return }
        // Decoded in place: what is decoded is never longer. In an array, because other collections cost more for a
        // byte than all the rest does.
        var bytes = [UInt8](body)
        pairs.reserveCapacity(16)
        var (read, end) = (0, 0)
        var (start, value): (Int, Int?) = (0, nil)
        while read < bytes.count {
            var byte = bytes[read]
            read += 1
            switch byte {
            case UInt8(ascii: "&"):
                try add(bytes[start..<end], value)
                (start, value) = (end, nil)
                continue
            case UInt8(ascii: "=") where value == nil:
                value = end
                continue
            case UInt8(ascii: "+"): byte = UInt8(ascii: " ")
            case UInt8(ascii: "%"):
                guard read + 1 < bytes.count, let high = Self.hex(bytes[read]), let low = Self.hex(bytes[read + 1])
                else { throw .malformed }
                byte = high << 4 | low
                read += 2
            default: break
            }
            guard byte != 0 else { throw .malformed }
            bytes[end] = byte
            end += 1
        }
        try add(bytes[start..<end], value)
    }

    /// - Parameter valueStart: nil: the field has no value.
    private mutating func add(_ field: ArraySlice<UInt8>, _ valueStart: Int?) throws(Refusal) {
        let middle = valueStart ?? field.endIndex
        guard let name = String(validating: field[..<middle], as: UTF8.self),
            let value = String(validating: field[middle...], as: UTF8.self), pairs.count < Self.maximumFields
        else { throw .malformed }
        if !name.isEmpty { pairs.append((name, value)) } else if valueStart != nil { hasNameless = true }
    }

    /// The first value of a field; nil when it was not sent.
    package subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }
    package func values(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }
    package var names: [String] { pairs.map(\.name) }
    package var all: [(name: String, value: String)] { pairs }

    /// Whether a field that stands once on the page came twice.
    package func repeats(_ name: String) -> Bool { pairs.count { $0.name == name } > 1 }

    package mutating func set(_ name: String, _ value: String) {
        pairs.removeAll { $0.name == name }
        pairs.append((name, value))
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    package static func == (a: Self, b: Self) -> Bool {
        a.pairs.elementsEqual(b.pairs) { $0.name == $1.name && $0.value == $1.value }
    }

    package func hash(into hasher: inout Hasher) {
        for pair in pairs {
            hasher.combine(pair.name)
            hasher.combine(pair.value)
        }
    }
}
