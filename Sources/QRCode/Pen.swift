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
        bytes.append(heading == .right || heading == .left ? UInt8(ascii: "h") : UInt8(ascii: "v"))
        if heading == .left || heading == .up { bytes.append(UInt8(ascii: "-")) }
        write(length)
    }

    mutating func close() { bytes.append(UInt8(ascii: "z")) }

    /// - Parameter number: 0 or more.
    @inline(__always)
    private mutating func write(_ number: Int) {
        // Nearly all runs are shorter than ten modules.
        if number < 10 {
            bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number))
        } else {
            bytes.append(contentsOf: String(number).utf8)
        }
    }
}
