import Feedback
import Foundation

extension OfficePreview {
    /// The directory: the tree, a page of each kind of thing, forms, and the preview of a merger.
    static var directory: [(name: String, page: any Page)] {
        let day = LocalDay(number: 20_778)
        let frame = Frame.samplePictured(on: day)
        let changes = DirectoryChange.samples(day).enumerated().map { index, change in
            ChangeLine(
                change, obstacle: index == 1 ? "Sau đó đã có thay đổi khác. Xin hủy thay đổi mới hơn trước." : nil,
                directory: frame.directory, today: day)
        }
        var typed = FormFields()
        for (name, value) in [("name", ""), ("unit", "tu-phap"), ("day", "2026-11-21"), ("fields", "ho-tich")] {
            typed.set(name, value)
        }
        var problems = FormProblems()
        problems.add("name", "Xin ghi tên.")
        problems.add("change", "Sau đó đã có thay đổi khác.")
        let things: [(String, Thing)] = [
            ("unit", .unit("tu-phap")), ("desk", .desk("q03")), ("desk-closed", .desk("q10")),
            ("official", .official("minh")), ("field", .field("ho-tich")), ("procedure", .procedure("khai-sinh")),
        ]
        return [
            ("office-directory", DirectoryPage(frame, showsClosed: true, changes: changes, today: day)),
            ("office-directory-search", DirectoryPage(frame, query: "tu phap", problem: "Không hủy được.", today: day)),
            ("office-directory-search-none", DirectoryPage(frame, query: "zzz", today: day)),
            ("office-directory-empty", DirectoryPage(.sampleOfHead(.directory), today: day)),
            ("office-directory-fields", ThingPage.fields(frame, today: day)),
            (
                "office-directory-form",
                DirectoryForms(frame, today: day, typed: typed, problems: problems).newDesk(in: "tu-phap")
            ),
            ("office-directory-merger", Self.merger(frame, day)),
        ]
            + things.compactMap { name, thing in
                ThingPage(frame, thing: thing, changes: changes, problem: "Không hủy được.", today: day)
                    .map { ("office-directory-\(name)", $0) }
            }
    }

    private static func merger(_ frame: Frame, _ day: LocalDay) -> ReorganizationPage {
        var plan = Reorganization(units: ["tu-phap"], successors: ["noi-vu"])
        plan.desks["q03"] = .goesTo("noi-vu")
        let order = DirectoryOrder(.reorganize(plan), from: day.adding(days: 10), note: "Quyết định 12/QĐ-UBND")
        var typed = FormFields()
        for (name, value) in [("successors", "noi-vu"), ("day", "2026-12-01"), ("desk[q03]", "noi-vu")] {
            typed.set(name, value)
        }
        let report = DirectoryPlanReport(
            plan: DirectoryPlan(order, in: frame.directory.configuration, today: day),
            problems: FormProblems([.init(field: "day", message: "Đã có đánh giá đến hết ngày 20/11/2026.")]),
            openCases: 2, accounts: [User(id: 2, name: "Trần Thị Hạnh", email: "hanh@longkhanh.example", grants: [])])
        return ReorganizationPage(
            frame, report: report, plan: plan, about: frame.directory.unit("tu-phap") ?? plan.sampleUnit,
            action: "/office/directory/units/tu-phap/merge", typed: typed, today: day)
    }
}

extension Reorganization {
    fileprivate var sampleUnit: Feedback.Unit { Unit(id: "tu-phap", name: "Phòng Tư pháp", kind: .department) }
}

extension DirectoryChange {
    fileprivate static func samples(_ day: LocalDay) -> [DirectoryChange] {
        let field = Field(id: "ho-tich", name: "Hộ tịch – Quốc tịch")
        let planned = DirectoryChange(
            id: 3, kind: .changed, day: day.adding(days: 10), note: "Quyết định 12/QĐ-UBND",
            madeAt: SampleRating.moment, actor: "user:1",
            before: DirectoryEdit(fields: [Field(id: "ho-tich", name: "Hộ tịch")]),
            after: DirectoryEdit(fields: [field]))
        let added = DirectoryChange(
            id: 2, kind: .added, day: day.adding(days: -3), note: nil, madeAt: SampleRating.moment, actor: "user:1",
            before: DirectoryEdit(), after: DirectoryEdit(fields: [Field(id: "ho-tich", name: "Hộ tịch")]))
        var again = planned
        again.id = 1
        again.day = day.adding(days: -30)
        again.withdrawnAt = SampleRating.moment
        return [planned, added, again]
    }
}

extension Frame {
    /// The office's sample with a past: a desk that closed, a name that changed, procedures, a unit to come.
    fileprivate static func samplePictured(on day: LocalDay) -> Frame {
        var configuration = KioskConfiguration.officeSample
        configuration.procedures = [
            Procedure(
                id: "khai-sinh", name: "Đăng ký khai sinh", code: "1.001193", field: "ho-tich",
                validFrom: day.adding(days: -400),
                was: [
                    Was(
                        until: day.adding(days: -100),
                        facts: Procedure.Facts(name: "Đăng ký khai sinh", code: "1.000110", field: "ho-tich"))
                ])
        ]
        for index in configuration.desks.indices where configuration.desks[index].id == "q10" {
            configuration.desks[index].validTo = day.adding(days: -20)
            configuration.desks[index].successors = [Successor(id: "q03", from: day.adding(days: -19))]
        }
        for index in configuration.units.indices where configuration.units[index].id == "tu-phap" {
            let facts = configuration.units[index].facts
            configuration.units[index].was = [Was(until: day.adding(days: 9), facts: facts)]
            configuration.units[index].name = "Phòng Tư pháp – Hộ tịch"
        }
        for index in configuration.units.indices where configuration.units[index].id == "ldtbxh" {
            configuration.units[index].validTo = day.adding(days: -50)
            configuration.units[index].successors = [
                Successor(id: "noi-vu", from: day.adding(days: -49), note: "Nghị quyết 30")
            ]
        }
        var frame = Frame.sample(.directory)
        frame.directory = Directory(
            configuration: configuration, codes: Directory.officeSample.codes, version: 1, day: day)
        return frame
    }
}
