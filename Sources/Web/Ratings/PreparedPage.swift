import Feedback
import Gzip
import HTTPTypes
import Hummingbird
import NIOCore

/// A rating page with a hole where the visit token stands, in both forms in which it travels.
final class PreparedPage: Sendable {
    let code: DeskCode
    private let splice: GzipSplice
    private let plain: ByteBuffer
    private let plainHole: Int
    private let plainFields: HTTPFields
    private let gzip: ByteBuffer
    private let gzipFields: HTTPFields

    init(code: DeskCode, prefix: [UInt8], suffix: [UInt8], fields: HTTPFields) {
        self.code = code
        splice = GzipSplice(prefix: prefix, suffix: suffix, holeLength: Visit.tokenLength)
        // Every token is as long as any other: even the length is known beforehand.
        plain = ByteBuffer(bytes: splice.plain(with: repeatElement(0, count: Visit.tokenLength)))
        plainHole = prefix.count
        gzip = ByteBuffer(bytes: splice.blank)
        var fields = fields
        fields[.vary] = "Accept-Encoding"
        // Not no-store: going back then shows the page that was sent, with its visit, and pressing again gives the
        // receipt again instead of a second rating. Nobody but this browser may keep it, and nothing personal is
        // on it before it is sent; pages that come back with what was typed are no-store.
        fields[.cacheControl] = "private, no-cache"
        fields[.contentLength] = String(plain.readableBytes)
        plainFields = fields
        fields[.contentEncoding] = "gzip"
        fields[.contentLength] = String(gzip.readableBytes)
        gzipFields = fields
    }

    /// - Parameters:
    ///   - visitToken: `Visit.tokenLength` letters.
    ///   - takesGzip: whether the browser does.
    func response(visitToken: String, takesGzip: Bool) -> Response {
        var bytes = takesGzip ? gzip : plain
        bytes.setString(visitToken, at: takesGzip ? splice.holeRange.lowerBound : plainHole)
        if takesGzip {
            bytes.setInteger(splice.checksum(with: visitToken.utf8), at: splice.checksumStart, endianness: .little)
        }
        return Response(
            status: .ok, headers: takesGzip ? gzipFields : plainFields, body: ResponseBody(byteBuffer: bytes))
    }
}
