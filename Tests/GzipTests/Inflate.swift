import CZlib

/// zlib's own reader: checks the header, the CRC and the length, and that nothing follows the member.
func inflated(_ member: [UInt8], expecting count: Int) -> [UInt8]? {
    var stream = unsafe z_stream()
    guard unsafe inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
        return nil
    }
    defer { unsafe inflateEnd(&stream) }
    var input = member
    var complete = false
    let output = unsafe [UInt8](unsafeUninitializedCapacity: count + 1) { output, written in
        unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe stream.next_in = source.baseAddress
            unsafe stream.avail_in = UInt32(source.count)
            unsafe stream.next_out = output.baseAddress
            unsafe stream.avail_out = UInt32(count + 1)
            let result = unsafe inflate(&stream, Z_FINISH)
            complete = unsafe result == Z_STREAM_END && stream.avail_in == 0
        }
        written = unsafe count + 1 - Int(stream.avail_out)
    }
    return complete ? output : nil
}
