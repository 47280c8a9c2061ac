import CCurl
import Foundation

/// The three C functions that libcurl calls during a transfer, and what they need. Each gets the watch's own address.
@safe final class SMTPWatch {
    private let curl: UnsafeMutableRawPointer
    private let transfer: SMTPTransfer

    init(curl: UnsafeMutableRawPointer, transfer: SMTPTransfer) {
        unsafe self.curl = unsafe curl
        self.transfer = transfer
    }

    static let body: curl_read_callback = { buffer, size, count, context in
        guard let buffer = unsafe buffer, let watch = unsafe SMTPWatch.at(context) else {
            return Int(CURL_READFUNC_ABORT)
        }
        let piece = watch.transfer.nextBytes(size * count)
        unsafe UnsafeMutableRawBufferPointer(start: buffer, count: piece.count).copyBytes(from: piece)
        return piece.count
    }

    static let replies: curl_write_callback = { line, size, count, context in
        if let line = unsafe line, let watch = unsafe SMTPWatch.at(context) {
            unsafe watch.transfer.heard(UnsafeRawBufferPointer(start: line, count: size * count))
        }
        return size * count
    }

    static let patience: curl_xferinfo_callback = { context, _, _, _, _ in
        guard let watch = unsafe SMTPWatch.at(context) else { return 1 }
        let isConnected = unsafe curl_is_connected(watch.curl) != 0
        return watch.transfer.mayGoOn(isConnected: isConnected) ? 0 : 1
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> SMTPWatch? {
        guard let context = unsafe context else { return nil }
        return unsafe Unmanaged<SMTPWatch>.fromOpaque(context).takeUnretainedValue()
    }
}
