import CZlib

/// Raw deflate data (RFC 1951), without any wrapping.
enum Deflate {
    enum Ending {
        /// The last block: nothing may follow.
        case stream
        /// An empty stored block, on a byte boundary: the data ends in 00 00 FF FF and more may follow.
        case boundary

        var flush: Int32 {
            switch self {
            case .stream: Z_FINISH
            case .boundary: Z_SYNC_FLUSH
            }
        }
    }

    /// Deflates `bytes` in one go.
    ///
    /// - Parameter history: what the reader has already inflated when it comes to this data; `bytes` may refer to the
    ///   last 32 KiB of it. Empty: `bytes` stand alone.
    static func block(
        _ bytes: [UInt8], level: Int, ending: Ending, history: [UInt8] = []
    ) -> [UInt8] {
        var stream = unsafe z_stream()
        // 15: the largest window, negative: no zlib header. 9: all the memory zlib can use (it is freed below).
        let opened = unsafe deflateInit2_(
            &stream, Int32(min(max(level, 1), 9)), Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY,
            ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        // Fails only without memory or with another zlib than the one compiled against: nothing a caller can mend.
        precondition(opened == Z_OK, "zlib does not start")
        defer { unsafe deflateEnd(&stream) }

        var input = bytes
        if !history.isEmpty {
            _ = unsafe deflateSetDictionary(&stream, history, UInt32(history.count))
        }
        // deflateBound counts a finished stream; a boundary needs up to 6 bytes more.
        let capacity = Int(unsafe deflateBound(&stream, UInt(bytes.count))) + 16
        return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            unsafe input.withUnsafeMutableBufferPointer { source in
                unsafe stream.next_in = source.baseAddress
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(capacity)
                let result = unsafe deflate(&stream, ending.flush)
                precondition(result == (ending == .stream ? Z_STREAM_END : Z_OK), "zlib does not end")
            }
            count = unsafe capacity - Int(stream.avail_out)
        }
    }
}
