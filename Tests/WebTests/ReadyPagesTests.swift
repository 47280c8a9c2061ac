import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

/// The short cut of a page that is ready, beside everything that goes the long way.
struct ReadyPagesTests {
    private static let ready = ReadyPage(
        head: HTTPResponse(status: .ok, headerFields: [.contentLength: "2"]), body: ByteBuffer(string: "hi"))

    private func line() -> EmbeddedChannel {
        EmbeddedChannel(handler: ReadyPages { $0.path == "/ready" ? Self.ready : nil })
    }

    private func ask(_ path: String, of line: EmbeddedChannel) throws {
        try line.writeInbound(
            HTTPRequestPart.head(HTTPRequest(method: .get, scheme: "http", authority: "a", path: path)))
        try line.writeInbound(HTTPRequestPart.end(nil))
    }

    private func answered(_ line: EmbeddedChannel) throws -> [HTTPResponsePart] {
        var parts: [HTTPResponsePart] = []
        while let part = try line.readOutbound(as: HTTPResponsePart.self) { parts.append(part) }
        return parts
    }

    private func passedOn(_ line: EmbeddedChannel) throws -> [HTTPRequestPart] {
        var parts: [HTTPRequestPart] = []
        while let part = try line.readInbound(as: HTTPRequestPart.self) { parts.append(part) }
        return parts
    }

    @Test("A page that is ready is sent at the end of its request, and nobody else hears of it")
    func isSent() throws {
        let line = line()
        for _ in 0..<2 {
            try ask("/ready", of: line)
            #expect(try answered(line) == [.head(Self.ready.head), .body(Self.ready.body), .end(nil)])
        }
        #expect(try passedOn(line).isEmpty)
    }

    @Test("Everything else is passed on whole")
    func passesOn() throws {
        let line = line()
        try ask("/other", of: line)
        #expect(try passedOn(line).count == 2)
        #expect(try answered(line).isEmpty)
    }

    @Test("A page that is ready waits its turn behind an earlier request of the line")
    func keepsOrder() throws {
        let line = line()
        try ask("/other", of: line)
        try ask("/ready", of: line)
        #expect(try answered(line).isEmpty)
        #expect(try passedOn(line).count == 4)
        for _ in 0..<2 {
            try line.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
            try line.writeOutbound(HTTPResponsePart.end(nil))
        }
        _ = try answered(line)
        try ask("/ready", of: line)
        #expect(try answered(line).count == 3)
    }
}
