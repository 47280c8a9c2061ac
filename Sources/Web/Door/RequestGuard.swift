import HTTPTypes
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
    private let largestUpload: Int
    private var bodyLimit = 0

    private var isReading = false
    private var bodyBytes = 0
    private var unflushed = 0
    /// Whether the head of an answer was written and nothing was flushed since.
    private var isBesideHead = false

    private var requestDeadline = NIODeadline.distantFuture
    private var readerDeadline = NIODeadline.distantFuture
    private var farewellDeadline = NIODeadline.distantFuture
    private var alarm: Scheduled<Void>?
    private var alarmTime = NIODeadline.distantFuture

    package init(_ limits: WebLimits) {
        wholeRequest = .seconds(Int64(limits.wholeRequest))
        stalledReader = .seconds(Int64(limits.stalledReader))
        farewell = .seconds(Int64(limits.farewell))
        largestBody = limits.body
        // A browser's file comes with marks around it, and one too large should be told so.
        largestUpload = 2 * limits.upload
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            isReading = true
            bodyBytes = 0
            bodyLimit = head.path == WebLimits.uploadPath ? largestUpload : largestBody
            requestDeadline = after(wholeRequest, context)
        case .body(let bytes):
            bodyBytes += bytes.readableBytes
            if bodyBytes > bodyLimit { return context.close(promise: nil) }
        case .end:
            isReading = false
            requestDeadline = .distantFuture
            farewellDeadline = .distantFuture
        }
        context.fireChannelRead(data)
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head:
            isBesideHead = true
            context.write(data, promise: promise)
        case .body where isBesideHead:
            // A whole answer comes in one go; its end tells when the reader has it. Parts of a stream come alone.
            context.write(data, promise: promise)
        case .body:
            follow(data, promise, endsEarly: false, context)
        case .end:
            follow(data, promise, endsEarly: isReading, context)
        }
    }

    package func flush(context: ChannelHandlerContext) {
        isBesideHead = false
        context.flush()
    }

    private func follow(
        _ data: NIOAny, _ promise: EventLoopPromise<Void>?, endsEarly: Bool, _ context: ChannelHandlerContext
    ) {
        let written = promise ?? context.eventLoop.makePromise()
        if unflushed == 0 { readerDeadline = after(stalledReader, context) }
        unflushed += 1
        written.futureResult.assumeIsolated().whenComplete { _ in self.flushed(endsEarly: endsEarly, context) }
        context.write(data, promise: written)
    }

    private func flushed(endsEarly: Bool, _ context: ChannelHandlerContext) {
        unflushed -= 1
        readerDeadline = unflushed > 0 ? after(stalledReader, context) : .distantFuture
        // Not at once: closing on bytes that were not read resets the line, and the answer may be lost with it
        // (RFC 9112, 9.6).
        if endsEarly && isReading { farewellDeadline = after(farewell, context) }
    }

    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // Browsers and proxies close both sides: whoever has closed theirs will soon have gone. Without this, a stream
        // of events would be written to nobody until the next heartbeats fail.
        if case .inputClosed? = event as? ChannelEvent { farewellDeadline = after(farewell, context) }
        context.fireUserInboundEventTriggered(event)
    }

    package func channelInactive(context: ChannelHandlerContext) {
        (requestDeadline, readerDeadline, farewellDeadline) = (.distantFuture, .distantFuture, .distantFuture)
        alarm?.cancel()
        alarm = nil
        context.fireChannelInactive()
    }
}

/// One timer for each line. It is set when there is none that rings early enough, and never set anew for a deadline
/// that moved on or went: when it rings too early it looks again. Most requests so cost no timer at all.
extension RequestGuard {
    private func after(_ time: TimeAmount, _ context: ChannelHandlerContext) -> NIODeadline {
        let deadline = context.eventLoop.now + time
        if alarm == nil || deadline < alarmTime { setAlarm(deadline, context) }
        return deadline
    }

    private func setAlarm(_ deadline: NIODeadline, _ context: ChannelHandlerContext) {
        alarm?.cancel()
        alarmTime = deadline
        alarm = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.ring(context) }
    }

    private func ring(_ context: ChannelHandlerContext) {
        alarm = nil
        let next = min(requestDeadline, readerDeadline, farewellDeadline)
        if next <= context.eventLoop.now {
            context.close(promise: nil)
        } else if next < .distantFuture {
            setAlarm(next, context)
        }
    }
}

@available(*, unavailable)
extension RequestGuard: Sendable {}
