package import Feedback

/// Before units are closed, merged or split: everything that would follow, desk by desk and person by person, each with
/// a choice. Sent again to the same address with `step=do`.
package struct ReorganizationPage: Page {
    package static let template = "office-directory-plan"

    struct Fate: Sendable {
        let id: String
        let name: String
        /// "desk[q03]".
        let field: String
        let note: String
        let options: [DirectoryForm.Option]
    }

    struct Hidden: Sendable {
        let name: String
        let value: String
    }

    struct Group: Sendable {
        let title: String
        let lead: String
        let fates: [Fate]
    }

    let header: Header
    let formToken: String
    let title: String
    let backHref: String
    let backTitle: String
    let action: String
    let problems: [String]
    let summary: [String]
    let groups: [Group]
    let hidden: [Hidden]
    let undone: String
    let button: String

    /// - Parameters:
    ///   - typed: the first step's form, or this page's, sent again.
    package init(
        _ frame: Frame, report: DirectoryPlanReport, plan: Reorganization, about unit: Feedback.Unit, action: String,
        typed: FormFields, today: LocalDay
    ) {
        let kind = report.plan.kind
        title = kind == .merged ? "Sáp nhập" : kind == .split ? "Chia tách" : "Đóng \(unit.name)"
        header = Header(frame, title: "Xem trước: \(title)")
        formToken = frame.formToken
        backHref = Thing.unit(unit.id).path
        backTitle = unit.name
        self.action = action
        problems = report.problems.problems.map(\.message)
        let maker = ReorganizationWords(
            directory: frame.directory, report: report, plan: plan, typed: typed, today: today)
        summary = maker.summary
        groups = [maker.desks, maker.officials, maker.parts].filter { !$0.fates.isEmpty }
        hidden = typed.all.filter { $0.name != "token" && $0.name != "step" && !$0.name.contains("[") }
            .map { Hidden(name: $0.name, value: $0.value) }
        undone = DirectoryForms.undone
        button = kind == .merged ? "Sáp nhập" : kind == .split ? "Chia tách" : "Đóng đơn vị"
    }
}

/// The words of the preview.
struct ReorganizationWords {
    let directory: Directory
    let report: DirectoryPlanReport
    let plan: Reorganization
    let typed: FormFields
    let today: LocalDay

    private var day: LocalDay { report.plan.order.day }
    private var lastDay: String { Formats.shortDay(day.adding(days: -1)) }
    private var ending: [Feedback.Unit] {
        report.plan.after.units.filter { unit in
            unit.isClosed(on: day) && report.plan.before.units.contains { $0.id == unit.id }
        }
    }

    var summary: [String] {
        let ends = ending.map(\.name)
        let heirs = plan.successors.compactMap { directory.unit($0)?.name }
        let new = plan.new.map(\.name)
        let closing = report.plan.closingDesks.filter { desk in report.plan.before.desks.contains { $0.id == desk.id } }
        let moving = report.plan.changingDesks.count
        var lines: [String] = []
        if !ends.isEmpty { lines.append("Kết thúc sau ngày \(lastDay): \(ends.joined(separator: "; ")).") }
        if !new.isEmpty { lines.append("Bắt đầu từ ngày \(Formats.shortDay(day)): \(new.joined(separator: "; ")).") }
        if !heirs.isEmpty { lines.append("Tiếp nhận: \(heirs.joined(separator: "; ")).") }
        if !closing.isEmpty {
            lines.append(
                "\(Formats.count(closing.count)) quầy đóng. Mã cũ không nhận đánh giá nữa và dẫn đến quầy của đơn vị"
                    + " tiếp nhận.")
        }
        if moving > 0 { lines.append("\(Formats.count(moving)) quầy hoạt động tiếp, mã QR đang dán vẫn dùng được.") }
        lines.append(
            report.openCases == 0
                ? "Không có vụ việc nào đang mở."
                : "\(Formats.count(report.openCases)) vụ việc đang mở do thủ trưởng đơn vị tiếp nhận trả lời.")
        if !report.accounts.isEmpty {
            let names = report.accounts.map(\.name).joined(separator: ", ")
            lines.append(
                "Tài khoản có phạm vi ở đơn vị kết thúc: \(names). Vẫn xem được số liệu cũ cho đến khi người quản trị"
                    + " đổi vai trò ở trang Tài khoản.")
        }
        lines.append("Số liệu, báo cáo các tháng đã qua không đổi.")
        return lines
    }

    var desks: ReorganizationPage.Group {
        let units = Set(plan.units + ending.map(\.id))
        return ReorganizationPage.Group(
            title: "Từng quầy", lead: "Quầy hoạt động tiếp thì giữ mã QR.",
            fates: fates(
                "desk", "quầy",
                directory.desks.filter { units.contains($0.unit) && !$0.isClosed(on: day) }.map { desk in
                    (desk.id.rawValue, desk.name, directory.unit(desk.hall)?.name ?? "")
                }, closes: "đóng"))
    }

    var officials: ReorganizationPage.Group {
        let units = Set(plan.units + ending.map(\.id))
        return ReorganizationPage.Group(
            title: "Từng cán bộ", lead: "Đánh giá từ ngày đó tính cho đơn vị mới của từng người.",
            fates: fates(
                "official", "cán bộ",
                directory.officials.filter { units.contains($0.unit) && !$0.isClosed(on: day) }.map {
                    ($0.id.rawValue, $0.name, $0.title)
                }, closes: "thôi làm việc", usual: plan.goesOn ? nil : plan.heirs.first?.rawValue))
    }

    var parts: ReorganizationPage.Group {
        let parts =
            plan.goesOn
            ? []
            : plan.units.flatMap { directory.children(of: $0) }.filter {
                !$0.isClosed(on: day) && !plan.units.contains($0.id)
            }
        return ReorganizationPage.Group(
            title: "Đơn vị trực thuộc", lead: "Đóng theo, hoặc chuyển sang đơn vị tiếp nhận.",
            fates: fates(
                "part", "đơn vị", parts.map { ($0.id.rawValue, $0.name, $0.kind.words) }, closes: "đóng"))
    }

    /// So many are asked about one by one; beyond, one answer is for all. A form holds 96 fields.
    private static let most = 24

    private func fates(
        _ kind: String, _ word: String, _ things: [(id: String, name: String, note: String)], closes: String,
        usual: String? = nil
    ) -> [ReorganizationPage.Fate] {
        things.count > Self.most
            ? [fate(kind, "*", "Tất cả \(Formats.count(things.count)) \(word)", "", closes: closes, usual: usual)]
            : things.map { fate(kind, $0.id, $0.name, $0.note, closes: closes, usual: usual) }
    }

    private func fate(
        _ kind: String, _ id: String, _ name: String, _ note: String, closes: String, usual: String? = nil
    ) -> ReorganizationPage.Fate {
        let field = "\(kind)[\(id)]"
        let chosen = typed[field] ?? usual ?? (plan.goesOn ? "stays" : "closes")
        let heirs = plan.heirs.map { id in
            (
                id.rawValue,
                "chuyển sang \(directory.unit(id)?.name ?? plan.new.first { $0.id == id }?.name ?? id.rawValue)"
            )
        }
        let options = (plan.goesOn ? [("stays", "ở lại")] : []) + heirs + [("closes", closes)]
        return ReorganizationPage.Fate(
            id: "fate-\(kind)-\(id == "*" ? "all" : id)", name: name, field: field, note: note,
            options: options.map {
                DirectoryForm.Option(id: "", value: $0.0, title: $0.1, isChosen: $0.0 == chosen)
            })
    }
}
