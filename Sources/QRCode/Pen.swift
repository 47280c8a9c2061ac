/// The four ways along the edges of modules, y pointing down.
enum Heading {
    case right, down, left, up

    var turnedRight: Heading {
        switch self {
        case .right: .down
        case .down: .left
        case .left: .up
        case .up: .right
        }
    }

    var turnedLeft: Heading {
        switch self {
        case .right: .up
        case .down: .right
        case .left: .down
        case .up: .left
        }
    }
}

/// Writes SVG path data as bytes: string interpolation would take longer than finding the code itself.
struct Pen {
    private var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    var drawing: String { String(decoding: bytes, as: UTF8.self) }

    mutating func move(x: Int, y: Int) {
        bytes.append(UInt8(ascii: "M"))
        write(x)
        bytes.append(UInt8(ascii: " "))
        write(y)
    }

    mutating func line(_ heading: Heading, _ length: Int) {
        switch heading {
        case .right: bytes.append(UInt8(ascii: "h"))
        case .down: bytes.append(UInt8(ascii: "v"))
        case .left:
            bytes.append(UInt8(ascii: "h"))
            bytes.append(UInt8(ascii: "-"))
        case .up:
            bytes.append(UInt8(ascii: "v"))
            bytes.append(UInt8(ascii: "-"))
        }
        write(length)
    }

    mutating func close() { bytes.append(UInt8(ascii: "z")) }

    /// - Parameter number: 0 or more.
    private mutating func write(_ number: Int) {
        if number >= 10 { write(number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
