import Feedback
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("What is older than its purpose needs is erased")
struct RetentionTests {
    @Test("The tag goes after a year, the rating and its figures stay")
    func tags() async throws {
        let city = try await Fixture(at: .inVietNam("2026-01-19", 9, 0))
        let rating = try await city.rate()
        city.world.set(.inVietNam("2027-01-19", 9, 0))
        try await city.store.write(as: .system) { _ = try $0.eraseWhatIsDue() }
        #expect(try await city.store.read { try $0.rating(receipt: rating.receipt) }?.phoneTag != nil)
        city.world.advance(days: 1)
        let run = try await city.store.write(as: .system) { try $0.eraseWhatIsDue() }
        let kept = try #require(try await city.store.read { try $0.rating(receipt: rating.receipt) })
        #expect(kept.phoneTag == nil && kept.answers == rating.answers)
        #expect(run?.lines.first { $0.purpose == .phoneTag }?.count == 1)
        #expect(run?.lines.first { $0.purpose == .phoneTag }?.before == .on("2026-01-20"))
    }

    @Test("The number behind a case goes a week after the case has ended, and not before")
    func closedCase() async throws {
        let city = try await Fixture()
        let rating = try await city.rate(level: .veryDissatisfied)
        let other = try await city.rate("q07", level: .veryDissatisfied, phone: Cast.tuan.phone)
        try city.sqlite.statement(
            """
            INSERT INTO caseStep (alert, kind, at, actor, text)
            SELECT id, 'closed', \(city.now.milliseconds), 'system', '' FROM alert WHERE rating = \(rating.id)
            """)
        city.world.advance(days: 7)
        try await city.store.write(as: .system) { _ = try $0.eraseWhatIsDue() }
        #expect(try await city.store.read { try $0.maskedPhone(of: rating.id) } != nil)
        city.world.advance(days: 1)
        try await city.store.write(as: .system) { _ = try $0.eraseWhatIsDue() }
        #expect(try await city.store.read { try $0.maskedPhone(of: rating.id) } == nil)
        #expect(try await city.store.read { try $0.maskedPhone(of: other.id) } != nil)
    }

    @Test("To whom an old mail went is forgotten, that it went is not; old sessions go; reveals stay for two years")
    func others() async throws {
        let city = try await Fixture(at: .inVietNam("2026-01-05", 9, 0))
        let rating = try await city.rate(level: .veryDissatisfied)
        try city.sqlite.statement("UPDATE mail SET sentAt = createdAt")
        let user = try await city.store.write(as: .system) { tx in
            let user = try tx.insertUser(
                User(id: 0, name: "Lê Văn Phúc", email: "phuc@longkhanh.example", grants: []))
            _ = try tx.signIn(user)
            return user
        }
        _ = try await city.store.write(as: .user(user)) {
            try $0.revealPhone(of: rating.id, reason: .doubt, words: "Số giống số bịa", scope: .whole)
        }
        city.world.set(.inVietNam("2027-01-07", 9, 0))
        let run = try #require(try await city.store.write(as: .system) { try $0.eraseWhatIsDue() })
        let counts = Dictionary(run.lines.map { ($0.purpose, $0.count) }, uniquingKeysWith: { first, _ in first })
        #expect(counts[.mail] ?? 0 > 0 && counts[.session] == 1 && counts[.reveal] == 0)
        #expect(try city.sqlite.statement("SELECT DISTINCT recipient FROM mail") == [[""]])
        city.world.set(.inVietNam("2028-01-07", 9, 0))
        try await city.store.write(as: .system) { _ = try $0.eraseWhatIsDue() }
        #expect(try city.sqlite.statement("SELECT COUNT(*) FROM phoneReveal") == [["0"]])
        // The journal still says that somebody looked.
        #expect(try await city.journal().contains { $0.kind == "phone.revealed" })
    }

    @Test("It runs once a day, and leaves a report and a line in the journal")
    func onceADay() async throws {
        let city = try await Fixture()
        #expect(try await city.store.write(as: .system) { try $0.eraseWhatIsDue() } != nil)
        #expect(try await city.store.write(as: .system) { try $0.eraseWhatIsDue() } == nil)
        #expect(try await city.store.write(as: .system) { try $0.eraseWhatIsDue(again: true) } != nil)
        city.world.advance(days: 1)
        #expect(try await city.store.write(as: .system) { try $0.eraseWhatIsDue() } != nil)
        let runs = try await city.store.read { try $0.retentionRuns(limit: 10) }
        #expect(runs.count == 3 && runs.allSatisfy { $0.lines.map(\.purpose) == RetentionPurpose.allCases })
        #expect(try await city.journal().count { $0.kind == "data.erased" } == 3)
    }

    @Test("A period is changed within its bounds only", arguments: RetentionPurpose.allCases)
    func bounds(_ purpose: RetentionPurpose) async throws {
        let city = try await Fixture()
        for days in [purpose.bounds.lowerBound - 1, purpose.bounds.upperBound + 1, nil] {
            await #expect(throws: Refusal.self) {
                try await city.store.write(as: .system) { try $0.keep(purpose, days: days) }
            }
        }
        let days = purpose.bounds.upperBound
        try await city.store.write(as: .system) { try $0.keep(purpose, days: days) }
        let periods = try await city.store.read { try $0.retentionPeriods() }
        #expect(periods.first { $0.purpose == purpose }?.days == days)
        #expect(periods.map(\.purpose) == RetentionPurpose.allCases)
        #expect(purpose.bounds.contains(purpose.usual))
    }
}
