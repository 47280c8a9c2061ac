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

    /// What was read and drawn of one state of what is published; while it is, everybody waits for the same task.
    private struct Kept {
        var stamp: PublicationStamp?
        var publications: Task<[Publication], any Error>?
        var sheets: [String: (mark: String, task: Task<Sheet, any Error>)] = [:]

        /// What is kept of an older state goes.
        mutating func turn(to stamp: PublicationStamp) {
            if self.stamp != stamp { self = Kept(stamp: stamp) }
        }
    }

    private let most: Int
    private let kept = Mutex(Kept())

    /// - Parameter most: sheets kept at most; there are three for a period, one for each of its units, two posters of
    ///   each unit. When it is full, one goes for each that comes.
    init(most: Int = 4_000) { self.most = most }

    /// Sheets on the shelf.
    var count: Int { kept.withLock { $0.sheets.count } }

    /// Every version of every period, decoded once.
    func publications(
        _ stamp: PublicationStamp, read: @escaping @Sendable () async throws -> [Publication]
    ) async throws -> [Publication] {
        let task = kept.withLock { kept in
            kept.turn(to: stamp)
            let task = kept.publications ?? Task { try await read() }
            kept.publications = task
            return task
        }
        do {
            return try await task.value
        } catch {
            kept.withLock { if $0.publications == task { $0.publications = nil } }
            throw error
        }
    }

    /// The sheet of this name, or what `draw` makes of it. What throws is not kept.
    /// - Parameters:
    ///   - name: of something that exists: whoever asks for what does not must not fill the shelf.
    ///   - mark: what else but publications it depends on. Another mark, and the sheet is drawn anew.
    func sheet(
        _ name: String, mark: String = "", _ stamp: PublicationStamp,
        draw: @escaping @Sendable () async throws -> Sheet
    ) async throws -> Sheet {
        let task = kept.withLock { kept in
            kept.turn(to: stamp)
            if let (found, task) = kept.sheets[name], found == mark { return task }
            if kept.sheets.count >= most, kept.sheets[name] == nil, let any = kept.sheets.keys.first {
                kept.sheets[any] = nil
            }
            // A task of its own: whoever asked first may hang up, the others wait on.
            let task = Task { try await draw() }
            kept.sheets[name] = (mark, task)
            return task
        }
        do {
            return try await task.value
        } catch {
            kept.withLock { if $0.sheets[name]?.task == task { $0.sheets[name] = nil } }
            throw error
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
