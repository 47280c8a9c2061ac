import Feedback
import Foundation
import TestSupport
import Testing

@Suite("Officials and postings from a table")
struct ImportTests {
    private static let header = ["Họ tên", "Chức danh", "Đơn vị", "Quầy", "Từ ngày", "Đến ngày", "Thứ"]

    private func sheet(_ rows: [String]..., header: [String] = header) throws -> ImportSheet {
        try ImportSheet(
            ([header] + rows).enumerated().map { ImportSheet.Line(number: $0 + 1, cells: $1) })
    }

    private func plan(_ sheet: ImportSheet, _ fixture: Fixture, scope: Scope = .whole) -> ImportPlan {
        ImportPlan(sheet, in: fixture.directory, today: fixture.today, scope: scope)
    }

    /// - Returns: the words of the refusal of the only line; nil when it is taken.
    private func refusal(_ cells: [String], header: [String] = header) async throws -> String? {
        let fixture = try await Fixture()
        guard case .refused(let why)? = plan(try sheet(cells, header: header), fixture).rows.first?.state else {
            return nil
        }
        return why
    }

    @Test("Each line says what it will do; a refused one does not stop the rest")
    func states() async throws {
        let fixture = try await Fixture()
        let plan = plan(
            try sheet(
                ["Nguyễn  Thị Bình", "Chuyên viên", "phòng tư pháp", "q09", "01/12/2026", "", "T2, T4"],
                ["Nguyễn Văn Minh", "Phó Trưởng phòng", "tu-phap"], ["Võ Đăng Khoa", "", "dat-dai"],
                ["Lê Văn Lạ", "Chuyên viên", "Phòng Không Có"],
                ["NGUYỄN THỊ BÌNH", "", "", "Phường Xuân Hòa – Hộ tịch", "1/12/2026", "", "Thứ 2, thứ 4"]), fixture)
        #expect(plan.rows.map(\.line) == [2, 3, 4, 5, 6])
        #expect(plan.rows.prefix(3).map(\.state) == [.new, .changed, .same])
        #expect(plan.rows[3].state == .refused("Không có đơn vị “Phòng Không Có”."))
        // What a line above has made is known below it.
        #expect(plan.rows[4].state == .same)
        #expect(plan.officials.map(\.id) == ["minh", "nguyen-thi-binh"])
        #expect(
            plan.added == [
                Posting(desk: "q09", official: "nguyen-thi-binh", from: .on("2026-12-01"), weekdays: [1, 3])
            ])
        #expect(plan.rows[1].details == ["Đổi từ hôm nay: chức danh “Chuyên viên” thành “Phó Trưởng phòng”."])
    }

    @Test(
        "Days as people and spreadsheets write them",
        arguments: ["2026-12-01", "01/12/2026", "1-12-2026", "1.12.2026", "46357", "46357.5"])
    func days(text: String) async throws {
        let fixture = try await Fixture()
        let plan = plan(try sheet(["Nguyễn Văn Minh", "", "", "q03", "01/01/2026", text]), fixture)
        #expect(plan.rows.first?.state == .changed)
        #expect(plan.added.first?.to == .on("2026-12-01"))
    }

    @Test(
        "Weekdays as people write them",
        arguments: [
            ("T2, T4", [1, 3]), ("T2-T6", [1, 2, 3, 4, 5]), ("2;4;6", [1, 3, 5]), ("Thứ 7, CN", [6, 7]),
            ("Thứ Hai, Thứ Tư", [1, 3]), ("chủ nhật", [7]), ("t2 t3", [1, 2]), ("2-6", [1, 2, 3, 4, 5]),
        ])
    func weekdays(text: String, days: [Int]) async throws {
        let fixture = try await Fixture()
        let sheet = try sheet(["Mới", "Chuyên viên", "xuan-hoa", "q09", "01/12/2026", "", text])
        #expect(plan(sheet, fixture).added.first?.weekdays == days)
    }

    @Test(
        "A line that cannot be taken says why",
        arguments: [
            (["", "Chuyên viên", "tu-phap"], "Thiếu họ tên"), (["Mới", "", "tu-phap"], "cần chức danh"),
            (["Mới", "Chuyên viên", ""], "Không có cán bộ “Mới”"),
            (["Nguyễn Văn Minh", "", "dat-dai"], "ở đơn vị khác. Nếu là người ấy, xin ghi mã minh"),
            (["Nguyễn Văn Minh", "", "", "q99"], "Không có quầy"),
            (["Nguyễn Văn Minh", "", "", "q09", "32/12/2026"], "chưa đúng"),
            (["Nguyễn Văn Minh", "", "", "q09", "0950000101"], "chưa đúng"),
            (["Nguyễn Văn Minh", "", "", "q09", "01/12/2026", "30/11/2026"], "Ngày cuối trước ngày đầu"),
            (["Nguyễn Văn Minh", "", "", "q09", "01/12/2026", "", "T9"], "Thứ “T9” chưa đúng"),
            (["Nguyễn Văn Minh", "", "", "q09", "01/12/2026"], "Quầy 3 – Chứng thực, hộ tịch các ngày"),
            (["Nguyễn Văn Minh", "", "", "q03", "01/12/2026"], "trùng ngày trực"),
            (["Nguyễn Văn Minh", "", "", "q03", "01/01/2026", "01/11/2026"], "Ngày cuối đã qua"),
            ([String(repeating: "a", count: 120), "Chuyên viên", "tu-phap"], "dài quá 100"),
        ])
    func refused(cells: [String], words: String) async throws {
        #expect(try await refusal(cells)?.contains(words) == true)
    }

    @Test("Namesakes in one unit need an id, and an id has no blanks")
    func namesakes() async throws {
        var configuration = KioskConfiguration.longKhanh
        configuration.officials.append(
            Official(id: "minh-2", name: Cast.minh.name, title: "Viên chức", unit: "tu-phap"))
        let fixture = try await Fixture(configuration)
        let found = plan(try sheet(["Nguyễn Văn Minh", "X", "tu-phap"]), fixture).rows.first?.state
        #expect(found == .refused("Có 2 người tên Nguyễn Văn Minh. Xin thêm cột “Mã cán bộ”: minh, minh-2."))
        let byID = plan(try sheet(["minh-2", "Chuyên viên"], header: ["Mã cán bộ", "Chức danh", "Đơn vị"]), fixture)
        #expect(byID.officials.map(\.id) == ["minh-2"])
        #expect(
            try await refusal(["a b", "A", "B", "tu-phap"], header: ["Mã", "Họ tên", "Chức danh", "Đơn vị"])?
                .contains("chữ không dấu") == true)
    }

    @Test("A posting that changes its weekdays keeps the days that are over")
    func changedPosting() async throws {
        let fixture = try await Fixture()
        let plan = plan(try sheet(["Nguyễn Văn Minh", "", "", "q03", "01/01/2026", "", "T2-T5"]), fixture)
        #expect(plan.rows.first?.state == .changed)
        #expect(
            plan.added == [
                Posting(desk: "q03", official: "minh", from: .on("2026-01-01"), to: .on("2026-11-19")),
                Posting(desk: "q03", official: "minh", from: .on("2026-11-20"), weekdays: [1, 2, 3, 4]),
            ])
    }

    @Test("A table without the columns it needs, or without lines, is refused as a whole")
    func headings() throws {
        for header in [["Tuổi", "Quầy"], ["Họ tên", "Tuổi"], ["Họ tên", "Họ và tên", "Quầy"]] {
            #expect(throws: Refusal.self) { _ = try sheet(["a", "b", "c"], header: header) }
        }
        #expect(throws: Refusal.self) { _ = try sheet() }
        #expect(try sheet(["a"], header: ["HO TEN", "đơn vị", "Ghi chú", ""]).unused == ["Ghi chú"])
    }

    @Test("What was shown is done, all of it; once; and nothing else when the directory changed in between")
    func applied() async throws {
        let fixture = try await Fixture()
        let table = try sheet(
            ["Nguyễn Thị Bình", "Chuyên viên", "tu-phap", "q09", "01/12/2026"], ["Lạ", "", "khong-co"])
        let user = try await fixture.store.write(as: .system) { tx in
            try tx.insertUser(User(id: 0, name: "A", email: "a@longkhanh.example", grants: []))
        }
        let id = try await fixture.store.write(as: .user(user)) { try $0.keepImport(table, user: user) }
        let shown = try await fixture.store.read { try $0.importPlan(id, user: user, scope: .whole).1.fingerprint }
        await #expect(throws: Refusal.notFound) {
            _ = try await fixture.store.read { try $0.importPlan(id, user: user + 1, scope: .whole).1.fingerprint }
        }
        let apply = { (fingerprint: String) in
            try await fixture.store.write(as: .user(user)) {
                try $0.applyImport(id, user: user, fingerprint: fingerprint, scope: .whole)
            }
        }
        await #expect(throws: Refusal.self) { _ = try await apply("other") }
        #expect(fixture.directory.official("nguyen-thi-binh") == nil)
        let change = try #require(try await apply(shown))
        #expect(fixture.directory.official("nguyen-thi-binh")?.unit == "tu-phap")
        #expect(fixture.directory.officials(at: "q09", on: .on("2026-12-02")).map(\.id) == ["nguyen-thi-binh"])
        #expect(try await fixture.journal().last?.details == "officials=1 postings=1 refused=1")
        await #expect(throws: Refusal.notFound) { _ = try await apply(shown) }
        try await fixture.store.write(as: .user(user)) { try $0.undoShiftChange(change, scope: .whole) }
        #expect(fixture.directory.officials(at: "q09", on: .on("2026-12-02")).isEmpty)
    }

    @Test("A table waits a day and no longer")
    func forgotten() async throws {
        let fixture = try await Fixture()
        let table = try sheet(["Mới", "Chuyên viên", "tu-phap"])
        let user = try await fixture.store.write(as: .system) { tx in
            try tx.insertUser(User(id: 0, name: "A", email: "a@longkhanh.example", grants: []))
        }
        let id = try await fixture.store.write(as: .user(user)) { try $0.keepImport(table, user: user) }
        fixture.world.advance(hours: 25)
        await #expect(throws: Refusal.notFound) {
            _ = try await fixture.store.read { try $0.importPlan(id, user: user, scope: .whole).1.rows.count }
        }
        let next = try await fixture.store.write(as: .user(user)) { try $0.keepImport(table, user: user) }
        // The old row is gone, so its number may be given again.
        #expect(try await fixture.store.read { try $0.importDraft(next)?.createdAt } == fixture.now)
        #expect(try await fixture.store.read { try $0.importDraft(next + 1)?.id } == nil && next == id)
    }

    @Test("Whoever edits a part of the tree takes lines of that part only")
    func scope() async throws {
        let fixture = try await Fixture()
        let plan = plan(
            try sheet(["Võ Đăng Khoa", "Y", ""], ["Mới", "X", "dat-dai"], ["Mới", "X", "tu-phap"]), fixture,
            scope: Cast.scopeOfHanh)
        #expect(plan.rows.map { $0.state == .refused("Ngoài phạm vi của ông/bà.") } == [true, true, false])
    }
}
