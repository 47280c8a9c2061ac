import HummingbirdCore
import Logging
import NIOCore

/// A visitor's line whose requests are answered on the thread that reads and writes it.
///
/// Hummingbird answers on Swift's own pool: every request then changes threads twice, which costs more than a rating
/// page. Nothing that takes long may run here; that is what the writer of the store and the `Workbench`es are for.
struct LoopLine: ServerChildChannel {
    let line: HTTP1Channel

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        line.setup(channel: channel, logger: logger)
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await withTaskExecutorPreference(LoopExecutor(loop: value.channel.eventLoop)) {
            await line.handle(value: value, logger: logger)
        }
    }
}

/// Runs tasks on an event loop.
private final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
