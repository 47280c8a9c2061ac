import Feedback
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("How often a rating page was opened")
struct OpeningCountTests {
    @Test("A page that was sent counts, for its desk and its day; HEAD, refusals and forms that come back do not")
    func counted() async throws {
        let site = try await Site()
        let (first, second) = (try site.fixture.code(of: "q03"), try site.fixture.code(of: "q07"))
        for _ in 0..<3 { #expect(try await site.get("/q/\(first)").status == 200) }
        #expect(try await site.get("/Q/\(second.rawValue.lowercased())").status == 200)
        #expect(try await site.ask(.head, "/q/\(first)").status == 200)
        #expect(try await site.get("/q/0000000000").status == 404)
        #expect(try await site.post("/q/\(first)", "visit=wrong").status != 303)
        let today = site.fixture.today
        #expect(
            site.website.openings.take(today: today) == [
                Opening(desk: "q03", day: today, count: 3), Opening(desk: "q07", day: today, count: 1),
            ])
        #expect(site.website.openings.take(today: today).isEmpty)
    }

    @Test("At midnight the page is another one, and what came before still counts for its own day")
    func midnight() async throws {
        let site = try await Site()
        let path = "/q/\(try site.fixture.code(of: "q03"))"
        let today = site.fixture.today
        _ = try await site.get(path)
        site.fixture.world.advance(days: 1)
        _ = try await site.get(path)
        _ = try await site.get(path)
        let tomorrow = today.adding(days: 1)
        let openings = site.website.openings
        let taken = openings.take(today: tomorrow)
        #expect(
            taken == [Opening(desk: "q03", day: today, count: 1), Opening(desk: "q03", day: tomorrow, count: 2)])
        openings.add(taken)
        #expect(openings.take(today: tomorrow) == taken)
    }

    @Test("The quick way counts like the long one")
    func ready() async throws {
        let site = try await Site()
        let path = "/q/\(try site.fixture.code(of: "q03"))"
        _ = try await site.get(path)
        let request = HTTPRequest(method: .get, scheme: "http", authority: "danhgia.example", path: path)
        #expect(site.website.desk.ready(request) != nil)
        #expect(site.website.openings.take(today: site.fixture.today).map(\.count) == [2])
    }
}
