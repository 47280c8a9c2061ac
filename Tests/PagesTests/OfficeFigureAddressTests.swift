import Feedback
import Pages
import Testing

@Suite("Addresses of periods and of the ratings behind a number")
struct OfficeFigureAddressTests {
    private func address(_ query: String) throws -> FigureAddress {
        FigureAddress(period: try #require(Period(rawValue: "2026-11")), query: try FormFields(urlEncoded: query.utf8))
    }

    @Test(
        "An address that was read is written as it was",
        arguments: [
            "", "unit=tu-phap", "unit=tu-phap&desk=q03&official=minh&field=ho-tich&channel=qr&criterion=LK1",
            "unit=tu-phap&level=1&level=2&page=3",
            "procedure=khai-sinh&evidence=D&stage=received", "unit=ph%C3%B2ng%20m%E1%BB%99t%26hai",
        ])
    func roundTrip(_ query: String) throws {
        let path = try address(query).rowsPath
        #expect(path == "/office/figures/2026-11/ratings" + (query.isEmpty ? "" : "?" + query))
    }

    @Test("The month page and the file know the filters, but neither level nor page")
    func paths() throws {
        let address = try address("unit=tu-phap&level=5&page=2")
        #expect(address.path == "/office/figures/2026-11?unit=tu-phap")
        #expect(address.file("csv") == "/office/figures/2026-11.csv?unit=tu-phap")
        #expect(address.file("xlsx", table: "desks") == "/office/figures/2026-11.xlsx?unit=tu-phap&table=desks")
        #expect(address.choice == "unit=tu-phap")
    }

    @Test(
        "What cannot be is left out",
        arguments: [
            "level=0", "level=6", "level=x", "channel=phone", "evidence=E", "stage=over", "page=0", "page=-7", "unit=",
            "nothing=1",
        ])
    func nonsense(_ query: String) throws {
        #expect(try address(query).rowsPath == "/office/figures/2026-11/ratings")
    }

    @Test("The ratings asked for are those of the whole month, in the reader's scope")
    func filter() throws {
        let filter = try address("desk=q03&level=1").filter(scope: .units(["tu-phap"]), in: .sample)
        #expect(filter.days.lowerBound.rawValue == "2026-11-01" && filter.days.upperBound.rawValue == "2026-11-30")
        #expect(filter.cell == CellFilter(desk: "q03") && filter.levels == [.veryDissatisfied])
        #expect(filter.scope == .units(["tu-phap"]))
    }

    @Test(
        "The form of two days, and the kinds, lead to a period",
        arguments: [
            ("", "2026-11"), ("kind=quarter", "2026-Q4"), ("kind=week", "2026-W47"), ("kind=range", "2026-11"),
            ("from=2026-11-03&to=2026-11-20", "2026-11-03..2026-11-20"),
            ("from=2026-11-20&to=2026-11-03", "2026-11-03..2026-11-20"),
            ("from=3/11/2026&to=20-11-2026", "2026-11-03..2026-11-20"),
            ("from=2026-11-03&to=mai", "2026-11-03..2026-11-03"), ("period=2025-H1", "2025-H1"),
        ])
    func asked(_ query: String, _ period: String) throws {
        let today = try #require(LocalDay(rawValue: "2026-11-21"))
        let address = FigureAddress(asked: try FormFields(urlEncoded: (query + "&unit=tu-phap").utf8), today: today)
        #expect(address.path == "/office/figures/\(period)?unit=tu-phap")
    }

    @Test(
        "A period is called as in a report",
        arguments: [
            ("2026-11-21", "ngày 21/11/2026"), ("2026-W47", "tuần 47/2026 (16/11–22/11/2026)"),
            ("2026-11", "tháng 11/2026"), ("2026-Q3", "quý III/2026"), ("2026-H1", "6 tháng đầu năm 2026"),
            ("2026-H2", "6 tháng cuối năm 2026"), ("2026-9M", "9 tháng đầu năm 2026"), ("2026", "năm 2026"),
            ("2026-11-03..2026-11-20", "từ 03/11/2026 đến 20/11/2026"),
        ])
    func names(_ raw: String, _ words: String) throws {
        let period = try #require(Period(rawValue: raw))
        #expect(Formats.period(period).replacing("\u{A0}", with: " ") == words)
    }
}
