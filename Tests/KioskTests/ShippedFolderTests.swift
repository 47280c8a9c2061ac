import Feedback
import Foundation
import Kiosk
import Testing

@Suite("The shipped folder of Long Khánh 2024")
struct ShippedFolderTests {
    let configuration: KioskConfiguration
    let settings: ServerSettings

    init() throws { (configuration, settings) = try KioskFolder.read(Folders.shipped) }

    @Test("has the ten desks of the city and three or four at each of fifteen wards and communes")
    func hasAllDesks() {
        let city = configuration.desks.filter { $0.place == "mot-cua" }
        #expect(city.map(\.id.rawValue) == (1...10).map { $0 < 10 ? "Q0\($0)" : "Q\($0)" })
        let places = configuration.units.filter { $0.kind == .ward || $0.kind == .commune }
        #expect(places.filter { $0.kind == .ward }.count == 11)
        #expect(places.filter { $0.kind == .commune }.count == 4)
        for place in places {
            #expect((3...4).contains(configuration.desks.count { $0.unit == place.id }), "\(place.name)")
            #expect(configuration.units.contains { $0.kind == .oneStop && $0.parent == place.id }, "\(place.name)")
        }
    }

    @Test(
        "does not rate the units that the plan leaves out, and says why",
        arguments: [
            "van-phong", "thanh-tra", "phong-dan-toc",
        ])
    func leavesOut(id: String) throws {
        let unit = try #require(configuration.units.first { $0.id.rawValue == id })
        #expect(try #require(unit.notRatedBecause).contains("203/KH-UBND"))
    }

    @Test("has somebody at every desk on every working day, from another office each day at desk Q09")
    func staffsDesks() {
        let directory = Directory(configuration: configuration, codes: [], version: 1)
        let monday = LocalDay(number: LocalDay(rawValue: "2026-11-23")?.number ?? 0)
        for desk in configuration.desks {
            for day in (0..<5).map(monday.adding(days:)) {
                #expect(!directory.officials(at: desk.id, on: day).isEmpty, "\(desk.id) \(day)")
            }
        }
        let rota = (0..<5).map { directory.officials(at: "Q09", on: monday.adding(days: $0)).map(\.unit.rawValue) }
        #expect(
            rota == [["phong-kinh-te"], ["phong-van-hoa"], ["phong-y-te"], ["phong-giao-duc"], ["phong-kinh-te"]])
    }

    @Test("sends mail to example.vn alone, and names nobody who is real")
    func isInvented() {
        let heads = configuration.units.compactMap(\.head)
        #expect(heads.allSatisfy { $0.email.hasSuffix(".example.vn") })
        let names = heads.map(\.name) + configuration.officials.map(\.name)
        #expect(!names.contains("Đỗ Chánh Quang"))
        #expect(Set(names).count == names.count)
    }

    @Test("asks at the desks what the plan asks")
    func asksLK() throws {
        let lk = try #require(configuration.questionnaires.first { $0.id == configuration.form.questionnaire })
        #expect(lk.criteria.map(\.id.rawValue) == ["LK1", "LK2", "LK3", "LK4", "LK5"])
        #expect(lk.overall == "LK5")
        #expect(lk.scale == Level.words)
        #expect(configuration.form.phoneRequired)
    }

    @Test("keeps bribery from the desk's own head, and tells home affairs")
    func routesBribery() throws {
        let category = try #require(
            configuration.alerts.category(lowest: .verySatisfied, reasons: [.unofficialPayment], comment: nil))
        #expect(category.id == "tieu-cuc" && category.bypassesHead)
        for comment in ["doi boi duong", "Phải để PHONG BÌ", "vòi vĩnh"] {
            #expect(configuration.alerts.category(lowest: nil, reasons: [], comment: comment)?.id == "tieu-cuc")
        }
        #expect(configuration.alerts.category(lowest: nil, reasons: [], comment: "bị quat")?.id == "thai-do")
        #expect(configuration.alerts.category(lowest: nil, reasons: [], comment: "có quạt máy") == nil)
        #expect(configuration.alerts.category(lowest: .dissatisfied, reasons: [], comment: nil)?.recipients == [.head])
        #expect(configuration.alerts.category(lowest: .neutral, reasons: [], comment: "Chờ hơi lâu") == nil)
    }

    @Test(
        "knows Tết and the days that make up for holidays",
        arguments: [
            ("2024-02-07", true), ("2024-02-08", false), ("2024-02-14", false), ("2024-02-15", true),
            ("2024-05-04", true), ("2026-02-13", true), ("2026-02-16", false), ("2026-02-20", false),
            ("2026-02-23", true), ("2026-01-10", true), ("2027-02-05", false), ("2027-02-08", false),
        ])
    func knowsHolidays(day: String, works: Bool) throws {
        #expect(configuration.alerts.hours.works(on: try #require(LocalDay(rawValue: day))) == works)
    }

    @Test("lists each holiday on a weekday and each make-up day on a weekend, once")
    func holidaysAreOrderly() {
        let hours = configuration.alerts.hours
        #expect(hours.holidays == hours.holidays.sorted() && Set(hours.holidays).count == hours.holidays.count)
        #expect(hours.holidays.allSatisfy { hours.weekdays.contains($0.weekday) })
        #expect(hours.compensated.allSatisfy { !hours.weekdays.contains($0.weekday) })
    }
}
