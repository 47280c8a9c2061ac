package import NIOCore
package import NIOHTTPTypes

/// Bounds every request in time and in bytes, which Hummingbird does not (Traps.md, 12).
///
/// It stands between the HTTP codec and Hummingbird's own handlers. It cuts the line when a request takes too long to
/// arrive, when its body is too large even to be thrown away, when nobody reads the answer, and when the answer is
/// given but the request, or the visitor's half-closed line, goes on.
package final class RequestGuard: ChannelDuplexHandler, RemovableChannelHandler {
    package typealias InboundIn = HTTPRequestPart
    package typealias InboundOut = HTTPRequestPart
    package typealias OutboundIn = HTTPResponsePart
    package typealias OutboundOut = HTTPResponsePart

    private let wholeRequest: TimeAmount
    private let stalledReader: TimeAmount
    private let farewell: TimeAmount
    private let largestBody: Int

    private var isReading = false
    private var bodyBytes = 0
    private var unflushed = 0
    private var requestDeadline: Scheduled<Void>?
    private var readerDeadline: Scheduled<Void>?
    private var farewellDeadline: Scheduled<Void>?

    package init(_ limits: WebLimits) {
        wholeRequest = .seconds(Int64(limits.wholeRequest))
        stalledReader = .seconds(Int64(limits.stalledReader))
        farewell = .seconds(Int64(limits.farewell))
        largestBody = limits.body
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            isReading = true
            bodyBytes = 0
            set(&requestDeadline, in: wholeRequest, context)
        case .body(let bytes):
            bodyBytes += bytes.readableBytes
            if bodyBytes > largestBody { return context.close(promise: nil) }
        case .end:
            isReading = false
            clear(&requestDeadline)
            clear(&farewellDeadline)
        }
        context.fireChannelRead(data)
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let written = promise ?? context.eventLoop.makePromise()
        unflushed += 1
        if readerDeadline == nil { set(&readerDeadline, in: stalledReader, context) }
        let endsEarly = isReading && isEnd(unwrapOutboundIn(data))
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        written.futureResult.whenComplete { _ in
            let (handler, context) = bound.value
            handler.flushed(endsEarly: endsEarly, context)
        }
        context.write(data, promise: written)
    }

    private func flushed(endsEarly: Bool, _ context: ChannelHandlerContext) {
        unflushed -= 1
        clear(&readerDeadline)
        if unflushed > 0 { set(&readerDeadline, in: stalledReader, context) }
        // Not at once: closing on bytes that were not read resets the line, and the answer may be lost with it
        // (RFC 9112, 9.6).
        if endsEarly && isReading { set(&farewellDeadline, in: farewell, context) }
    }

    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // Browsers and proxies close both sides: whoever has closed theirs will soon have gone. Without this, a stream
        // of events would be written to nobody until the next heartbeats fail.
        if case .inputClosed? = event as? ChannelEvent { set(&farewellDeadline, in: farewell, context) }
        context.fireUserInboundEventTriggered(event)
    }

    package func channelInactive(context: ChannelHandlerContext) {
        clear(&requestDeadline)
        clear(&readerDeadline)
        clear(&farewellDeadline)
        context.fireChannelInactive()
    }

    private func isEnd(_ part: HTTPResponsePart) -> Bool {
        if case .end = part { true } else { false }
    }

    private func set(_ deadline: inout Scheduled<Void>?, in time: TimeAmount, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }

    private func clear(_ deadline: inout Scheduled<Void>?) {
        deadline?.cancel()
        deadline = nil
    }
}

@available(*, unavailable)
extension RequestGuard: Sendable {}
