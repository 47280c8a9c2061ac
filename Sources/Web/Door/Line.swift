import HTTPTypes
package import HummingbirdCore
package import Logging
package import NIOCore
import NIOHTTPTypes

/// A visitor's line: HTTP/1 with every limit, and two short cuts. A page that is ready is sent by the thread that reads
/// the request (`ReadyPages`); everything else is a task, and runs on that thread too until it has to wait or to work.
package struct Line: ServerChildChannel {
    package typealias Value = HTTP1Channel.Value

    private let http: HTTP1Channel
    private let ready: @Sendable (HTTPRequest) -> ReadyPage?

    init(http: HTTP1Channel, ready: @escaping @Sendable (HTTPRequest) -> ReadyPage?) {
        self.http = http
        self.ready = ready
    }

    package func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        http.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            // Behind the handler that counts requests under way, which closes idle and stopping lines.
            let counting = try pipeline.context(handlerType: HTTPConnectionStateHandler.self).handler
            try pipeline.addHandler(ReadyPages(ready), position: .after(counting))
            return value
        }
    }

    package func handle(value: Value, logger: Logger) async {
        await withTaskExecutorPreference(LoopTasks(loop: value.channel.eventLoop)) {
            await http.handle(value: value, logger: logger)
        }
    }
}

/// Runs tasks on the thread of an event loop.
private final class LoopTasks: TaskExecutor {
    private let loop: any EventLoop

    init(loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
