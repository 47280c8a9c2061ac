import Feedback
import TestSupport
import Testing

@Suite("Units above the authority")
struct AuthorityUnitsTests {
    /// The city below a province, with a department of the province that has an agency at the city's desks.
    private var configuration: KioskConfiguration {
        var configuration = KioskConfiguration.longKhanh
        let above = "Cấp trên, nhận báo cáo"
        configuration.units += [
            Unit(id: "tinh", name: "UBND tỉnh Đồng Nai", kind: .province, notRatedBecause: above),
            Unit(id: "so-noi-vu", name: "Sở Nội vụ", kind: .department, parent: "tinh", notRatedBecause: above),
            Unit(id: "so-tnmt", name: "Sở TN và MT", kind: .department, parent: "tinh", notRatedBecause: above),
        ]
        for index in configuration.units.indices {
            if configuration.units[index].id == "tp-long-khanh" { configuration.units[index].parent = "tinh" }
            if configuration.units[index].id == "dat-dai" { configuration.units[index].parent = "so-tnmt" }
        }
        return configuration
    }

    private func rows(_ configuration: KioskConfiguration) async throws -> [PeriodReport.UnitRow] {
        let city = try await Fixture(configuration)
        for (index, desk) in ["q03", "q07", "q09"].enumerated() {
            try await city.rate(ID(desk), phone: Fixture.phone(index))
        }
        let period = Period(Month(city.now))
        return try await city.store.read { try $0.periodReport(period, scope: .whole) }.units
    }

    @Test("The city's row sums up the city; the province has none, and its agency stands beside the city")
    func tree() async throws {
        let rows = try await rows(configuration)
        #expect(rows.map(\.id) == ["tp-long-khanh", "tu-phap", "xuan-hoa", "dat-dai"])
        #expect(rows.map(\.depth) == [0, 1, 1, 0] && rows.map(\.isSum) == [true, false, false, false])
        #expect(rows[0].measured.ratings == 2)
    }

    @Test("A unit above the authority that is rated itself has its row")
    func rated() async throws {
        var configuration = configuration
        for index in configuration.units.indices where configuration.units[index].id == "tinh" {
            configuration.units[index].notRatedBecause = nil
        }
        #expect(try await rows(configuration).map(\.id).first == "tinh")
    }

    @Test("Where the authority is none of the units, only the tops of the tree have no row")
    func several() async throws {
        var configuration = configuration
        configuration.authority.name = "Các phường khu vực Long Khánh"
        #expect(try await rows(configuration).map(\.id) == ["tp-long-khanh", "tu-phap", "xuan-hoa", "dat-dai"])
    }

    @Test("Reports are of units that are rated, or that hold rated ones within the authority")
    func reported() async throws {
        let city = try await Fixture(configuration)
        #expect(city.directory.reportedUnits == ["tp-long-khanh", "noi-vu", "tu-phap", "dat-dai", "xuan-hoa"])
    }
}
