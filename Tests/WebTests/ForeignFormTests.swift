import Feedback
import HTTPTypes
import TestSupport
import Testing
import Web

/// Forms of the office work from its own pages only.
struct ForeignFormTests {
    static let origins: [[String: String]] = [
        [:], ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Sec-Fetch-Site": "none"],
        ["Origin": "https://evil.example"], ["Origin": "null"], ["Sec-Fetch-Site": "same-origin"],
        ["Origin": "https://danhgia.example"],
    ]

    @Test("Every form needs this session's token and one of our pages around it", .timeLimit(.minutes(2)))
    func everyForm() async throws {
        let site = try await Site()
        _ = try await site.fixture.rate(level: .veryDissatisfied)
        let senders = [Role.administrator, .homeAffairs, .dataProtection, .leadership]
        var people: [(role: Role, staff: Staff)] = []
        for role in senders { people.append((role, try await site.staff(role))) }
        let code = try site.fixture.code(of: "q03")
        let receipt = Receipt(random: [UInt8](repeating: 0, count: 13))
        let before = try await site.fixture.journal().count
        for route in site.website.routeTable where route.method == .post {
            guard let right = route.right else { continue }
            let path = AccessTests.path(route, alert: 1, code: code, receipt: receipt)
            let sender = try #require(people.first { $0.role.rights.contains(right) }).staff
            let foreign = try #require(people.first { $0.staff.user != sender.user }).staff
            for origin in Self.origins {
                let isOurs =
                    origin.isEmpty || origin.values.contains("same-origin")
                    || origin.values.contains("https://danhgia.example")
                for token in ["", "wrong", foreign.formToken, sender.formToken]
                where !(isOurs && token == sender.formToken) {
                    let answer = try await site.post(path, "token=\(token)&text=x", as: sender, headers: origin)
                    #expect(answer.status == 403, "\(path) \(origin) \(answer.status)")
                }
            }
            let plain = try await site.post(
                path, "token=\(sender.formToken)", as: sender, headers: ["Content-Type": "text/plain"])
            #expect(plain.status == 415)
        }
        #expect(try await site.fixture.journal().count == before)
    }

    @Test("With its token a form works: a head takes a case on and answers it, and the citizen reads the answer")
    func answer() async throws {
        let site = try await Site()
        let rating = try await site.fixture.rate(level: .veryDissatisfied)
        let alert = try #require(try await site.fixture.alerts().first)
        let hanh = try await site.staff(.head, over: "tu-phap")
        let path = "/office/cases/\(alert.id)"
        #expect(try await site.post("\(path)/acknowledge", "token=\(hanh.formToken)", as: hanh).location == path)
        #expect(try await site.post("\(path)/answer", "token=\(hanh.formToken)&text=+", as: hanh).status == 422)
        let text = TypedForm([
            ("token", hanh.formToken), ("text", "Đã xin lỗi và sửa"), ("finding", "confirmed"), ("measure", "Nhắc nhở"),
        ])
        #expect(try await site.post("\(path)/answer", text.body, as: hanh).status == 303)
        #expect(try await site.get("/r/\(rating.receipt)").text.contains("Đã xin lỗi và sửa"))
    }
}
