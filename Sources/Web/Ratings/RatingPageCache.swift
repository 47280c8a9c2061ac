import Feedback
import Foundation
import Gzip
import HTTPTypes
import Hummingbird
import Pages
import Synchronization

/// The rating page of each desk, drawn and compressed once a day; a request puts its visit token in.
///
/// What is kept holds for one version of the directory and one day, because the shift on duty changes at midnight and
/// codes change with the directory. It never grows beyond the codes in force.
final class RatingPageCache: Sendable {
    /// A page with a hole where the visit token stands.
    final class Prepared: Sendable {
        let code: DeskCode
        private let splice: GzipSplice
        private let plainFields: HTTPFields
        private let gzipFields: HTTPFields

        init(code: DeskCode, prefix: [UInt8], suffix: [UInt8], fields: HTTPFields) {
            self.code = code
            splice = GzipSplice(prefix: prefix, suffix: suffix, holeLength: Visit.tokenLength)
            // Every token is as long as any other: even the length is known beforehand.
            let token = [UInt8](repeating: 0, count: Visit.tokenLength)
            var plain = fields
            plain[.vary] = "Accept-Encoding"
            // Not no-store: going back then shows the page that was sent, with its visit, and pressing again gives the
            // receipt again instead of a second rating. Nobody but this browser may keep it, and nothing personal is
            // on it before it is sent; pages that come back with what was typed are no-store.
            plain[.cacheControl] = "private, no-cache"
            plain[.contentLength] = String(splice.plain(with: token).count)
            var gzip = plain
            gzip[.contentEncoding] = "gzip"
            gzip[.contentLength] = String(splice.filled(with: token).count)
            (plainFields, gzipFields) = (plain, gzip)
        }

        func response(visitToken: String, gzip: Bool) -> Response {
            let bytes = gzip ? splice.filled(with: visitToken.utf8) : splice.plain(with: visitToken.utf8)
            return Response(
                status: .ok, headers: gzip ? gzipFields : plainFields,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }

    private struct Kept {
        var version = -1
        var day = Int.min
        var pages: [String: Prepared] = [:]
    }

    private let fields: HTTPFields
    private let kept = Mutex(Kept())

    /// - Parameter fields: the headers of a citizen's page.
    init(fields: HTTPFields) { self.fields = fields }

    /// - Parameter typed: the code as it stands in the address.
    /// - Throws: `Refusal` for a code without a page.
    func page(_ typed: String, directory: Directory, now: Date) throws -> Prepared {
        let (version, day) = (directory.version, Month.localSeconds(now) / 86_400)
        if let page = kept.withLock({ $0.version == version && $0.day == day ? $0.pages[typed] : nil }) { return page }
        guard let code = DeskCode(typed) else { throw Refusal.notFound }
        let shell = try RatingPage.shell(code: code, directory: directory, day: LocalDay(now))
        let page = Prepared(code: code, prefix: shell.prefix, suffix: shell.suffix, fields: fields)
        kept.withLock { kept in
            if kept.version != version || kept.day != day { kept = Kept(version: version, day: day) }
            // Under the code itself only: as it is printed, and bounded by what exists.
            kept.pages[code.rawValue] = page
        }
        return page
    }
}
