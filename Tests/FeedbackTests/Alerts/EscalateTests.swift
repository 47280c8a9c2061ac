import Feedback
import Foundation
import TestSupport
import Testing

@Suite("A case that nobody takes on goes up")
struct EscalateTests {
    /// The little city with a deputy of Phòng Tư pháp, a deputy chairman and a second clerk of home affairs.
    private func fixture(
        at now: Date = .fridayMorning, path: String? = nil, _ change: (inout KioskConfiguration) -> Void = { _ in }
    ) async throws -> Fixture {
        var configuration = KioskConfiguration.longKhanh
        change(&configuration)
        let fixture = try await Fixture(configuration, at: now, path: path)
        try await add("Phó Hạnh", "phohanh@longkhanh.example", Grant(role: .head, unit: "tu-phap"), to: fixture)
        try await add("Phó chủ tịch", "phochutich@longkhanh.example", Grant(role: .leadership), to: fixture)
        try await add("Chuyên viên", "noivu@longkhanh.example", Grant(role: .homeAffairs), to: fixture)
        return fixture
    }

    private func add(_ name: String, _ email: String, _ grant: Grant, to fixture: Fixture) async throws {
        _ = try await fixture.store.write(as: .system) {
            try $0.insertUser(User(id: 0, name: name, email: email, grants: [grant]))
        }
    }

    private func look(_ fixture: Fixture) async throws {
        _ = try await fixture.store.write(as: .system) { try $0.escalateDue() }
    }

    /// Everything told about a case beyond the first mails, in order.
    private func told(_ fixture: Fixture, _ alert: Int64 = 1) async throws -> [String] {
        try await fixture.store.read { try $0.mails(aboutAlert: alert) }.filter { $0.kind == .escalation }
            .map { String($0.recipient.address.prefix { $0 != "@" }) }
    }

    private func levels(_ fixture: Fixture, _ alert: Int64 = 1) async throws -> [Escalation] {
        try await fixture.store.read { try $0.escalations(ofAlert: alert) }
    }

    @Test("After 30 working minutes to the deputy, then to the leadership, then to home affairs, each once")
    func levelByLevel() async throws {
        let fixture = try await fixture()
        try await fixture.rate(level: .veryDissatisfied)
        fixture.world.advance(seconds: -1, minutes: 30)
        try await look(fixture)
        #expect(try await told(fixture).isEmpty)
        fixture.world.advance(seconds: 1)
        for _ in 0..<3 { try await look(fixture) }
        #expect(try await told(fixture) == ["phohanh"])
        fixture.world.advance(minutes: 30)
        try await look(fixture)
        #expect(try await told(fixture) == ["phohanh", "phochutich"])
        fixture.world.advance(minutes: 30)
        try await look(fixture)
        #expect(try await told(fixture) == ["phohanh", "phochutich", "noivu", "phuc"])
        for _ in 0..<20 {
            fixture.world.advance(minutes: 30)
            try await look(fixture)
        }
        #expect(try await told(fixture).count == 4)
        let levels = try await levels(fixture)
        #expect(levels.map(\.level) == [.deputy, .leadership, .homeAffairs])
        #expect(levels.map { $0.at.timeIntervalSince(.fridayMorning) / 60 } == [30, 60, 90])
        let lines = try await fixture.journal().filter { $0.kind == "case.escalated" }
        #expect(lines.map(\.details) == ["level=deputy", "level=leadership", "level=homeAffairs"])
        #expect(try await fixture.store.read { try $0.nextEscalationDue() } == nil)
    }

    @Test(
        "The minutes run only while the office is open: over lunch, a weekend, a holiday and Tết",
        arguments: [
            ("2026-11-20 11:15", "2026-11-20 13:45"), ("2026-11-20 11:30", "2026-11-20 14:00"),
            ("2026-11-20 12:00", "2026-11-20 14:00"), ("2026-11-20 16:45", "2026-11-23 07:45"),
            ("2026-11-21 10:00", "2026-11-23 08:00"), ("2026-09-01 16:50", "2026-09-03 07:50"),
            ("2026-02-13 16:40", "2026-02-23 07:40"), ("2026-11-20 23:59", "2026-11-23 08:00"),
        ])
    func workingMinutes(raised: String, due: String) async throws {
        let tet = ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"].map(LocalDay.on)
        let fixture = try await fixture(at: Self.moment(raised)) { $0.alerts.hours.holidays += tet }
        try await fixture.rate(level: .veryDissatisfied)
        #expect(try await fixture.store.read { try $0.nextEscalationDue() } == Self.moment(due))
        fixture.world.set(Self.moment(due).addingTimeInterval(-1))
        try await look(fixture)
        #expect(try await told(fixture).isEmpty)
        fixture.world.set(Self.moment(due))
        try await look(fixture)
        #expect(try await told(fixture) == ["phohanh"])
    }

    @Test("A case that was taken on, handled or answered stays where it is")
    func takenOn() async throws {
        let fixture = try await fixture()
        try await fixture.rate(level: .veryDissatisfied)
        try await fixture.store.write(as: .user(1)) { try $0.acknowledge(1, scope: Cast.scopeOfHanh) }
        fixture.world.advance(hours: 1)
        try await look(fixture)
        #expect(try await told(fixture).isEmpty)
        #expect(try await fixture.store.read { try $0.nextEscalationDue() } == nil)

        // Taken on between two levels: the second never hears of it.
        try await fixture.rate(level: .veryDissatisfied, phone: Cast.tuan.phone)
        fixture.world.advance(minutes: 30)
        try await look(fixture)
        try await fixture.store.write(as: .user(1)) { try $0.acknowledge(2, scope: Cast.scopeOfHanh) }
        fixture.world.advance(hours: 3)
        try await look(fixture)
        #expect(try await told(fixture, 2) == ["phohanh"])
    }

    @Test("A case that the citizen returned and nobody takes on again goes up too")
    func returned() async throws {
        let fixture = try await fixture()
        let rating = try await fixture.rate(level: .veryDissatisfied)
        try await fixture.store.write(as: .user(1)) { tx in
            try tx.answer(
                1, CaseAnswer(text: "Đã nhắc nhở.", finding: .confirmed, measure: "Nhắc nhở"), scope: Cast.scopeOfHanh)
        }
        let word = try CitizenWord(typed: "Vẫn phải chờ")
        try await fixture.store.write(as: .citizen) { try $0.returnCase(word, receipt: rating.receipt) }
        fixture.world.advance(minutes: 29)
        try await look(fixture)
        #expect(try await told(fixture).isEmpty)
        fixture.world.advance(minutes: 1)
        try await look(fixture)
        #expect(try await told(fixture) == ["phohanh"])
    }

    @Test("A unit without a deputy goes straight to the leadership; without an account there, to the head of the whole")
    func noDeputy() async throws {
        let fixture = try await fixture()
        try await fixture.rate("q07", level: .veryDissatisfied)
        fixture.world.advance(minutes: 30)
        try await look(fixture)
        #expect(try await told(fixture) == ["phochutich"])
        fixture.world.advance(minutes: 30)
        try await look(fixture)
        #expect(try await told(fixture) == ["phochutich", "noivu", "phuc"])

        let bare = try await Fixture()
        try await bare.rate("q07", level: .veryDissatisfied)
        for _ in 0..<3 {
            bare.world.advance(minutes: 30)
            try await look(bare)
        }
        #expect(try await told(bare) == ["tam", "phuc"])
    }

    @Test("What bypasses the head never reaches the unit's own people: home affairs, then leadership")
    func bypassing() async throws {
        let fixture = try await fixture()
        try await add("Hạnh", Cast.hanh.email, Grant(role: .head, unit: "tu-phap"), to: fixture)
        // Leads the unit and sits in home affairs too: still one of the unit's own.
        try await add("Hai vai", "haivai@longkhanh.example", Grant(role: .homeAffairs), to: fixture)
        try await fixture.store.write(as: .system) { tx in
            guard let user = try tx.user(email: "haivai@longkhanh.example") else { return }
            _ = try tx.insertGrant(Grant(role: .head, unit: "tu-phap"), of: user.id)
        }
        // Over a part only: such a case is not found by them, so they are not told.
        try await add(
            "Lãnh đạo một phần", "motphan@longkhanh.example", Grant(role: .leadership, unit: "tu-phap"), to: fixture)
        try await fixture.rate(level: .veryDissatisfied, reasons: [.unofficialPayment])
        for _ in 0..<6 {
            fixture.world.advance(minutes: 30)
            try await look(fixture)
        }
        #expect(try await told(fixture) == ["noivu", "phuc", "phochutich"])
        #expect(try await levels(fixture).map(\.level) == [.homeAffairs, .leadership])
    }

    @Test("Roles that have ended and accounts that are closed are told nothing")
    func ended() async throws {
        let fixture = try await Fixture()
        try await add(
            "Cũ", "cu@longkhanh.example", Grant(role: .head, unit: "tu-phap", to: .on("2026-11-19")), to: fixture)
        try await add("Đã đóng", "dong@longkhanh.example", Grant(role: .head, unit: "tu-phap"), to: fixture)
        try await fixture.store.write(as: .system) { tx in
            guard let user = try tx.user(email: "dong@longkhanh.example") else { return }
            try tx.setClosed(tx.now, of: user.id)
        }
        try await fixture.rate(level: .veryDissatisfied)
        fixture.world.advance(minutes: 30)
        try await look(fixture)
        #expect(try await told(fixture) == ["tam"])
    }

    @Test("What was missed while the server was off waits for the office to open, and goes up one level at a time")
    func missed() async throws {
        let fixture = try await fixture(at: .inVietNam("2026-11-20", 16, 0))
        try await fixture.rate(level: .veryDissatisfied)
        fixture.world.set(.inVietNam("2026-11-20", 22, 0))
        try await look(fixture)
        #expect(try await told(fixture).isEmpty)
        #expect(try await fixture.store.read { try $0.nextEscalationDue() } == .inVietNam("2026-11-23", 7, 30))
        fixture.world.set(.inVietNam("2026-11-23", 9, 0))
        try await look(fixture)
        try await look(fixture)
        #expect(try await told(fixture) == ["phohanh"])
        #expect(try await fixture.store.read { try $0.nextEscalationDue() } == .inVietNam("2026-11-23", 9, 30))
    }

    @Test("What falls due on the closing bell goes at the bell")
    func bell() async throws {
        let fixture = try await fixture(at: .inVietNam("2026-11-20", 11, 0))
        try await fixture.rate(level: .veryDissatisfied)
        fixture.world.set(.inVietNam("2026-11-20", 11, 30, 2))
        try await look(fixture)
        #expect(try await told(fixture) == ["phohanh"])
    }

    @Test("The authority sets the minutes, or that nothing goes up")
    func settings() async throws {
        let quick = try await fixture { $0.alerts.escalation = [10, 20] }
        try await quick.rate(level: .veryDissatisfied)
        for _ in 0..<12 {
            quick.world.advance(minutes: 10)
            try await look(quick)
        }
        #expect(try await levels(quick).map { $0.at.timeIntervalSince(.fridayMorning) / 60 } == [10, 30, 50])
        let never = try await fixture { $0.alerts.escalation = [] }
        try await never.rate(level: .veryDissatisfied)
        #expect(try await never.store.read { try $0.nextEscalationDue() } == nil)
    }

    @Test("Fifty cases that nobody takes on are four mails for the deputy, about all fifty")
    func burst() async throws {
        let fixture = try await fixture()
        for index in 0..<50 {
            try await fixture.rate(level: .dissatisfied, phone: Fixture.phone(300 + index))
            fixture.world.advance(seconds: 1)
        }
        for _ in 0..<60 {
            fixture.world.advance(minutes: 0.5)
            try await look(fixture)
        }
        let mails = try await fixture.store.read { tx in
            try (1...50).flatMap { try tx.mails(aboutAlert: $0) }.filter { $0.kind == .escalation }
        }
        #expect(Set(mails.map(\.id)).count == 4)
        #expect(Set(mails.map(\.recipient.address)) == ["phohanh@longkhanh.example"])
        #expect(mails.count == 50)
    }

    @Test("A crash between queueing and sending: the level is told once, by the same mail")
    func crash() async throws {
        let folder = try ScratchFolder()
        let first = try await fixture(path: folder.database)
        try await first.rate(level: .veryDissatisfied)
        first.world.advance(minutes: 30)
        try await look(first)
        // Taken by a worker that is then no more.
        var claimed: [String] = []
        while let mail = try await first.store.write(as: .system, { try $0.claimNextMail() }) {
            claimed.append(mail.messageID)
        }
        #expect(claimed.count == 3)

        let second = try await Fixture(nil, at: first.now.addingTimeInterval(60), path: folder.database)
        try await second.store.write(as: .system) { try $0.releaseClaims() }
        try await look(second)
        var sent: [String] = []
        while let mail = try await second.store.write(as: .system, { try $0.claimNextMail() }) {
            try await second.store.write(as: .system) { try $0.mailAccepted(mail) }
            sent.append(mail.messageID)
        }
        #expect(Set(sent) == Set(claimed) && sent.count == 3)
        #expect(try await told(second) == ["phohanh"])
    }

    private static func moment(_ text: String) -> Date {
        let parts = text.split(separator: " ")
        let clock = parts[1].split(separator: ":").compactMap { Int($0) }
        return .inVietNam(String(parts[0]), clock[0], clock[1])
    }
}
