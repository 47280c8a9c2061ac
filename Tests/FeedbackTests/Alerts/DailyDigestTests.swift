import Feedback
import Foundation
import TestSupport
import Testing

@Suite("The morning's list")
struct DailyDigestTests {
    /// A bad rating on Friday at nine, then the next working morning.
    private func monday(path: String? = nil) async throws -> Fixture {
        let fixture = try await Fixture(path: path)
        try await fixture.rate(level: .veryDissatisfied)
        fixture.world.set(.inVietNam("2026-11-23", 7, 30))
        return fixture
    }

    private func look(_ fixture: Fixture) async throws -> Int? {
        try await fixture.store.write(as: .system) { try $0.queueDailyDigests() }
    }

    /// Sends what waits.
    /// - Returns: to whom lists went.
    private func deliver(_ fixture: Fixture) async throws -> [String] {
        var readers: [String] = []
        while let mail = try await fixture.store.write(as: .system, { try $0.claimNextMail() }) {
            try await fixture.store.write(as: .system) { try $0.mailAccepted(mail) }
            if mail.kind == .daily { readers.append(mail.recipient.address) }
        }
        return readers.sorted()
    }

    @Test("goes at 07:30 of a working day, once, also when the server is started again at nine")
    func once() async throws {
        let folder = try ScratchFolder()
        let fixture = try await monday(path: folder.database)
        fixture.world.advance(seconds: -1)
        #expect(try await look(fixture) == nil)
        fixture.world.advance(seconds: 1)
        // The head of the unit, home affairs, and the chairman over all units; not anh Dũng from next door.
        #expect(try await look(fixture) == 3)
        for _ in 0..<5 { #expect(try await look(fixture) == nil) }
        let again = try await Fixture(nil, at: .inVietNam("2026-11-23", 9, 0), path: folder.database)
        #expect(try await look(again) == nil)
        #expect(try await deliver(again) == [Cast.hanh.email, Cast.phuc.email, Cast.tam.email])
        again.world.set(.inVietNam("2026-11-24", 7, 30))
        #expect(try await look(again) == 3)
        let lines = try await again.journal().filter { $0.kind == "digests.queued" }
        #expect(lines.map(\.details) == ["mails=3", "mails=3"])
    }

    @Test("goes at nine when the server was off at 07:30, and waits for the next working day after closing")
    func late() async throws {
        let fixture = try await monday()
        fixture.world.set(.inVietNam("2026-11-23", 9, 0))
        #expect(try await look(fixture) == 3)

        let evening = try await monday()
        evening.world.set(.inVietNam("2026-11-23", 17, 0))
        #expect(try await look(evening) == nil)
        #expect(try await evening.store.read { try $0.nextDailyRound() } == .inVietNam("2026-11-24", 7, 30))
    }

    @Test(
        "knows weekends, holidays and days that make up for them",
        arguments: [
            ("2026-11-20", "2026-11-23"), ("2026-09-01", "2026-09-03"), ("2026-08-21", "2026-08-22"),
            ("2026-08-22", "2026-08-24"),
        ])
    func days(today: String, next: String) async throws {
        let fixture = try await Fixture(at: .inVietNam(today, 7, 30))
        #expect(try await fixture.store.read { try $0.nextDailyRound() } == fixture.now)
        #expect(try await look(fixture) == 0)
        #expect(try await fixture.store.read { try $0.nextDailyRound() } == .inVietNam(next, 7, 30))
    }

    @Test("is not sent to anybody who has nothing to do")
    func nothing() async throws {
        let fixture = try await Fixture()
        #expect(try await look(fixture) == 0)
        #expect(try await deliver(fixture).isEmpty)
    }

    @Test("waits as one while the mail server is away, and says the state of the moment when it goes")
    func outage() async throws {
        let fixture = try await monday()
        #expect(try await look(fixture) == 3)
        fixture.world.set(.inVietNam("2026-11-24", 7, 30))
        #expect(try await look(fixture) == 0)
        #expect(try await deliver(fixture).count == 3)
        let digest = try await fixture.store.read { try $0.dailyDigest(for: Cast.hanh.email) }
        #expect(digest.parts.map(\.heading) == [.dueToday])
    }

    @Test("shows to each what they may see: a case past the head is for home affairs")
    func scopes() async throws {
        let fixture = try await Fixture()
        try await fixture.rate(level: .veryDissatisfied, reasons: [.unofficialPayment])
        fixture.world.set(.inVietNam("2026-11-23", 7, 30))
        #expect(try await look(fixture) == 1)
        #expect(try await deliver(fixture) == [Cast.phuc.email])
    }

    @Test("goes by the roles of an account where there is one: leadership sees all, an ended role nothing")
    func accounts() async throws {
        let fixture = try await Fixture()
        try await fixture.store.write(as: .system) { tx in
            for (email, grant) in [
                ("phochutich@longkhanh.example", Grant(role: .leadership)),
                ("phohanh@longkhanh.example", Grant(role: .head, unit: "tu-phap")),
                ("phodung@longkhanh.example", Grant(role: .head, unit: "dat-dai")),
                ("cu@longkhanh.example", Grant(role: .leadership, to: .on("2026-11-22"))),
                ("motcua@longkhanh.example", Grant(role: .oneStopLead, unit: "mot-cua")),
            ] {
                _ = try tx.insertUser(User(id: 0, name: "Ai đó", email: email, grants: [grant]))
            }
        }
        try await fixture.rate(level: .veryDissatisfied)
        fixture.world.set(.inVietNam("2026-11-23", 7, 30))
        _ = try await look(fixture)
        #expect(
            try await deliver(fixture)
                == [
                    Cast.hanh.email, "phochutich@longkhanh.example", "phohanh@longkhanh.example", Cast.phuc.email,
                    Cast.tam.email,
                ].sorted())
    }

    @Test("has overdue cases first, then those due today, those nobody took on, those that were returned; each once")
    func order() {
        let now = Date.inVietNam("2026-11-23", 7, 30)
        func alert(_ id: Int64, due: Double, _ step: CaseStep.Kind, bypasses: Bool = false) -> Alert {
            Alert(
                id: id, rating: id, desk: "q03", unit: "tu-phap", category: "x", raisedAt: now,
                dueAt: now.addingTimeInterval(due * 3_600), bypassesHead: bypasses, headName: "", step: step)
        }
        let alerts = [
            alert(1, due: 100, .returned), alert(2, due: 100, .opened), alert(3, due: 5, .opened),
            alert(4, due: -1, .acknowledged), alert(5, due: -5, .returned), alert(6, due: 100, .handling),
            alert(7, due: 1, .handling), alert(8, due: -9, .opened, bypasses: true), alert(9, due: 16.5, .opened),
        ]
        let digest = DailyDigest(alerts, scope: Cast.scopeOfHanh, now: now)
        #expect(digest.parts.map(\.heading) == [.overdue, .dueToday, .unacknowledged, .returned])
        #expect(digest.parts.map { $0.alerts.map(\.id) } == [[5, 4], [7, 3], [9, 2], [1]])
        #expect(digest.count == 7)
        #expect(DailyDigest(alerts, scope: .whole, now: now).parts[0].alerts.map(\.id) == [8, 5, 4])
        #expect(DailyDigest(alerts, scope: Cast.scopeOfDung, now: now).isEmpty)
    }
}
