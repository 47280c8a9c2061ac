import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

/// The guard on every line, with a clock that is moved by hand.
struct RequestGuardTests {
    private let loop = EmbeddedEventLoop()
    private let limits = WebLimits()

    private func line(_ handlers: [any ChannelHandler] = []) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handlers: handlers + [RequestGuard(limits)], loop: loop)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private static let head = HTTPRequestPart.head(
        HTTPRequest(method: .post, scheme: "http", authority: "a", path: "/"))
    private static let answer = HTTPResponsePart.head(HTTPResponse(status: .ok))

    private func bytes(_ count: Int) -> HTTPRequestPart { .body(ByteBuffer(repeating: 1, count: count)) }

    @Test("A body that drips is cut when the whole request takes too long")
    func drip() throws {
        let channel = try line()
        try channel.writeInbound(Self.head)
        for _ in 0..<(limits.wholeRequest - 1) {
            loop.advanceTime(by: .seconds(1))
            try channel.writeInbound(bytes(1))
        }
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("A request that arrived whole may be answered as late as it takes")
    func slowAnswer() throws {
        let channel = try line()
        try channel.writeInbound(Self.head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        loop.advanceTime(by: .seconds(3_600))
        #expect(channel.isActive)
    }

    @Test("A body without end is cut at the limit")
    func endless() throws {
        let channel = try line()
        try channel.writeInbound(Self.head)
        for _ in 0..<(limits.body / 1_024) { try channel.writeInbound(bytes(1_024)) }
        #expect(channel.isActive)
        try channel.writeInbound(bytes(1))
        #expect(!channel.isActive)
    }

    @Test("A new request on the same line begins at zero")
    func keepAlive() throws {
        let channel = try line()
        for _ in 0..<3 {
            try channel.writeInbound(Self.head)
            try channel.writeInbound(bytes(limits.body))
            try channel.writeInbound(HTTPRequestPart.end(nil))
            loop.advanceTime(by: .seconds(Int64(limits.wholeRequest)))
        }
        #expect(channel.isActive)
    }

    @Test("After an early answer the line closes soon, unless the request ends")
    func earlyAnswer() throws {
        for ends in [false, true] {
            let channel = try line()
            try channel.writeInbound(Self.head)
            try channel.writeOutbound(Self.answer)
            try channel.writeOutbound(HTTPResponsePart.end(nil))
            #expect(channel.isActive)
            if ends { try channel.writeInbound(HTTPRequestPart.end(nil)) }
            loop.advanceTime(by: .seconds(Int64(limits.farewell)))
            #expect(channel.isActive == ends)
        }
    }

    @Test("Who takes nothing of the answer is cut; who takes a little is not")
    func stalledReader() throws {
        let stall = Stall()
        let channel = try line([stall])
        channel.writeAndFlush(Self.answer, promise: nil)
        for _ in 0..<2 { channel.writeAndFlush(HTTPResponsePart.body(ByteBuffer(string: "a")), promise: nil) }
        loop.advanceTime(by: .seconds(Int64(limits.stalledReader) - 1))
        stall.takeOne()
        loop.advanceTime(by: .seconds(Int64(limits.stalledReader) - 1))
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("Who takes nothing of a whole answer is cut, even when the next request is on its way")
    func stalledAnswer() throws {
        let stall = Stall()
        let channel = try line([stall])
        try channel.writeInbound(Self.head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.write(Self.answer, promise: nil)
        channel.write(HTTPResponsePart.body(ByteBuffer(string: "a")), promise: nil)
        channel.writeAndFlush(HTTPResponsePart.end(nil), promise: nil)
        loop.advanceTime(by: .seconds(Int64(limits.stalledReader) - 1))
        try channel.writeInbound(Self.head)
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("A line that was used for long is cut as soon as a new one")
    func alarmMovesOn() throws {
        let channel = try line()
        for _ in 0..<10 {
            try channel.writeInbound(Self.head)
            try channel.writeInbound(HTTPRequestPart.end(nil))
            try channel.writeOutbound(Self.answer)
            try channel.writeOutbound(HTTPResponsePart.end(nil))
            loop.advanceTime(by: .seconds(Int64(limits.wholeRequest) - 3))
        }
        try channel.writeInbound(Self.head)
        loop.advanceTime(by: .seconds(Int64(limits.wholeRequest) - 1))
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("An open stream with a heartbeat lives on")
    func stream() throws {
        let channel = try line()
        try channel.writeInbound(Self.head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        try channel.writeOutbound(Self.answer)
        for _ in 0..<240 {
            loop.advanceTime(by: .seconds(15))
            try channel.writeOutbound(HTTPResponsePart.body(ByteBuffer(string: "event: beat\n\n")))
        }
        #expect(channel.isActive)
    }

    @Test("A visitor who closed their side has gone")
    func halfClosed() throws {
        let channel = try line()
        try channel.writeInbound(Self.head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(Int64(limits.farewell)))
        #expect(!channel.isActive)
    }
}

/// A reader that takes what waits for it one by one, when told.
private final class Stall: ChannelOutboundHandler {
    typealias OutboundIn = HTTPResponsePart

    private var waiting: [EventLoopPromise<Void>] = []

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if let promise { waiting.append(promise) }
    }

    func takeOne() { if !waiting.isEmpty { waiting.removeFirst().succeed() } }

    func handlerRemoved(context: ChannelHandlerContext) {
        waiting.forEach { $0.fail(ChannelError.ioOnClosedChannel) }
    }
}
