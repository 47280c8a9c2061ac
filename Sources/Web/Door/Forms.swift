import Feedback
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// Reads the body as a form that a browser sends.
    /// - Throws: `Refusal.unsupportedType`, `.tooLarge` or `.malformed`; `LineLost` when the body breaks off.
    func form(_ limits: WebLimits) async throws -> FormFields {
        guard isForm else { throw Refusal.unsupportedType }
        if let length = headers[.contentLength].flatMap(Int.init), length > limits.body { throw Refusal.tooLarge }
        return try FormFields(urlEncoded: try await bytes(atMost: limits.form).readableBytesView)
    }

    /// The type is compared without parameters: browsers send none, some tools add a charset.
    private var isForm: Bool {
        let type = headers[.contentType]?.split(separator: ";").first?.lowercased() ?? ""
        return type.trimming(" ") == "application/x-www-form-urlencoded"
    }

    /// Reads on over the limit, up to what `RequestGuard` lets through, and throws that away: an answer before the end
    /// of the body would be lost when the line is closed on unread bytes.
    func bytes(atMost limit: Int) async throws -> ByteBuffer {
        var all = ByteBuffer()
        var isOver = false
        do {
            for try await part in body {
                isOver = isOver || all.readableBytes + part.readableBytes > limit
                if !isOver { all.writeImmutableBuffer(part) }
            }
        } catch {
            throw LineLost(reason: error)
        }
        if isOver { throw Refusal.tooLarge }
        return all
    }
}

/// The visitor's line broke, or what came over it is not HTTP. Hummingbird closes it; there is nobody to answer.
struct LineLost: Error {
    let reason: any Error
}

extension StringProtocol {
    func trimming(_ character: Character) -> SubSequence {
        let end = lastIndex { $0 != character }.map(index(after:)) ?? startIndex
        return self[..<end].drop { $0 == character }
    }
}
