import Feedback
import Foundation
import Kiosk
import Pages
import Storage
import TestSupport
import Testing

@Suite("From Long Khánh 2024 to the five wards of 2026")
struct LongKhanh2026Tests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../kiosk-config-2026").standardizedFileURL

    /// What the office's orders make of the folder of 2024.
    static func made() throws -> KioskConfiguration {
        var configuration = try KioskFolder.read(Folders.shipped).0
        for (number, order) in LongKhanh2026.orders.enumerated() {
            let plan = DirectoryPlan(order, in: configuration, today: LongKhanh2026.day("2025-06-20"))
            try #require(plan.problems.isEmpty, "order \(number): \(plan.problems.problems)")
            configuration.carryOut(plan)
        }
        configuration.authority = LongKhanh2026.authority
        configuration.postings += LongKhanh2026.postings(configuration)
        return configuration
    }

    @Test("The shipped folder of 2026 is what the orders make of the folder of 2024")
    func shipped() throws {
        let made = try Self.made()
        if ProcessInfo.processInfo.environment["HAILONG_RECORD"] == "1" {
            try KioskFolder.write(made, KioskFolder.read(Folders.shipped).1, to: Self.folder)
        }
        let (shipped, _) = try KioskFolder.read(Self.folder)
        #expect(KioskDiff.between(current: made, wanted: shipped) == [])
        #expect(shipped == made)
    }

    @Test("In 2026 there are five wards with six desks each; what was there before is closed and says where it went")
    func tree() throws {
        let directory = Directory(
            configuration: try Self.made(), codes: [], version: 1, day: LongKhanh2026.day("2026-11-21"))
        let today = LongKhanh2026.day("2026-11-21")
        let open = directory.units.filter { $0.exists(on: today) }
        #expect(
            open.filter { $0.kind == .ward }.map(\.name).sorted()
                == LongKhanh2026.wards.map { "UBND phường \($0.name)" }.sorted())
        #expect(open.filter { $0.kind == .commune || $0.kind == .city }.isEmpty)
        for ward in LongKhanh2026.wards {
            #expect(directory.desks.count { $0.hall == ward.hall && $0.id.rawValue.hasPrefix(ward.id) } == 6)
            for source in ward.sources {
                #expect(directory.standing(source, on: today).map(\.id) == [ward.unit])
            }
            #expect(directory.subtree(of: ward.unit).isSuperset(of: ward.sources))
            #expect(directory.head(of: ward.sources[0]) == ward.head)
        }
        #expect(directory.unit("tinh-dong-nai")?.name == "UBND Thành phố Đồng Nai")
        #expect(directory.on(LongKhanh2026.day("2026-04-29")).unit("tinh-dong-nai")?.name == "UBND tỉnh Đồng Nai")
        #expect(
            directory.on(LongKhanh2026.day("2024-06-01")).unit("so-tai-nguyen-moi-truong")?.name
                == "Sở Tài nguyên và Môi trường tỉnh Đồng Nai")
    }

    /// Every figure of 2024 that somebody could print: each month, for everybody and for each unit, desk and official.
    private static func figures(_ store: any Store) async throws -> [String: [UInt8]] {
        let directory = store.directory
        return try await store.read { tx in
            var figures: [String: [UInt8]] = [:]
            for number in 1...12 {
                let month = try #require(Month(rawValue: number < 10 ? "2024-0\(number)" : "2024-\(number)"))
                let whole = try tx.periodReport(Period(month), scope: .whole)
                var cells = [CellFilter()]
                cells += whole.units.map { CellFilter(unit: $0.id) } + whole.desks.map { CellFilter(desk: $0.id) }
                cells += whole.officials.map { CellFilter(official: $0.id) }
                for cell in cells {
                    let report = try tx.periodReport(Period(month), scope: .whole, cell: cell)
                    figures["\(month) \(cell)"] = FigureSheets(report, directory: directory).csv(nil)
                }
            }
            return figures
        }
    }

    private static func rate2024(_ fixture: Fixture) async throws {
        let desks: [ID<Desk>] = ["Q02", "Q03", "Q07", "Q09", "xuan-an-p1", "xuan-hoa-p2", "hang-gon-p3", "bau-tram-p1"]
        for (month, day) in [(1, 15), (3, 4), (7, 9), (12, 30)] {
            fixture.world.set(.inVietNam("2024-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)", 9, 0))
            for (index, desk) in desks.enumerated() {
                for turn in 0..<(index % 3 + 4) {
                    let level = try #require(Level(rawValue: (index + turn + month) % 5 + 1))
                    try await fixture.rate(desk, level: level, phone: Fixture.phone(month * 1_000 + index * 10 + turn))
                }
            }
        }
        // What is told of one person waits for the end of the month.
        fixture.world.set(.inVietNam("2025-01-02", 9, 0))
    }

    @Test("Every figure of 2024 stays as it was, byte for byte, while the office carries out the orders and afterwards")
    func figuresStay() async throws {
        let fixture = try await Fixture(try KioskFolder.read(Folders.shipped).0, at: .inVietNam("2024-01-02", 8, 0))
        try await Self.rate2024(fixture)
        let before = try await Self.figures(fixture.store)
        #expect(before.count >= 100)
        let old = try fixture.code(of: "xuan-an-p1"), land = try fixture.code(of: "Q02")
        let counter = try fixture.code(of: "Q03"), justice = try fixture.code(of: "Q07")

        fixture.world.set(.inVietNam("2025-06-20", 9, 0))
        for order in LongKhanh2026.orders {
            try await fixture.store.write(as: .user(1)) { _ = try $0.carryOut(order) }
        }
        try await fixture.store.write(as: .user(1)) { try $0.change(LongKhanh2026.authority) }
        #expect(try await Self.figures(fixture.store) == before)
        #expect(try fixture.directory.open(old, on: fixture.today).id == "xuan-an-p1")

        for moment in ["2025-06-30", "2025-07-01", "2026-05-04"] {
            fixture.world.set(.inVietNam(moment, 9, 0))
            #expect(try await Self.figures(fixture.store) == before, "\(moment)")
        }
        #expect(try await fixture.store.write(as: .system) { try $0.rebuildTallies() } == 0)
        let made = try Self.made()
        var kept = fixture.directory.configuration
        kept.postings = made.postings
        #expect(KioskDiff.between(current: kept, wanted: made) == [])

        // Old cards.
        let today = fixture.today
        let closed = try Self.closed { try fixture.directory.open(old, on: today) }
        #expect(closed.desk == "Hộ tịch – Chứng thực" && closed.lastDay == LongKhanh2026.day("2025-06-30"))
        #expect(closed.heirs.map(\.desk) == ["Quầy 2 – Hộ tịch, chứng thực"])
        #expect(closed.heirs[0].unit == "Trung tâm Phục vụ hành chính công phường Long Khánh")
        #expect(try fixture.directory.open(try #require(closed.heirs[0].code), on: today).id == "long-khanh-q2")
        #expect(try fixture.directory.open(land, on: today).place == "trung-tam-long-khanh")
        #expect(try Self.closed { try fixture.directory.open(counter, on: today) }.heirs.map(\.code) == [land])
        #expect(try Self.closed { try fixture.directory.open(justice, on: today) }.heirs.count == 5)
    }

    @Test("Applying the folder of 2026 over the database of 2024 leaves every figure of 2024 as it was")
    func applying() async throws {
        let fixture = try await Fixture(try KioskFolder.read(Folders.shipped).0, at: .inVietNam("2024-01-02", 8, 0))
        try await Self.rate2024(fixture)
        let before = try await Self.figures(fixture.store)
        let old = try fixture.code(of: "bau-tram-p1")
        fixture.world.set(.inVietNam("2026-11-20", 9, 0))
        let wanted = try KioskFolder.read(Self.folder).0
        try await fixture.store.write(as: .system) { try $0.apply(wanted) }
        #expect(fixture.directory.configuration == wanted)
        #expect(try await Self.figures(fixture.store) == before)
        let today = fixture.today
        let closed = try Self.closed { try fixture.directory.open(old, on: today) }
        #expect(closed.heirs.map(\.desk) == ["Quầy 2 – Hộ tịch, chứng thực"])
    }

    private static func closed(_ open: () throws -> Desk) throws -> ClosedDesk {
        do {
            let desk = try open()
            Issue.record("\(desk.id) is open")
        } catch Refusal.closedDesk(let desk) { return desk }
        throw Refusal.notFound
    }
}
