import Feedback
import TestSupport
import Testing

@Suite("Addresses with years that nobody means")
struct StrangeYearTests {
    @Test("are not found, and harm nobody", arguments: ["0000", "0001", "1975", "2200", "9998", "9999"])
    func notFound(year: String) async throws {
        let site = try await Site()
        let parts = ["", "-01", "-12", "-Q1", "-Q4", "-H2", "-9M", "-W01", "-W52", "-01-01", "-12-31"]
        for period in parts.map({ year + $0 }) + ["\(year)-01-01..\(year)-12-31"] {
            try await ask(site, period)
        }
        #expect(try await site.get("/open").status == 200)
    }

    private func ask(_ site: Site, _ period: String) async throws {
        for address in ["/open/\(period)", "/open/\(period).csv", "/open/\(period).json", "/open/\(period)/tu-phap"] {
            #expect(try await site.get(address).status == 404, "\(address)")
        }
        let staff = try await site.staff(.homeAffairs)
        for address in [
            "/office/figures/\(period)", "/office/figures/\(period).csv", "/office/figures/\(period)/ratings",
            "/office/comparison?period=\(period)", "/office/exports?period=\(period)",
            "/office/exports/fields.csv?period=\(period)", "/office/reports/\(period)",
            "/office/comments?period=\(period)", "/office/dossiers/\(period)", "/office/shifts?day=\(period)",
            "/office/shifts/q03/correct?day=\(period)", "/office/journal?from=\(period)",
        ] {
            #expect((200..<500) ~= (try await site.get(address, as: staff).status), "\(address)")
        }
    }

    @Test("A year at the edge of what is read has its page, with the way to the next and the one before")
    func edges() async throws {
        let site = try await Site()
        let staff = try await site.staff(.homeAffairs)
        for period in [
            "1976", "1976-01", "1976-W01", "1976-9M", "2199", "2199-12", "2199-Q4", "2199-12-31", "2199-W52",
        ] {
            #expect(try await site.get("/office/figures/\(period)", as: staff).status == 200, "\(period)")
        }
    }
}
