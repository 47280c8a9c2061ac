import Feedback
import Foundation
import TestSupport
import Testing

@Suite("Changing the directory")
struct ChangeDirectoryTests {
    private func carryOut(
        _ fixture: Fixture, _ deed: DirectoryOrder.Deed, from day: String, note: String? = nil,
        scope: Scope = .whole
    ) async throws -> Int64 {
        let order = DirectoryOrder(deed, from: .on(day), note: note)
        return try await fixture.store.write(as: .user(1)) { try $0.carryOut(order, scope: scope) }
    }

    private func problems(
        _ fixture: Fixture, _ deed: DirectoryOrder.Deed, from day: String
    ) async throws -> [String] {
        let order = DirectoryOrder(deed, from: .on(day))
        return try await fixture.store.read { try $0.plan(order).problems.problems.map(\.field) }
    }

    @Test("A renamed desk keeps its code; the page shows the new sign from the day on, without anybody doing anything")
    func renamedDesk() async throws {
        let fixture = try await Fixture()
        let code = try fixture.code(of: "q03")
        let facts = Desk.Facts(name: "Quầy Tư pháp", unit: "tu-phap", place: "mot-cua", fields: ["ho-tich"])
        _ = try await carryOut(fixture, .changeDesk("q03", facts), from: "2026-11-23")
        let planned = fixture.directory.version
        #expect(try fixture.directory.open(code, on: fixture.today).name == "Quầy 3 – Chứng thực, hộ tịch")
        fixture.world.advance(days: 3)
        #expect(try fixture.directory.open(code, on: fixture.today).name == "Quầy Tư pháp")
        #expect(fixture.directory.version > planned)
        #expect(try await fixture.rate("q03").desk == "q03")
        #expect(try await fixture.store.read { $0.directory.desk("q03")?.name } == "Quầy Tư pháp")
    }

    @Test("A month of the past is read with the names and parents of that month")
    func pastMonth() async throws {
        let fixture = try await Fixture()
        try await fixture.rate("q03")
        fixture.world.set(.inVietNam("2026-12-01", 9, 0))
        let facts = Feedback.Unit.Facts(name: "Phòng Tư pháp – Hộ tịch", kind: .department, parent: "noi-vu")
        _ = try await carryOut(fixture, .changeUnit("tu-phap", facts), from: "2026-12-01")
        let november = try #require(Month(rawValue: "2026-11"))
        let directory = fixture.directory
        #expect(directory.unit("tu-phap")?.name == "Phòng Tư pháp – Hộ tịch")
        #expect(directory.subtree(of: "noi-vu").contains("tu-phap"))
        let past = directory.picture(of: november)
        #expect(past.unit("tu-phap")?.name == "Phòng Tư pháp" && past.unit("tu-phap")?.parent == "tp-long-khanh")
        #expect(directory.picture(of: november.next).unit("tu-phap")?.name == "Phòng Tư pháp – Hộ tịch")
    }

    @Test("A closed desk takes no rating from the day after; its card names the desk that took over")
    func closedDesk() async throws {
        let fixture = try await Fixture()
        let code = try fixture.code(of: "q03")
        _ = try await carryOut(fixture, .closeDesk("q03", to: ["q09"]), from: "2026-11-21")
        try await fixture.rate("q03")
        fixture.world.advance(days: 1)
        let directory = fixture.directory, today = fixture.today
        let closed = ClosedDesk(
            desk: "Quầy 3 – Chứng thực, hộ tịch", unit: "Bộ phận Tiếp nhận và Trả kết quả",
            lastDay: .on("2026-11-20"),
            heirs: [
                .init(
                    desk: "Phường Xuân Hòa – Hộ tịch", unit: "UBND phường Xuân Hòa", code: directory.code(of: "q09"))
            ], places: ["Bộ phận Tiếp nhận và Trả kết quả"])
        #expect(throws: Refusal.closedDesk(closed)) { try directory.open(code, on: today) }
        #expect(directory.configuration.postings.filter { $0.desk == "q03" }.map(\.to) == [.on("2026-11-20")])
        #expect(!directory.openDesks.contains { $0.id == "q03" })
    }

    @Test("Without a desk named, a card leads to the desks for the same field in the same place")
    func heirsByField() async throws {
        let fixture = try await Fixture()
        let twin = Desk(id: "q04", name: "Quầy 4", unit: "tu-phap", place: "mot-cua", fields: ["ho-tich"])
        _ = try await carryOut(fixture, .addDesk(twin), from: "2026-11-20")
        #expect(fixture.directory.code(of: "q04") != nil)
        _ = try await carryOut(fixture, .closeDesk("q03", to: []), from: "2026-11-21")
        let directory = fixture.directory.on(.on("2026-11-21"))
        let desk = try #require(directory.desk("q03"))
        #expect(directory.heirs(of: desk, on: .on("2026-11-21")).map(\.id) == ["q04"])
    }

    @Test("A merger: the desk goes on under the other unit, people move, the open case goes to the new head")
    func merger() async throws {
        let fixture = try await Fixture()
        try await fixture.rate("q03", level: .veryDissatisfied)
        let code = try fixture.code(of: "q03")
        let plan = Reorganization(
            units: ["tu-phap"], successors: ["noi-vu"], desks: ["q03": .goesTo("noi-vu")])
        let order = DirectoryOrder(.reorganize(plan), from: .on("2026-12-01"), note: "QĐ 12")
        let report = try await fixture.store.read { try $0.plan(order) }
        #expect(report.plan.kind == .merged && report.openCases == 1 && report.problems.isEmpty)
        try await fixture.store.write(as: .user(1)) { _ = try $0.carryOut(order) }
        fixture.world.set(.inVietNam("2026-12-01", 9, 0))
        let directory = fixture.directory, today = fixture.today
        #expect(try directory.open(code, on: today).unit == "noi-vu")
        #expect(directory.official("minh")?.unit == "noi-vu")
        #expect(directory.standing("tu-phap", on: today).map(\.id) == ["noi-vu"])
        #expect(directory.head(of: "tu-phap") == Cast.phuc)
        #expect(try await fixture.rate("q03", phone: Cast.tuan.phone).unit == "noi-vu")
        let scope = Scope.units(directory.subtree(of: "noi-vu"))
        #expect(try await fixture.alerts(scope: scope).count == 1)
        #expect(
            directory.unit("tu-phap")?.successors == [
                Successor(id: "noi-vu", from: .on("2026-12-01"), note: "QĐ 12")
            ])
    }

    @Test("A split: one unit goes on, smaller, and a new one takes a desk")
    func split() async throws {
        let fixture = try await Fixture()
        let new = Feedback.Unit(
            id: "ho-tich", name: "Phòng Hộ tịch", kind: .department, parent: "tp-long-khanh", head: Cast.hanh)
        let plan = Reorganization(
            units: ["tu-phap"], new: [new], goesOn: true, desks: ["q03": .goesTo("ho-tich")])
        _ = try await carryOut(fixture, .reorganize(plan), from: "2026-11-23")
        fixture.world.advance(days: 3)
        let directory = fixture.directory
        #expect(directory.unit("tu-phap")?.validTo == nil)
        #expect(directory.desk("q03")?.unit == "ho-tich" && directory.official("minh")?.unit == "tu-phap")
        // What still stands keeps its own past.
        #expect(!directory.subtree(of: "ho-tich").contains("tu-phap"))
    }

    @Test("The past is not rewritten: a day before the last rating is refused, and the sentence names the first day")
    func notBefore() async throws {
        let fixture = try await Fixture()
        try await fixture.rate("q03")
        fixture.world.advance(days: 10)
        let facts = Feedback.Unit.Facts(name: "Khác", kind: .department, parent: "tp-long-khanh")
        let early = DirectoryOrder(.changeUnit("tu-phap", facts), from: .on("2026-11-15"))
        let report = try await fixture.store.read { try $0.plan(early) }
        #expect(report.problems.message(for: "day")?.contains("20/11/2026") == true)
        for day in ["2026-11-21", "2026-11-25", "2026-11-30"] {
            #expect(try await problems(fixture, .changeUnit("tu-phap", facts), from: day) == [], "\(day)")
        }
        #expect(try await problems(fixture, .closeDesk("q03", to: []), from: "2026-11-20") == ["day"])
    }

    @Test("A planned change is taken back: names, desks, people and postings are as before")
    func withdraw() async throws {
        let fixture = try await Fixture()
        let before = fixture.directory.configuration
        let new = Feedback.Unit(id: "moi", name: "Đơn vị mới", kind: .ward, parent: "tp-long-khanh", head: Cast.tam)
        let plan = Reorganization(units: ["tu-phap", "xuan-hoa"], new: [new])
        let id = try await carryOut(fixture, .reorganize(plan), from: "2026-12-01")
        #expect(fixture.directory.configuration.postings.contains { $0.to == .on("2026-11-30") })
        try await fixture.store.write(as: .user(1)) { try $0.withdrawDirectoryChange(id) }
        #expect(fixture.directory.configuration.units == before.units)
        #expect(fixture.directory.configuration.desks == before.desks)
        #expect(fixture.directory.configuration.officials == before.officials)
        #expect(Set(fixture.directory.configuration.postings) == Set(before.postings))
        await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .user(1)) { try $0.withdrawDirectoryChange(id) }
        }
        let kinds = try await fixture.journal().map(\.kind)
        #expect(kinds.suffix(2) == ["directory.changed", "directory.withdrawn"])
    }

    @Test("What something was built upon is not taken back: a later change, or a rating")
    func notWithdrawn() async throws {
        let fixture = try await Fixture()
        let desk = Desk(id: "q11", name: "Quầy 11", unit: "tu-phap", place: "mot-cua")
        let added = try await carryOut(fixture, .addDesk(desk), from: "2026-11-20")
        let facts = Desk.Facts(name: "Quầy mười một", unit: "tu-phap", place: "mot-cua", fields: [])
        let renamed = try await carryOut(fixture, .changeDesk("q11", facts), from: "2026-11-25")
        await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .user(1)) { try $0.withdrawDirectoryChange(added) }
        }
        try await fixture.store.write(as: .user(1)) { try $0.withdrawDirectoryChange(renamed) }
        fixture.world.advance(minutes: 5)
        try await fixture.rate("q11")
        await #expect(throws: Refusal.self) {
            try await fixture.store.write(as: .user(1)) { try $0.withdrawDirectoryChange(added) }
        }
        #expect(fixture.directory.desk("q11")?.name == "Quầy 11")
    }

    @Test("What cannot stand is refused, each with the field to mend")
    func refusals() async throws {
        let fixture = try await Fixture()
        let facts = { (name: String, parent: ID<Feedback.Unit>?) in
            Feedback.Unit.Facts(name: name, kind: .city, parent: parent)
        }
        let cases: [(DirectoryOrder.Deed, String, [String])] = [
            (.changeUnit("tp-long-khanh", facts("A", "tu-phap")), "2026-12-01", ["parent"]),
            (.changeUnit("tu-phap", facts("", "tp-long-khanh")), "2026-12-01", ["name"]),
            (.changeUnit("tu-phap", facts("A", "nowhere")), "2026-12-01", ["parent"]),
            (.changeUnit("tu-phap", facts("A", nil)), "1999-01-01", ["day"]),
            (.addDesk(Desk(id: "x", name: "X", unit: "nowhere")), "2026-12-01", ["unit"]),
            (.addDesk(Desk(id: "x", name: "X", unit: "tu-phap", fields: ["none"])), "2026-12-01", ["fields"]),
            (.addOfficial(Official(id: "x", name: "X", title: "", unit: "tu-phap")), "2026-12-01", ["title"]),
            (.addProcedure(Procedure(id: "x", name: "X", code: "1 2", field: "ho-tich")), "2026-12-01", ["code"]),
            (.closeDesk("q03", to: ["q03"]), "2026-12-01", ["successors"]),
            (.reorganize(Reorganization(units: ["noi-vu"])), "2026-12-01", ["units"]),
            (.reorganize(Reorganization(units: ["tu-phap"], successors: ["tu-phap"])), "2026-12-01", ["successors"]),
            (.setHead("tp-long-khanh", nil), "2026-11-20", ["headName"]),
            (.setHead("tu-phap", Head(name: "A", title: "B", email: "c")), "2026-11-20", ["headEmail"]),
        ]
        for (index, (deed, day, fields)) in cases.enumerated() {
            #expect(try await problems(fixture, deed, from: day) == fields, "case \(index)")
        }
    }

    @Test("Whoever is over a part of the tree changes that part and nothing else")
    func scope() async throws {
        let fixture = try await Fixture()
        let rename = Feedback.Unit.Facts(name: "Khác", kind: .department, parent: "tp-long-khanh")
        _ = try await carryOut(
            fixture, .changeUnit("tu-phap", rename), from: "2026-12-01", scope: Cast.scopeOfHanh)
        for deed: DirectoryOrder.Deed in [
            .changeUnit("dat-dai", rename), .closeDesk("q07", to: []), .addField(Field(id: "x", name: "X")),
            .addOfficial(Official(id: "x", name: "X", title: "Y", unit: "dat-dai")),
        ] {
            await #expect(throws: Refusal.notFound) {
                _ = try await carryOut(fixture, deed, from: "2026-12-01", scope: Cast.scopeOfHanh)
            }
        }
    }

    @Test("Everything that is known of the past comes back from the database")
    func survives() async throws {
        let folder = try ScratchFolder()
        let first = try await Fixture(path: folder.database)
        let plan = Reorganization(units: ["xuan-hoa"], successors: ["tu-phap"])
        _ = try await carryOut(first, .reorganize(plan), from: "2026-12-01", note: "QĐ 1")
        _ = try await carryOut(
            first, .addProcedure(Procedure(id: "ks", name: "Khai sinh", code: "1.001193", field: "ho-tich")),
            from: "2026-11-20")
        _ = try await carryOut(
            first, .changeProcedure("ks", Procedure.Facts(name: "Khai sinh", code: "1.2", field: "ho-tich")),
            from: "2026-11-25")
        let kept = first.directory.configuration
        let second = try await Fixture(nil, path: folder.database)
        #expect(second.directory.configuration == kept)
        #expect(kept.procedures[0].was.map(\.facts.code) == ["1.001193"])
        try await second.store.write(as: .system) { try $0.apply(kept) }
        #expect(second.directory.configuration == kept)
    }
}
