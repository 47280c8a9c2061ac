import Feedback
import Foundation
import Gzip
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// The public figures as ready bytes: drawn once for each state of what is published, sent to everybody.
final class OpenShelf: Sendable {
    /// A page or file of the public figures, plain and compressed.
    struct Sheet: Sendable {
        let status: HTTPResponse.Status
        private(set) var fields: HTTPFields
        let plain: ByteBuffer
        let gzip: ByteBuffer
        /// Of the content, without quotes.
        let tag: String

        init(_ bytes: [UInt8], status: HTTPResponse.Status = .ok, fields: HTTPFields) {
            self.status = status
            self.fields = fields
            // The length is that of whichever form goes out.
            self.fields[.contentLength] = nil
            plain = ByteBuffer(bytes: bytes)
            gzip = ByteBuffer(bytes: Gzip.compress(bytes))
            tag = SecretToken(text: String(decoding: bytes, as: UTF8.self)).hash.prefix(12).map {
                ($0 < 16 ? "0" : "") + String($0, radix: 16)
            }.joined()
        }
    }

    /// Sheets kept at most; there are three for a period and one for each of its units.
    private static let most = 4_000
    private let shelf = Mutex<(stamp: PublicationStamp?, sheets: [String: Sheet])>((nil, [:]))

    func sheet(_ name: String, _ stamp: PublicationStamp) -> Sheet? {
        shelf.withLock { $0.stamp == stamp ? $0.sheets[name] : nil }
    }

    /// What was drawn of an older state goes.
    func keep(_ sheet: Sheet, as name: String, _ stamp: PublicationStamp) {
        shelf.withLock { shelf in
            if shelf.stamp != stamp || shelf.sheets.count >= Self.most { shelf = (stamp, [:]) }
            shelf.sheets[name] = sheet
        }
    }
}

extension OpenShelf.Sheet {
    /// - Parameter request: its fields say what the reader has already, and whether gzip may come.
    func response(to request: Request) -> Response {
        let takesGzip = request.headers[.acceptEncoding]?.contains("gzip") ?? false
        let name = takesGzip ? "\"\(tag)-gz\"" : "\"\(tag)\""
        var fields = fields
        fields[.eTag] = name
        fields[.vary] = "Accept-Encoding"
        // Kept by browsers, and asked about each time: what is withdrawn is gone at once, and a tag answers in a line.
        fields[.cacheControl] = "public, no-cache"
        let known = request.headers[values: .ifNoneMatch].joined(separator: ",").split(separator: ",")
            .map { $0.trimming(" ").trimmingPrefix("W/") }
        if status == .ok, known.contains(where: { $0 == name[...] || $0 == "*" }) {
            fields[.contentType] = nil
            return Response(status: .notModified, headers: fields)
        }
        if takesGzip { fields[.contentEncoding] = "gzip" }
        return Response(
            status: status, headers: fields, body: ResponseBody(byteBuffer: takesGzip ? gzip : plain))
    }
}
