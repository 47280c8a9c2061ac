import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// A page of which nothing is left to be made.
struct ReadyPage {
    let head: HTTPResponse
    let body: ByteBuffer
}

/// Sends a page that is ready as soon as its request has been read, and passes everything else on.
///
/// A task for a request costs more than the rating page itself. Answers keep the order of their requests: nothing is
/// sent while an earlier request of the line is under way.
final class ReadyPages: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let page: @Sendable (HTTPRequest) -> ReadyPage?
    /// Requests that were passed on and have no whole answer yet.
    private var underWay = 0
    private var ready: ReadyPage?

    /// - Parameter page: what to send; nil: not ready, or not asked for.
    init(_ page: @escaping @Sendable (HTTPRequest) -> ReadyPage?) { self.page = page }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if case .head(let request) = part {
            // A reader who takes nothing is waited for by a task.
            ready = underWay == 0 && context.channel.isWritable ? page(request) : nil
            if ready == nil { underWay += 1 }
        }
        guard let ready else { return context.fireChannelRead(data) }
        guard case .end = part else { return }
        self.ready = nil
        context.write(wrapOutboundOut(.head(ready.head)), promise: nil)
        context.write(wrapOutboundOut(.body(ready.body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { underWay -= 1 }
        context.write(data, promise: promise)
    }
}

@available(*, unavailable)
extension ReadyPages: Sendable {}
