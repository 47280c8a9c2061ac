import CZlib

/// Unpacks raw deflate data (RFC 1951) of a known size.
enum Inflate {
    /// - Parameters:
    ///   - size: how large it must become; nothing is written beyond.
    ///   - checksum: CRC-32 of the result.
    /// - Throws: `GridFault.brokenZip` for anything else.
    static func unpack(_ packed: ArraySlice<UInt8>, size: Int, checksum: UInt32) throws(GridFault) -> [UInt8] {
        var stream = unsafe z_stream()
        let opened = unsafe inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard opened == Z_OK else { throw .brokenZip }
        defer { unsafe inflateEnd(&stream) }

        var input = Array(packed)
        var isWhole = false
        let output = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { output, count in
            unsafe input.withUnsafeMutableBufferPointer { source in
                unsafe stream.next_in = source.baseAddress
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = output.baseAddress
                // One more than promised: data that goes on is noticed, and not written.
                unsafe stream.avail_out = UInt32(size + 1)
                isWhole = unsafe inflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = unsafe size + 1 - Int(stream.avail_out)
        }
        guard isWhole, output.count == size, self.checksum(of: output) == checksum else { throw .brokenZip }
        return output
    }

    static func checksum(of bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: unsafe crc32(0, bytes, UInt32(bytes.count)))
    }
}
