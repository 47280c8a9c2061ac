import Feedback
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Web

/// Who may call what. The table is the router's own: a new route is tested by being there.
struct AccessTests {
    /// Paths with everything in its place, as home affairs would see them.
    static func path(_ route: Route, alert: Int64, code: DeskCode, receipt: Receipt) -> String {
        route.path.replacing("{code}", with: code.rawValue).replacing("{receipt}", with: receipt.rawValue)
            .replacing("{month}", with: "2026-11").replacing("{id}", with: "\(alert)")
            .replacing("{unit}", with: "mot-cua").replacing("{desk}", with: "q03").replacing("{token}", with: "x")
    }

    @Test(
        "Every route of the office asks strangers to sign in, and is not there for the wrong role",
        .timeLimit(.minutes(2)))
    func everyRouteByEveryRole() async throws {
        let site = try await Site()
        let rating = try await site.fixture.rate(level: .veryDissatisfied)
        let alert = try #require(try await site.fixture.alerts().first)
        let code = try site.fixture.code(of: "q03")
        let people: [(Role, Staff)] = [
            (.administrator, try await site.staff(.administrator)), (.homeAffairs, try await site.staff(.homeAffairs)),
            (.head, try await site.staff(.head, over: "tu-phap")),
        ]
        var walked = 0
        for route in site.website.routeTable where route.path != "/office/live/events" {
            let path = Self.path(route, alert: alert.id, code: code, receipt: rating.receipt)
            guard let right = route.right else { continue }
            walked += 1
            let stranger = try await site.ask(route.method, path, body: "")
            #expect(stranger.status == 303, "\(route.method) \(path)")
            #expect(stranger.location?.hasPrefix("/office/login") == true)
            for (role, staff) in people {
                // Without a form: an admitted role gets as far as the form's token.
                let answer = try await site.ask(
                    route.method, path, body: "token=wrong",
                    headers: staff.headers.merging(["Content-Type": "application/x-www-form-urlencoded"]) { a, _ in a })
                let expected = role.rights.contains(right)
                if route.method == .post {
                    #expect(answer.status == (expected ? 403 : 404), "\(role) \(path)")
                } else {
                    #expect([200, 303].contains(answer.status) == expected, "\(role) \(path) \(answer.status)")
                    #expect(expected || answer.status == 404)
                }
            }
        }
        #expect(walked >= 18)
    }

    @Test("Whatever stands under /office is for staff, but for the ways in")
    func ways() async throws {
        let open = try await Site().website.routeTable.filter { $0.path.hasPrefix("/office") && $0.right == nil }
        #expect(Set(open.map(\.path)) == ["/office/login", "/office/welcome/{token}"])
    }

    @Test("A head sees the own unit's cases and desks; next door's are not found")
    func scope() async throws {
        let site = try await Site()
        _ = try await site.fixture.rate("q03", level: .veryDissatisfied)
        let alert = try #require(try await site.fixture.alerts().first)
        let hanh = try await site.staff(.head, over: "tu-phap"), dung = try await site.staff(.head, over: "dat-dai")
        for path in ["/office/cases/\(alert.id)", "/office/desks/q03.svg"] {
            #expect(try await site.get(path, as: hanh).status == 200, "\(path)")
            #expect(try await site.get(path, as: dung).status == 404, "\(path)")
        }
        let form = "token=\(dung.formToken)&text=Xong"
        #expect(try await site.post("/office/cases/\(alert.id)/answer", form, as: dung).status == 404)
        #expect(try await site.post("/office/cases/\(alert.id)/acknowledge", form, as: dung).status == 404)
        #expect(!(try await site.get("/office/cases", as: dung).text.contains(alert.number)))
        #expect(try await site.get("/office/cases", as: hanh).text.contains(alert.number))
    }

    @Test("A serious case is not shown to the head it is about")
    func serious() async throws {
        let site = try await Site()
        _ = try await site.fixture.rate(
            "q03", level: .dissatisfied, comment: "Đòi phong bì", reasons: [.unofficialPayment])
        let alert = try #require(try await site.fixture.alerts().first)
        let hanh = try await site.staff(.head, over: "tu-phap"), affairs = try await site.staff(.homeAffairs)
        #expect(try await site.get("/office/cases/\(alert.id)", as: hanh).status == 404)
        for path in ["/office/live", "/office/cases", "/office/months/2026-11", "/office/months/2026-11/ratings"] {
            #expect(!(try await site.get(path, as: hanh).text.contains("phong bì")), "\(path)")
        }
        #expect(try await site.get("/office/cases/\(alert.id)", as: affairs).text.contains("phong bì"))
    }

    @Test("The administrator sees figures, not what people wrote")
    func administrator() async throws {
        let site = try await Site()
        _ = try await site.fixture.rate(level: .dissatisfied, comment: "Dấu vết riêng")
        let staff = try await site.staff(.administrator)
        for path in ["/office", "/office/months/2026-11", "/office/months/2026-11.csv", "/office/people"] {
            let answer = try await site.get(path, as: staff)
            #expect(answer.status == 200, "\(path)")
            #expect(!answer.text.contains("Dấu vết riêng"), "\(path)")
        }
    }

    @Test("Every answer carries a policy without exceptions and forbids guessing its type")
    func headers() async throws {
        let site = try await Site()
        let rating = try await site.fixture.rate(level: .veryDissatisfied)
        let alert = try #require(try await site.fixture.alerts().first)
        let staff = try await site.staff(.homeAffairs)
        let code = try site.fixture.code(of: "q03")
        let routes = site.website.routeTable.filter { $0.path != "/office/live/events" }
        for route in routes {
            let path = Self.path(route, alert: alert.id, code: code, receipt: rating.receipt)
            for answer in [
                try await site.ask(route.method, path), try await site.ask(route.method, path, headers: staff.headers),
            ] {
                let policy = answer.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.hasPrefix("default-src 'none'"), "\(path)")
                #expect(!policy.contains("unsafe") && !policy.contains("*") && !policy.contains("data:"), "\(path)")
                #expect(policy.contains("frame-ancestors 'none'"), "\(path)")
                #expect(answer.header("X-Content-Type-Options") == "nosniff", "\(path)")
                #expect(answer.headers[.strictTransportSecurity] != nil, "\(path)")
            }
        }
    }
}
