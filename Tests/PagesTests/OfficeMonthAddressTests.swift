import Feedback
import Pages
import Testing

@Suite("Addresses of months and of the ratings behind a number")
struct OfficeMonthAddressTests {
    private func address(_ query: String) throws -> MonthAddress {
        MonthAddress(month: try #require(Month(rawValue: "2026-11")), query: try FormFields(urlEncoded: query.utf8))
    }

    @Test(
        "An address that was read is written as it was",
        arguments: [
            "", "unit=tu-phap", "unit=tu-phap&desk=q03&official=minh&field=ho-tich&channel=qr&criterion=LK1",
            "unit=tu-phap&level=1&level=2&page=3", "unit=ph%C3%B2ng%20m%E1%BB%99t%26hai",
        ])
    func roundTrip(_ query: String) throws {
        let path = try address(query).rowsPath
        #expect(path == "/office/months/2026-11/ratings" + (query.isEmpty ? "" : "?" + query))
    }

    @Test("The month page and the file know the filters, but neither level nor page")
    func paths() throws {
        let address = try address("unit=tu-phap&level=5&page=2")
        #expect(address.path == "/office/months/2026-11?unit=tu-phap")
        #expect(address.csvPath == "/office/months/2026-11.csv?unit=tu-phap")
    }

    @Test(
        "What cannot be is left out",
        arguments: ["level=0", "level=6", "level=x", "channel=phone", "page=0", "page=-7", "unit=", "nothing=1"])
    func nonsense(_ query: String) throws {
        #expect(try address(query).rowsPath == "/office/months/2026-11/ratings")
    }

    @Test("The ratings asked for are those of the whole month, in the reader's scope")
    func filter() throws {
        let filter = try address("desk=q03&level=1").filter(scope: .units(["tu-phap"]))
        #expect(filter.days.lowerBound.rawValue == "2026-11-01" && filter.days.upperBound.rawValue == "2026-11-30")
        #expect(filter.cell == CellFilter(desk: "q03") && filter.levels == [.veryDissatisfied])
        #expect(filter.scope == .units(["tu-phap"]))
    }
}
