import Feedback
import Foundation

/// A few threads for work that takes long: scrypt, drawing. Never an event loop, never the threads of Swift's tasks.
final class Workbench: Sendable {
    private let queue: OperationQueue
    private let longestLine: Int

    /// - Parameters: width: how many work at once. longestLine: how many wait or work; one more is told to come back.
    init(name: String, width: Int, longestLine: Int) {
        queue = OperationQueue()
        queue.name = name
        queue.maxConcurrentOperationCount = width
        self.longestLine = longestLine
    }

    /// - Throws: what `work` throws; `Refusal.busy`.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        guard queue.operationCount < longestLine else { throw Refusal.busy(retryAfter: 5) }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result(catching: work)) }
        }
    }
}
