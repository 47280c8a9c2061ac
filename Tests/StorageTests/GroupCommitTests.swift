import Feedback
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite("Writes that share a commit")
struct GroupCommitTests {
    private struct Mishap: Error {}

    /// Holds the writer until it is let go, so that what comes meanwhile shares one commit.
    private final class Gate: Sendable {
        private let semaphore = DispatchSemaphore(value: 0)
        private let isHeld = Mutex(false)

        func hold(_ store: any Store) async {
            Task { [self] in
                try await store.write(as: .system) { [self] _ in
                    isHeld.withLock { $0 = true }
                    semaphore.wait()
                }
            }
            while !isHeld.withLock({ $0 }) { await Task.yield() }
        }

        func open() { semaphore.signal() }
    }

    private func untilWaiting(_ count: Int, _ fixture: Fixture) async throws {
        while fixture.sqlite.queueDepth < count { try await Task.sleep(for: .milliseconds(1)) }
    }

    @Test("Two hundred at once are all kept; those that throw roll back alone", arguments: [1, 7, 256])
    func neighbours(largestGroup: Int) async throws {
        let folder = try ScratchFolder()
        let fixture = try await Fixture(path: folder.database, limits: CommitLimits(largestGroup: largestGroup))
        let submissions = try (0..<200).map { index in
            try fixture.submission(
                fixture.form(level: index % 2 == 0 ? .satisfied : .dissatisfied, phone: Fixture.phone(500 + index)))
        }
        let gate = Gate()
        await gate.hold(fixture.store)
        async let outcome = withTaskGroup(of: (Int, Bool).self) { group in
            for (index, submission) in submissions.enumerated() {
                group.addTask {
                    do {
                        try await fixture.store.write(as: .citizen) { tx in
                            try tx.submit(submission)
                            if index % 10 == 3 { throw Mishap() }
                        }
                        return (index, true)
                    } catch {
                        return (index, !(error is Mishap) || index % 10 != 3)
                    }
                }
            }
            return await group.reduce(into: Set<Int>()) { if $1.1 { $0.insert($1.0) } }
        }
        try await untilWaiting(200, fixture)
        gate.open()
        #expect(await outcome == Set((0..<200).filter { $0 % 10 != 3 }))
        #expect(try await fixture.ratings().count == 180)
        #expect(try await fixture.counts().n == 180 * 5)
        #expect(try await fixture.alerts().count == 80)
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } == 0)
        var check = ChainCheck()
        for entry in try await fixture.journal() where !check.take(entry) { break }
        #expect(check.broken == nil && check.lines > 180)
    }

    @Test("A closure sees the tallies of those before it in the same commit, and a failed one leaves none")
    func earlierClosures() async throws {
        let fixture = try await Fixture()
        let submissions = try (0..<4).map { try fixture.submission(fixture.form(phone: Fixture.phone(500 + $0))) }
        let days = fixture.thisMonth
        let gate = Gate()
        await gate.hold(fixture.store)
        var seen: [Task<Int, any Error>] = []
        for (index, submission) in submissions.enumerated() {
            seen.append(
                Task {
                    try await fixture.store.write(as: .citizen) { tx in
                        try tx.submit(submission)
                        let counts = try tx.tallies(days: days, scope: .whole, cell: CellFilter(), by: nil)
                        if index == 1 { throw Mishap() }
                        return counts.first?.counts.n ?? 0
                    }
                })
            try await untilWaiting(index + 1, fixture)
        }
        gate.open()
        #expect(try await seen[0].value == 5)
        await #expect(throws: Mishap.self) { try await seen[1].value }
        #expect(try await seen[2].value == 10)
        #expect(try await seen[3].value == 15)
        #expect(try await fixture.counts().n == 15)
    }

    @Test("What rolled back leaves no tally, no journal line, no key, no code and no signal")
    func rolledBack() async throws {
        let fixture = try await Fixture()
        let submission = try fixture.submission(fixture.form(level: .veryDissatisfied))
        let (journal, code) = (try await fixture.journal(), try fixture.code(of: "q03"))
        var signals = fixture.store.signals().makeAsyncIterator()
        await #expect(throws: Mishap.self) {
            try await fixture.store.write(as: .citizen) { tx in
                try tx.submit(submission)
                try tx.rotateCode(of: "q03")
                throw Mishap()
            }
        }
        #expect(try await fixture.journal() == journal)
        #expect(try fixture.code(of: "q03") == code)
        for table in ["rating", "answer", "tally", "alert", "caseStep", "mail", "mailAlert"] {
            #expect(try fixture.sqlite.statement("SELECT COUNT(*) FROM \(table)") == [["0"]], "\(table)")
        }
        try await fixture.store.write(as: .system) { $0.signal(.directory) }
        #expect(await signals.next() == [.directory])
        // The key that was made in vain is no key of any number; the next one is sealed with it.
        let rating = try await fixture.send(try fixture.form())
        let phone = try await fixture.store.write(as: .system) { tx in
            try rating.phone.map { try $0.open(key: tx.dataKey(for: $0.month)).digits }
        }
        #expect(phone == "0950000101")
    }

    @Test("A broken reference that only the commit notices does not hurt the neighbours")
    func deferredKey() async throws {
        let fixture = try await Fixture()
        var broken = KioskConfiguration.longKhanh
        broken.desks[2].unit = "nowhere"
        let submissions = try (0..<3).map { try fixture.submission(fixture.form(phone: Fixture.phone(500 + $0))) }
        let gate = Gate()
        await gate.hold(fixture.store)
        let first = Task { try await fixture.store.write(as: .citizen) { try $0.submit(submissions[0]).id } }
        try await untilWaiting(1, fixture)
        let apply = Task { [broken] in try await fixture.store.write(as: .system) { try $0.apply(broken) } }
        try await untilWaiting(2, fixture)
        let second = Task { try await fixture.store.write(as: .citizen) { try $0.submit(submissions[1]).id } }
        try await untilWaiting(3, fixture)
        gate.open()
        await #expect(throws: (any Error).self) { try await apply.value }
        _ = try await (first.value, second.value)
        try await fixture.store.write(as: .citizen) { _ = try $0.submit(submissions[2]) }
        #expect(try await fixture.ratings().count == 3)
        #expect(fixture.directory.desk("q09")?.unit == "xuan-hoa")
    }

    @Test("When the queue is full the next one is asked to come back, and nobody waiting is lost")
    func full() async throws {
        let fixture = try await Fixture(limits: CommitLimits(longestQueue: 20))
        let gate = Gate()
        await gate.hold(fixture.store)
        let waiting = (0..<20).map { _ in
            Task { try await fixture.store.write(as: .system) { try $0.log(.exported, about: "month:2026-11") } }
        }
        try await untilWaiting(20, fixture)
        await #expect(throws: Refusal.busy(retryAfter: 2)) { try await fixture.store.write(as: .system) { _ in } }
        gate.open()
        for task in waiting { try await task.value }
        #expect(try await fixture.journal().count { $0.kind == "figures.exported" } == 20)
        try await fixture.store.write(as: .system) { _ in }
    }
}
