import CZlib

/// A page that is the same for everybody but for one short hole (a token, say), compressed once and filled often.
///
/// What is before and after the hole is deflated in `init`; the hole itself travels as a stored deflate block. Filling
/// costs one copy of the compressed page, a CRC over the hole and one step that carries the CRC over the suffix.
package struct GzipSplice: Sendable {
    /// Bytes; the length of hole that is quick to fill.
    package let holeLength: Int

    private let prefix: [UInt8]
    private let suffix: [UInt8]
    /// The finished gzip member with a blank hole and a blank CRC, for whoever fills copies of it in place.
    package let blank: [UInt8]
    package let holeRange: Range<Int>
    package var checksumStart: Int { blank.count - 8 }
    private let prefixCRC: UInt32
    private let suffixCRC: UInt32
    private let overSuffix: UInt

    /// - Parameter holeLength: bytes, brought into 0...65535 (the most a stored block can hold).
    package init(prefix: [UInt8], suffix: [UInt8], holeLength: Int) {
        let length = min(max(holeLength, 0), 65_535)
        self.prefix = prefix
        self.suffix = suffix
        self.holeLength = length
        prefixCRC = Gzip.checksum(prefix)
        suffixCRC = Gzip.checksum(suffix)
        overSuffix = crc32_combine_gen(suffix.count)

        // The prefix ends in an empty stored block; giving that block a length makes it the hole's.
        var page = Gzip.header + Deflate.block(prefix, level: 9, ending: .boundary).dropLast(4)
        page.append(littleEndian: UInt32(length) | UInt32(~UInt16(length)) << 16)
        holeRange = page.count..<(page.count + length)
        page += [UInt8](repeating: 0, count: length)
        page += Deflate.block(
            suffix, level: 9, ending: .stream,
            history: Self.history(before: suffix, prefix: prefix, holeLength: length))
        page += [0, 0, 0, 0]
        page.append(littleEndian: UInt32(truncatingIfNeeded: prefix.count + length + suffix.count))
        blank = page
    }

    /// The page with `hole` in its place, as one complete gzip member.
    ///
    /// A hole of another length than `holeLength` is right too, but the page is then compressed anew (about 1 ms).
    package func filled(with hole: some Collection<UInt8>) -> [UInt8] {
        guard hole.count == holeLength else { return Gzip.compress(plain(with: hole)) }
        var page = blank
        page.replaceSubrange(holeRange, with: hole)
        let sum = checksum(with: hole)
        for index in 0..<4 { page[checksumStart + index] = UInt8(truncatingIfNeeded: sum >> UInt32(8 * index)) }
        return page
    }

    /// What belongs at `checksumStart` of `blank`, little-endian, when `hole` stands in its `holeRange`.
    /// - Parameter hole: `holeLength` bytes.
    package func checksum(with hole: some Collection<UInt8>) -> UInt32 {
        let untilHole =
            unsafe hole.withContiguousStorageIfAvailable { unsafe crc32_z(UInt(prefixCRC), $0.baseAddress, $0.count) }
            ?? Array(hole).withUnsafeBufferPointer { unsafe crc32_z(UInt(prefixCRC), $0.baseAddress, $0.count) }
        return UInt32(truncatingIfNeeded: crc32_combine_op(untilHole, UInt(suffixCRC), overSuffix))
    }

    /// The page with `hole` in its place, for a client that takes no gzip.
    package func plain(with hole: some Collection<UInt8>) -> [UInt8] {
        var page = prefix
        page.reserveCapacity(prefix.count + hole.count + suffix.count)
        page += hole
        page += suffix
        return page
    }

    /// What the suffix may refer back to: the prefix and a stand-in for the hole.
    ///
    /// The stand-in is a byte that the suffix does not contain, so no reference can touch the hole, whatever will be in
    /// it. A suffix with all 256 values gets no history.
    private static func history(before suffix: [UInt8], prefix: [UInt8], holeLength: Int) -> [UInt8] {
        var seen = [Bool](repeating: false, count: 256)
        for byte in suffix { seen[Int(byte)] = true }
        guard let absent = seen.firstIndex(of: false) else { return [] }
        return prefix.suffix(32_768) + [UInt8](repeating: UInt8(absent), count: holeLength)
    }
}
