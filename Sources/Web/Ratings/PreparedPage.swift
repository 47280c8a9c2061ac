import Feedback
import Foundation
import Gzip
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// A rating page with a hole where the visit token stands, in both forms in which it travels.
final class PreparedPage: Sendable {
    let code: DeskCode
    /// Counts each time it is sent.
    private let openings: OpeningCounts.Counter
    private let splice: GzipSplice
    private let plain: ByteBuffer
    private let plainHole: Int
    private let plainHead: HTTPResponse
    private let gzip: ByteBuffer
    private let gzipHead: HTTPResponse
    /// The heads with the date of this second.
    private let dated: Mutex<(second: Int, plain: HTTPResponse, gzip: HTTPResponse)>

    init(
        code: DeskCode, prefix: [UInt8], suffix: [UInt8], fields: HTTPFields, openings: OpeningCounts.Counter
    ) {
        self.code = code
        self.openings = openings
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
        plainHead = HTTPResponse(status: .ok, headerFields: fields)
        fields[.contentEncoding] = "gzip"
        fields[.contentLength] = String(gzip.readableBytes)
        gzipHead = HTTPResponse(status: .ok, headerFields: fields)
        dated = Mutex((0, plainHead, gzipHead))
    }

    /// - Parameters:
    ///   - visitToken: `Visit.tokenLength` letters.
    ///   - takesGzip: whether the browser does.
    ///   - isOpening: false for HEAD, which shows nobody anything.
    func response(visitToken: String, takesGzip: Bool, isOpening: Bool) -> Response {
        if isOpening { openings.add() }
        return Response(
            status: .ok, headers: (takesGzip ? gzipHead : plainHead).headerFields,
            body: ResponseBody(byteBuffer: body(visitToken: visitToken, takesGzip: takesGzip)))
    }

    /// The same, with the date that the server otherwise adds (RFC 9110, 6.6.1).
    func ready(visitToken: String, takesGzip: Bool, at now: Date) -> ReadyPage {
        openings.add()
        let second = Int(now.timeIntervalSince1970)
        let head = dated.withLock { dated in
            if dated.second != second {
                let date = now.formatted(Self.httpDate)
                dated = (second, plainHead, gzipHead)
                dated.plain.headerFields[.date] = date
                dated.gzip.headerFields[.date] = date
            }
            return takesGzip ? dated.gzip : dated.plain
        }
        return ReadyPage(head: head, body: body(visitToken: visitToken, takesGzip: takesGzip))
    }

    /// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7).
    private static let httpDate = Date.VerbatimFormatStyle(
        format: """
            \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
            \(second: .twoDigits) GMT
            """, locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))

    private func body(visitToken: String, takesGzip: Bool) -> ByteBuffer {
        var bytes = takesGzip ? gzip : plain
        bytes.setString(visitToken, at: takesGzip ? splice.holeRange.lowerBound : plainHole)
        if takesGzip {
            bytes.setInteger(splice.checksum(with: visitToken.utf8), at: splice.checksumStart, endianness: .little)
        }
        return bytes
    }
}
