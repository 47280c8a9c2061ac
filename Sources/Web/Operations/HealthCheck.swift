import Feedback
import Foundation

/// What /healthz says.
struct Health: Sendable, Encodable {
    /// "ok" or what is wrong.
    var database = "ok"
    /// Free bytes on the disk of the data folder; nil when nobody knows.
    var disk: Int64?
    var oldestUnsentMailSeconds: Int?
    var lastMailAccepted: String?
    /// "off", "under way", "arrived" or "lost": whether the daily mail that proves the way of alerts got through.
    var canary = "off"
    /// When the last one was sent, for one that did not arrive; else when it arrived.
    var canaryAt: String?
    var waitingMails = 0
    var givenUpMails = 0
    /// Empty when all is well.
    var problems: [String] = []

    /// Written out: whoever watches should find every key, null where there is nothing to say.
    func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Key.self)
        try keys.encode(problems.isEmpty ? "ok" : "bad", forKey: .status)
        try keys.encode(database, forKey: .database)
        try keys.encode(disk, forKey: .disk)
        try keys.encode(oldestUnsentMailSeconds, forKey: .oldestUnsentMailSeconds)
        try keys.encode(lastMailAccepted, forKey: .lastMailAccepted)
        try keys.encode(canary, forKey: .canary)
        try keys.encode(canaryAt, forKey: .canaryAt)
        try keys.encode(waitingMails, forKey: .waitingMails)
        try keys.encode(givenUpMails, forKey: .givenUpMails)
        try keys.encode(problems, forKey: .problems)
    }

    private enum Key: CodingKey {
        case status, database, disk, oldestUnsentMailSeconds, lastMailAccepted, canary, canaryAt, waitingMails
        case givenUpMails, problems
    }
}

/// Looks at the database, the disk and the mail.
struct HealthCheck: Sendable {
    /// Below this the database may soon not grow any more. Bytes.
    static let leastDisk: Int64 = 256 << 20
    /// A due mail older than this says that the mail server does not answer. Seconds.
    static let longestUnsent: TimeInterval = 15 * 60

    let store: any Store
    let world: any World
    let dataFolder: String?
    let mailIsConfigured: Bool

    func look() async -> Health {
        var health = Health()
        do {
            let (outbox, canary) = try await store.read { (try $0.outboxState(), try $0.canaryState()) }
            health.tell(outbox, now: world.now())
            if mailIsConfigured { health.tell(canary) }
        } catch {
            health.database = "unreadable"
            health.problems.append("database")
        }
        health.disk = freeDisk
        if let disk = health.disk, disk < Self.leastDisk { health.problems.append("disk") }
        return health
    }

    /// Whether requests can be served: the database answers.
    func isReady() async -> Bool {
        (try? await store.read { try $0.lastEntryID() }) != nil
    }

    private var freeDisk: Int64? {
        guard let dataFolder else { return nil }
        let values = try? FileManager.default.attributesOfFileSystem(forPath: dataFolder)
        return (values?[.systemFreeSize] as? NSNumber)?.int64Value
    }
}

extension Health {
    fileprivate mutating func tell(_ state: OutboxState, now: Date) {
        let age = state.oldestUnsent.map { max(0, now.timeIntervalSince($0)) }
        oldestUnsentMailSeconds = age.map { Int($0) }
        lastMailAccepted = state.lastSent.map { $0.ISO8601Format() }
        waitingMails = state.waiting
        givenUpMails = state.gaveUp
        if let age, age > HealthCheck.longestUnsent { problems.append("mail") }
    }

    fileprivate mutating func tell(_ state: CanaryState) {
        switch state {
        case .quiet: return
        case .underWay(let since): (canary, canaryAt) = ("under way", since.ISO8601Format())
        case .arrived(let at): (canary, canaryAt) = ("arrived", at.ISO8601Format())
        case .lost(let since):
            (canary, canaryAt) = ("lost", since.ISO8601Format())
            problems.append("canary")
        }
    }
}
