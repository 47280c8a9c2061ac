import Feedback
import TestSupport
import Testing

@Suite("What the home page says of a month that ended")
struct EndedTaskTests {
    /// Ratings in the last month of a quarter; then it is the first working day after it.
    private func city(ratings: Int = 12) async throws -> Fixture {
        let city = try await Fixture(at: .inVietNam("2026-09-18", 9, 0))
        for index in 0..<ratings { try await city.rate(phone: Fixture.phone(index)) }
        city.world.set(.inVietNam("2026-10-01", 8, 0))
        return city
    }

    /// "report 2026-09 begun", "publication 2026-09".
    private func tasks(_ city: Fixture, _ role: Role, over unit: ID<Unit>? = nil) async throws -> [String] {
        let user = User(id: 0, name: "", email: "", grants: [Grant(role: role, unit: unit)])
        let rights = Rights(of: user, in: city.directory, on: city.today)
        return try await city.store.read { try $0.homeTasks(rights) }.compactMap { task in
            switch task {
            case .report(let period, let isBegun): "report \(period)" + (isBegun ? " begun" : "")
            case .publication(let period): "publication \(period)"
            default: nil
            }
        }
    }

    private let september = Period(LocalDay.on("2026-09-30").month)
    private let quarter = Period(.quarter, holding: .on("2026-09-30"))

    @Test("Home affairs sees the month and the quarter until they are frozen, and no other; nobody else sees them")
    func reports() async throws {
        let city = try await city()
        #expect(try await tasks(city, .homeAffairs) == ["report 2026-09", "report 2026-Q3"])
        for role in Role.allCases where role != .homeAffairs && role != .leadership {
            #expect(try await tasks(city, role) == [], "\(role)")
        }
        #expect(try await tasks(city, .homeAffairs, over: "noi-vu") == [])
        let subject = try ReportSubject(period: september)
        try await city.store.write(as: .user(1)) {
            try $0.writeReport(subject, [.shortcomings: "Còn chậm", .solutions: "Nhanh hơn"])
        }
        #expect(try await tasks(city, .homeAffairs).first == "report 2026-09 begun")
        _ = try await city.store.write(as: .user(1)) { try $0.freezeReport(subject) }
        #expect(try await tasks(city, .homeAffairs) == ["report 2026-Q3"])
        // A month later September and the quarter are old; October had no rating.
        city.world.set(.inVietNam("2026-11-02", 8, 0))
        #expect(try await tasks(city, .homeAffairs) == [])
    }

    @Test("The report of one unit is not that of the authority")
    func units() async throws {
        let city = try await city()
        let subject = try ReportSubject(period: september, unit: "tu-phap")
        try await city.store.write(as: .user(1)) {
            try $0.writeReport(subject, [.shortcomings: "Còn chậm", .solutions: "Nhanh hơn"])
            _ = try $0.freezeReport(subject)
        }
        #expect(try await tasks(city, .homeAffairs).first == "report 2026-09")
    }

    @Test("The leadership sees a month that was never published; one that was withdrawn is no task")
    func publication() async throws {
        let city = try await city()
        #expect(try await tasks(city, .leadership) == ["publication 2026-09"])
        try await city.store.write(as: .user(1)) {
            _ = try $0.publish(try $0.publicationDraft(of: september), note: "", reason: "")
        }
        #expect(try await tasks(city, .leadership) == [])
        #expect(try await city.store.read { try $0.publicity(of: [september, quarter]) } == [september: .inForce])
        try await city.store.write(as: .user(1)) { try $0.withdrawPublication(of: september, reason: "Sai") }
        #expect(try await tasks(city, .leadership) == [])
        #expect(try await city.store.read { try $0.publicity(of: [september]) } == [september: .withdrawn])
    }

    @Test("A month of too few people cannot be published, and is no task; its report is one")
    func few() async throws {
        let city = try await city(ratings: 9)
        #expect(try await tasks(city, .leadership) == [])
        #expect(try await tasks(city, .homeAffairs).count == 2)
    }
}
