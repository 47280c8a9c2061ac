import Feedback
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Web

/// Who may call what. The routes are the router's own: a new one is tested by being there, against `AccessTable`.
struct AccessTests {
    /// Paths with everything in its place, as home affairs would see them.
    static func path(_ route: Route, alert: Int64, code: DeskCode, receipt: Receipt) -> String {
        let values = [
            "code": code.rawValue, "receipt": receipt.rawValue, "month": "2026-11", "period": "2026-11", "desk": "q03",
            "unit": route.path.hasPrefix("/office/cards/") ? "mot-cua" : "tu-phap",
            "id": "\(alert)", "official": "minh", "field": "ho-tich",
        ]
        return values.reduce(route.path) { $0.replacing("{\($1.key)}", with: $1.value) }
            .replacing(/\{\w+\}/, with: "x")
    }

    /// Somebody with a role, seen from Phòng Tư pháp and its desk 3.
    private struct Person {
        /// Over what the test's things belong to; or the neighbour's, or something on the other side of the city.
        enum Seat: String, CaseIterable {
            case own, neighbour, foreign
        }

        let role: Role
        let seat: Seat
        /// Whether the role is over the whole authority.
        let isOverAll: Bool
        let staff: Staff

        var name: String { "\(role) (\(isOverAll ? "all" : seat.rawValue))" }

        func finds(_ rule: AccessTable.Rule) -> Bool {
            guard rule.roles.contains(role) else { return false }
            switch rule.place {
            case .anywhere, .missing: return true
            case .whole: return isOverAll
            case .unit: return isOverAll || (seat == .own && role != .oneStopLead)
            case .desk: return isOverAll || seat == .own
            case .hall: return isOverAll || seat == .own || (seat == .neighbour && role != .oneStopLead)
            }
        }
    }

    /// Every role in every seat; those over the whole authority also with a part of it.
    private func people(_ site: Site) async throws -> [Person] {
        var people: [Person] = []
        for role in Role.allCases {
            if ![.head, .oneStopLead, .official].contains(role) {
                people.append(Person(role: role, seat: .own, isOverAll: true, staff: try await site.staff(role)))
            }
            if [.administrator, .dataProtection].contains(role) { continue }
            let seats: [ID<Feedback.Unit>] =
                role == .oneStopLead ? ["mot-cua", "xuan-hoa", "noi-vu"] : ["tu-phap", "dat-dai", "xuan-hoa"]
            for (seat, unit) in zip(Person.Seat.allCases, seats) {
                people.append(
                    Person(role: role, seat: seat, isOverAll: false, staff: try await site.staff(role, over: unit)))
            }
        }
        return people
    }

    @Test("The table of who may do what knows every route of the office, and no other")
    func complete() async throws {
        let routes = try await Site().website.routeTable.filter { $0.right != nil }.map { "\($0.method) \($0.path)" }
        let missing = Set(routes).subtracting(AccessTable.rules.keys).sorted()
        let gone = Set(AccessTable.rules.keys).subtracting(routes).sorted()
        #expect(missing == [], "Say in Tests/WebTests/People/AccessTable.swift who may do it and about what")
        #expect(gone == [], "These stand in AccessTable.swift and are no routes any more")
    }

    @Test(
        "Role by route by own, neighbouring and foreign unit: what is yours opens, what is not is not found",
        .timeLimit(.minutes(5)))
    func everyRouteByEveryRole() async throws {
        let site = try await Site()
        let rating = try await site.fixture.rate(level: .veryDissatisfied, comment: "Dấu vết riêng")
        let alert = try #require(try await site.fixture.alerts().first)
        let code = try site.fixture.code(of: "q03")
        let people = try await people(site)
        for route in site.website.routeTable where route.path != "/office/live/events" {
            guard route.right != nil, let rule = AccessTable.rules["\(route.method) \(route.path)"] else { continue }
            let path = Self.path(route, alert: alert.id, code: code, receipt: rating.receipt)
            let stranger = try await site.ask(route.method, path, body: "")
            #expect(stranger.status == 303 && stranger.location?.hasPrefix("/office/login") == true, "\(path)")
            for person in people {
                if route.method == .post {
                    try await tries(person, path, rule, site)
                } else {
                    try await looks(person, path, rule, site, alert, code)
                }
            }
        }
    }

    private func looks(
        _ person: Person, _ path: String, _ rule: AccessTable.Rule, _ site: Site, _ alert: Alert,
        _ code: DeskCode
    ) async throws {
        let answer = try await site.get(path, as: person.staff)
        let finds = person.finds(rule)
        if rule.place == .missing, finds {
            #expect([200, 303, 308, 404].contains(answer.status), "\(person.name) GET \(path)")
        } else if finds {
            #expect([200, 303, 308].contains(answer.status), "\(person.name) GET \(path)")
        } else {
            #expect(answer.status == 404, "\(person.name) GET \(path)")
        }
        // Whatever the page: what a citizen wrote is read by those who must act on it, a phone by nobody in passing.
        let mayRead = [.homeAffairs, .head].contains(person.role) && (person.isOverAll || person.seat == .own)
        #expect(mayRead || !answer.text.contains("Dấu vết riêng"), "\(person.name) GET \(path) shows a comment")
        let mayKnow =
            [.homeAffairs, .leadership, .head].contains(person.role) && (person.isOverAll || person.seat == .own)
        #expect(mayKnow || !answer.text.contains(alert.number), "\(person.name) GET \(path) shows a case")
        #expect(
            person.isOverAll || person.seat == .own || !answer.text.contains(code.rawValue),
            "\(person.name) GET \(path) shows a foreign desk's code")
        #expect(!answer.text.contains("950000101"), "\(person.name) GET \(path) shows a phone")
    }

    /// With a wrong token, which gets as far as the token when the role may at all; and, where nothing may be found,
    /// with the right one.
    private func tries(_ person: Person, _ path: String, _ rule: AccessTable.Rule, _ site: Site) async throws {
        let admitted = rule.roles.contains(person.role)
        let wrong = try await site.post(path, "token=wrong", as: person.staff)
        #expect(wrong.status == (admitted ? 403 : 404), "\(person.name) POST \(path)")
        if !person.finds(rule) {
            let right = try await site.post(path, "token=\(person.staff.formToken)", as: person.staff)
            #expect(right.status == 404, "\(person.name) POST \(path) with its form")
        }
    }

    @Test("Whatever stands under /office is for staff, but for the ways in")
    func ways() async throws {
        let open = try await Site().website.routeTable.filter { $0.path.hasPrefix("/office") && $0.right == nil }
        #expect(Set(open.map(\.path)) == ["/office/login", "/office/login/code", "/office/welcome/{token}"])
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
        for path in ["/office/live", "/office/cases", "/office/figures/2026-11", "/office/figures/2026-11/ratings"] {
            #expect(!(try await site.get(path, as: hanh).text.contains("phong bì")), "\(path)")
        }
        #expect(try await site.get("/office/cases/\(alert.id)", as: affairs).text.contains("phong bì"))
    }

    @Test("The administrator sees figures, not what people wrote")
    func administrator() async throws {
        let site = try await Site()
        _ = try await site.fixture.rate(level: .dissatisfied, comment: "Dấu vết riêng")
        let staff = try await site.staff(.administrator)
        for path in ["/office", "/office/figures/2026-11", "/office/figures/2026-11.csv", "/office/people"] {
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
