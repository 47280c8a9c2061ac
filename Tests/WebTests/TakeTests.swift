import Feedback
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// What the link of a mail leads to.
struct TakeTests {
    private func site() async throws -> Site {
        let site = try await Site()
        try await site.fixture.rate("q03", level: .veryDissatisfied)
        return site
    }

    private func step(_ site: Site) async throws -> CaseStep.Kind? { try await site.fixture.alerts().first?.step }

    @Test("The link asks to sign in and comes back; looking changes nothing, the button takes the case on")
    func fromTheMail() async throws {
        let site = try await site()
        let stranger = try await site.get("/office/cases/1/take")
        #expect(stranger.location == "/office/login?next=/office/cases/1/take")
        let hanh = try await site.staff(.head, over: "tu-phap")
        let page = try await site.get("/office/cases/1/take", as: hanh)
        #expect(page.status == 200 && page.text.contains("Tiếp nhận vụ việc</button>"))
        // Mail scanners fetch links, also by HEAD, and some with a browser's session.
        _ = try await site.ask(.head, "/office/cases/1/take", headers: hanh.headers)
        #expect(try await step(site) == .opened)
        let forged = try await site.post("/office/cases/1/take", "token=x", as: hanh)
        #expect(forged.status == 403)
        #expect(try await step(site) == .opened)

        let answer = try await site.post("/office/cases/1/take", "token=\(hanh.formToken)", as: hanh)
        #expect(answer.status == 303 && answer.location == "/office/cases/1")
        #expect(try await step(site) == .acknowledged)
        let again = try await site.post("/office/cases/1/take", "token=\(hanh.formToken)", as: hanh)
        #expect(again.location == "/office/cases/1")
        let after = try await site.get("/office/cases/1/take", as: hanh)
        #expect(after.text.contains("đã được tiếp nhận lúc 09:00") && !after.text.contains("<button class=\"broad\""))
    }

    @Test("The leadership takes a case on that went up; next door and roles without the right find nothing")
    func rights() async throws {
        let site = try await site()
        let others: [Staff] = [
            try await site.staff(.head, over: "dat-dai"), try await site.staff(.administrator),
            try await site.staff(.supervisor), try await site.staff(.oneStopLead, over: "mot-cua"),
        ]
        for other in others {
            #expect(try await site.get("/office/cases/1/take", as: other).status == 404)
            #expect(try await site.post("/office/cases/1/take", "token=\(other.formToken)", as: other).status == 404)
        }
        #expect(try await step(site) == .opened)
        let leader = try await site.staff(.leadership)
        let answer = try await site.post("/office/cases/1/take", "token=\(leader.formToken)", as: leader)
        #expect(answer.status == 303)
        #expect(try await step(site) == .acknowledged)
    }

    @Test("A case that bypasses the head is not there for the head, nor for a deputy")
    func bypassing() async throws {
        let site = try await Site()
        try await site.fixture.rate("q03", level: .veryDissatisfied, reasons: [.unofficialPayment])
        let hanh = try await site.staff(.head, over: "tu-phap")
        #expect(try await site.get("/office/cases/1/take", as: hanh).status == 404)
        let affairs = try await site.staff(.homeAffairs)
        #expect(try await site.get("/office/cases/1/take", as: affairs).status == 200)
    }

    @Test("Whoever comes when the case was answered long ago learns how it stands")
    func tooLate() async throws {
        let site = try await site()
        let hanh = try await site.staff(.head, over: "tu-phap")
        try await site.fixture.store.write(as: .system) { tx in
            for kind in [CaseStep.Kind.acknowledged, .answered, .closed] {
                try tx.insertCaseStep(CaseStep(alert: 1, kind: kind, at: tx.now, actor: "system"))
            }
        }
        let answer = try await site.post("/office/cases/1/take", "token=\(hanh.formToken)", as: hanh)
        #expect(answer.location == "/office/cases/1/take")
        #expect(try await site.get("/office/cases/1/take", as: hanh).text.contains("Đã kết thúc"))
    }
}

/// What the pages say about the way of alerts.
struct CanaryNoticeTests {
    @Test("A canary that does not arrive stands on every page and in /healthz, until one arrives again")
    func lost() async throws {
        let site = try await Site { $0.mailIsConfigured = true }
        let staff = try await site.staff(.homeAffairs)
        let mailbox = MailAddress(name: "Thử", address: "thu@longkhanh.example")
        func line() async throws -> Bool { try await site.get("/office", as: staff).text.contains("Thư thử lúc") }
        func health() async throws -> Answer { try await site.get("/healthz") }

        #expect(try await health().text.contains("\"canary\" : \"off\""))
        try await site.fixture.store.write(as: .system) { try $0.sendCanary(to: mailbox) }
        #expect(try await health().text.contains("\"canary\" : \"under way\""))
        site.fixture.world.advance(minutes: 11)
        #expect(try await line())
        #expect(try await site.get("/office/cases", as: staff).text.contains("Thư thử lúc 09:00"))
        let ill = try await health()
        #expect(ill.status == 503 && ill.text.contains("\"lost\""))
        try await site.fixture.store.write(as: .system) { tx in
            while let mail = try tx.claimNextMail() { try tx.mailAccepted(mail) }
        }
        #expect(!(try await line()))
        #expect(try await health().status == 200)
    }

    @Test("Without a mail server there is no canary to miss: another line says so already")
    func withoutServer() {
        let lines = Notices.lines(
            OutboxState(), canary: .lost(since: .fridayMorning), mailIsConfigured: false, now: .fridayMorning)
        #expect(lines.count == 1)
    }
}
