import Feedback
import Foundation
import TestSupport
import Testing

@Suite("A burst of bad ratings becomes a digest, never a flood")
struct DigestTests {
    private func mails(_ fixture: Fixture) async throws -> [OutboxMail] {
        try await fixture.store.read { tx in
            var mails: [Int64: OutboxMail] = [:]
            for alert in try tx.alerts(scope: .whole, onlyOpen: false, limit: 10_000) {
                for mail in try tx.mails(aboutAlert: alert.id) { mails[mail.id] = mail }
            }
            return mails.values.sorted { $0.id < $1.id }
        }
    }

    @Test("Fifty in a minute are fifty cases, and four mails for each who is told")
    func fifty() async throws {
        let fixture = try await Fixture()
        for index in 0..<50 {
            try await fixture.rate(level: .dissatisfied, phone: Fixture.phone(300 + index))
            fixture.world.advance(seconds: 1)
        }
        #expect(try await fixture.alerts().count == 50)
        let mails = try await mails(fixture)
        for address in [Cast.hanh.email, Cast.phuc.email] {
            let mine = mails.filter { $0.recipient.address == address }
            #expect(mine.map(\.isDigest) == [false, false, false, true])
            #expect(mine.last?.dueAt == .fridayMorning.addingTimeInterval(603))
            let told = try await fixture.store.read { tx in
                try mine.flatMap { try tx.alerts(inMail: $0.id) }.map(\.id).sorted()
            }
            #expect(told == Array(1...50))
        }
    }

    @Test("For a whole day no window of ten minutes has more than four, and everybody hears of every case")
    func wholeDay() async throws {
        let fixture = try await Fixture()
        var dice = Dice()
        for index in 0..<400 {
            try await fixture.rate(level: .dissatisfied, phone: Fixture.phone(1_000 + index))
            fixture.world.advance(seconds: dice.once(in: 5) ? Double(dice.number(0...900)) : 2)
            while let mail = try await fixture.store.write(as: .system, { try $0.claimNextMail() }) {
                try await fixture.store.write(as: .system) { try $0.mailAccepted(mail) }
            }
        }
        let mails = try await mails(fixture).filter { $0.recipient.address == Cast.hanh.email }
        for mail in mails {
            let end = mail.createdAt.addingTimeInterval(600)
            #expect(mails.count { $0.createdAt >= mail.createdAt && $0.createdAt < end } <= 4)
        }
        let told = try await fixture.store.read { tx in try mails.flatMap { try tx.alerts(inMail: $0.id) }.map(\.id) }
        #expect(told.sorted() == Array(1...400))
        #expect(mails.count < 200)
    }

    @Test("Another desk has its own count")
    func otherDesk() async throws {
        let fixture = try await Fixture()
        for index in 0..<4 { try await fixture.rate("q03", level: .dissatisfied, phone: Fixture.phone(300 + index)) }
        try await fixture.rate("q07", level: .dissatisfied)
        let last = try #require(try await mails(fixture).last)
        #expect(!last.isDigest && last.desk == "q07")
    }

    @Test("A digest that is on its way takes nobody more; the next case opens another")
    func onItsWay() async throws {
        let fixture = try await Fixture()
        for index in 0..<4 { try await fixture.rate(level: .dissatisfied, phone: Fixture.phone(300 + index)) }
        fixture.world.advance(minutes: 11)
        var claimed: [OutboxMail] = []
        while let mail = try await fixture.store.write(as: .system, { try $0.claimNextMail() }) { claimed.append(mail) }
        #expect(claimed.filter(\.isDigest).count == 2)
        try await fixture.rate(level: .dissatisfied, phone: Fixture.phone(310))
        let alert = try #require(try await fixture.alerts().first)
        let mail = try await fixture.store.read { try $0.mails(aboutAlert: alert.id) }
        #expect(!mail.contains { mail in claimed.contains { $0.id == mail.id } })
        #expect(mail.count == 2)
    }
}
