import CZlib

/// Gzip streams (RFC 1952) made with zlib.
package enum Gzip {
    /// One gzip member with `bytes` in it; the header carries no time and no name, so equal input gives equal output.
    ///
    /// - Parameter level: 1 (fast) to 9 (small); other values are brought into that range.
    package static func compress(_ bytes: [UInt8], level: Int = 9) -> [UInt8] {
        var body = Deflate.block(bytes, level: level, ending: .stream)
        body.insert(contentsOf: header, at: 0)
        body.append(littleEndian: checksum(bytes))
        body.append(littleEndian: UInt32(truncatingIfNeeded: bytes.count))
        return body
    }

    /// Magic, deflate, no flags, no time, smallest, unknown system.
    static let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            UInt32(truncatingIfNeeded: unsafe crc32_z(0, buffer.baseAddress, buffer.count))
        }
    }
}

extension [UInt8] {
    mutating func append(littleEndian value: UInt32) {
        for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
    }
}
