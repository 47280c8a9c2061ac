package import Feedback

/// Every form of the directory. The names of their fields are what `DirectoryTyped` reads.
package struct DirectoryForms {
    let frame: Frame
    let today: LocalDay
    let typed: FormFields?
    let problems: FormProblems

    /// - Parameter typed: what came back with problems; all of it is kept.
    package init(
        _ frame: Frame, today: LocalDay, typed: FormFields? = nil, problems: FormProblems = FormProblems()
    ) {
        self.frame = frame
        self.today = today
        self.typed = typed
        self.problems = problems
    }

    var directory: Directory { frame.directory }
    var scope: Scope { frame.rights.scope(of: .editDirectory) }

    static let undone = "Làm nhầm thì hủy được ở trang Danh mục, cho đến khi có đánh giá mới theo thay đổi này."
    static let kept = "Số liệu các tháng đã qua giữ nguyên tên và cấp trên của tháng đó."

    func draft(_ title: String, _ lead: [String], button: String = "Ghi vào danh mục") -> FormDraft {
        FormDraft(title, lead: lead, button: button, typed: typed, problems: problems)
    }

    func page(_ draft: FormDraft, _ back: Thing?, action: String) -> DirectoryForm {
        let target = back.flatMap { thing in name(of: thing).map { (title: $0, href: thing.path) } }
        return DirectoryForm(
            frame, draft, back: target ?? (title: "Danh mục", href: Section.directory.path), action: action)
    }

    private func name(of thing: Thing) -> String? {
        switch thing {
        case .unit(let id): directory.unit(id)?.name
        case .desk(let id): directory.desk(id)?.name
        case .official(let id): directory.official(id)?.name
        case .field(let id): directory.field(id)?.name
        case .procedure(let id): directory.procedure(id)?.name
        }
    }

    /// Units that are there today or will be, by their place in the tree.
    var units: [(value: String, title: String)] {
        directory.units.filter { !$0.isClosed(on: today) && scope.contains($0.id) }
            .map { (value: $0.id.rawValue, title: $0.name) }
    }

    var fields: [(value: String, title: String)] {
        directory.fields.filter { !$0.isClosed(on: today) }.map { (value: $0.id.rawValue, title: $0.name) }
    }
}

extension DirectoryForms {
    package func newUnit(in parent: ID<Feedback.Unit>?) -> DirectoryForm {
        var form = draft(
            "Thêm đơn vị", ["Đơn vị mới có mặt trong danh mục từ ngày ghi dưới đây. \(Self.undone)"])
        unitLines(&form, Unit.Facts(name: "", kind: .department, parent: parent))
        headLines(&form, nil, required: false)
        form.day("day", "Hoạt động từ ngày", today)
        note(&form)
        return page(form, parent.map { .unit($0) }, action: "/office/directory/new/unit")
    }

    package func change(_ unit: Feedback.Unit) -> DirectoryForm {
        var form = draft(
            "Đổi tên, chuyển đơn vị",
            ["Mã QR của các quầy không đổi. \(Self.kept)", Self.undone])
        unitLines(&form, unit.facts)
        form.day("day", "Có hiệu lực từ ngày", today)
        note(&form)
        return page(form, .unit(unit.id), action: "\(Thing.unit(unit.id).path)/change")
    }

    package func head(of unit: Feedback.Unit) -> DirectoryForm {
        var form = draft(
            "Thủ trưởng nhận cảnh báo",
            [
                "Có hiệu lực ngay với cảnh báo mới. Cảnh báo cũ giữ tên người của ngày đó.",
                "Để trống cả ba ô thì cấp trên gần nhất nhận thay. Tài khoản đăng nhập do người quản trị cấp riêng.",
            ])
        headLines(&form, unit.head, required: false)
        return page(form, .unit(unit.id), action: "\(Thing.unit(unit.id).path)/head")
    }

    package func newDesk(in unit: ID<Feedback.Unit>?) -> DirectoryForm {
        var form = draft(
            "Thêm quầy", ["Quầy mới có ngay một mã QR để in thẻ; mã nhận đánh giá từ ngày đầu tiên. \(Self.undone)"])
        let isHall = unit.flatMap { directory.unit($0) }.map { $0.kind == .oneStop } ?? false
        let home = isHall ? unit.flatMap { directory.unit($0)?.parent } : unit
        deskLines(
            &form, Desk.Facts(name: "", unit: home ?? unit ?? "", place: isHall ? unit : nil))
        form.day("day", "Nhận đánh giá từ ngày", today)
        note(&form)
        return page(form, unit.map { .unit($0) }, action: "/office/directory/new/desk")
    }

    package func change(_ desk: Desk) -> DirectoryForm {
        var form = draft(
            "Đổi tên, chuyển quầy",
            ["Mã QR đang dán vẫn dùng được; trang đánh giá hiện tên mới từ ngày đó. \(Self.kept)", Self.undone])
        deskLines(&form, desk.facts)
        form.day("day", "Có hiệu lực từ ngày", today)
        note(&form)
        return page(form, .desk(desk.id), action: "\(Thing.desk(desk.id).path)/change")
    }

    package func close(_ desk: Desk) -> DirectoryForm {
        var form = draft(
            "Đóng quầy",
            [
                "Từ ngày hôm sau quầy không nhận đánh giá. Ai quét mã cũ sẽ thấy trang lịch sự chỉ sang quầy thay thế."
                    + " Lịch ngồi quầy kết thúc cùng ngày.", Self.undone,
            ], button: "Đóng quầy")
        form.day("last", "Ngày nhận đánh giá cuối cùng", today)
        let others = directory.desks.filter {
            $0.id != desk.id && !$0.isClosed(on: today) && ($0.hall == desk.hall || $0.unit == desk.unit)
        }
        form.checks(
            "successors", "Quầy thay thế", others.map { (value: $0.id.rawValue, title: $0.name) }, chosen: [],
            hint: "Không chọn thì mã cũ dẫn đến các quầy cùng lĩnh vực tại cùng nơi.")
        note(&form)
        return page(form, .desk(desk.id), action: "\(Thing.desk(desk.id).path)/close")
    }

    package func newOfficial(in unit: ID<Feedback.Unit>?) -> DirectoryForm {
        var form = draft("Thêm cán bộ", ["Có thể xếp ca trực ngay sau khi ghi. \(Self.undone)"])
        officialLines(&form, Official.Facts(name: "", title: "", unit: unit ?? ""))
        form.day("day", "Làm việc từ ngày", today)
        return page(form, unit.map { .unit($0) }, action: "/office/directory/new/official")
    }

    package func change(_ official: Official) -> DirectoryForm {
        var form = draft(
            "Sửa, chuyển đơn vị",
            ["Đánh giá từ ngày đó tính cho đơn vị mới. \(Self.kept)", Self.undone])
        officialLines(&form, official.facts)
        form.day("day", "Có hiệu lực từ ngày", today)
        note(&form)
        return page(form, .official(official.id), action: "\(Thing.official(official.id).path)/change")
    }

    package func newField() -> DirectoryForm {
        var form = draft("Thêm lĩnh vực", [Self.undone])
        form.text("name", "Tên lĩnh vực")
        form.day("day", "Dùng từ ngày", today)
        return page(form, nil, action: "/office/directory/new/field")
    }

    package func change(_ field: Field) -> DirectoryForm {
        var form = draft("Đổi tên lĩnh vực", [Self.kept, Self.undone])
        form.text("name", "Tên lĩnh vực", field.name)
        form.day("day", "Có hiệu lực từ ngày", today)
        note(&form)
        return page(form, .field(field.id), action: "\(Thing.field(field.id).path)/change")
    }

    package func newProcedure(in field: ID<Field>?) -> DirectoryForm {
        var form = draft("Thêm thủ tục", [Self.undone])
        procedureLines(&form, Procedure.Facts(name: "", field: field ?? ""))
        form.day("day", "Có hiệu lực từ ngày", today)
        note(&form)
        return page(form, field.map { .field($0) }, action: "/office/directory/new/procedure")
    }

    package func change(_ procedure: Feedback.Procedure) -> DirectoryForm {
        var form = draft("Đổi tên, đổi mã thủ tục", ["Mã cũ vẫn tra được ở trang này.", Self.undone])
        procedureLines(&form, procedure.facts)
        form.day("day", "Có hiệu lực từ ngày", today)
        note(&form)
        return page(form, .procedure(procedure.id), action: "\(Thing.procedure(procedure.id).path)/change")
    }

    /// An official, a field or a procedure.
    package func close(_ thing: Thing) -> DirectoryForm {
        let words =
            switch thing {
            case .official:
                ("Thôi làm việc", "Từ ngày hôm sau không còn trong ca trực; lịch ngồi quầy kết thúc cùng ngày.")
            case .procedure: ("Bãi bỏ thủ tục", "Thủ tục vẫn tra được trong danh mục.")
            default: ("Thôi dùng lĩnh vực", "Quầy đang nhận lĩnh vực này vẫn giữ cho đến khi sửa ở trang của quầy.")
            }
        var form = draft(words.0, ["\(words.1) Số liệu cũ giữ nguyên.", Self.undone], button: words.0)
        form.day("last", "Ngày cuối cùng", today)
        note(&form)
        return page(form, thing, action: "\(thing.path)/close")
    }

    package func authority() -> DirectoryForm {
        let authority = directory.configuration.authority
        var form = draft(
            "Cơ quan chủ quản",
            ["In trên thẻ mã QR, trên mọi trang và thư. Có hiệu lực ngay; muốn trả lại thì sửa lần nữa."])
        form.text("name", "Tên cơ quan", authority.name)
        form.choice(
            "homeAffairs", "Cơ quan nội vụ", units, chosen: authority.homeAffairs.rawValue,
            hint: "Theo dõi chung và nhận phản ánh nghiêm trọng.")
        form.text("address", "Địa chỉ để người dân đến phản ánh", authority.address)
        form.text("phone", "Điện thoại", authority.phone, type: "tel", required: false)
        return page(form, nil, action: "/office/directory/authority")
    }
}

extension DirectoryForms {
    func note(_ form: inout FormDraft) {
        form.text(
            "note", "Căn cứ", hint: "Số quyết định, nghị quyết. Không bắt buộc.", required: false)
    }

    private func unitLines(_ form: inout FormDraft, _ facts: Unit.Facts) {
        form.text("name", "Tên đơn vị", facts.name)
        form.choice(
            "kind", "Loại", Unit.Kind.allCases.map { (value: $0.rawValue, title: $0.words) },
            chosen: facts.kind.rawValue)
        form.choice(
            "parent", "Trực thuộc",
            (scope == .whole ? [(value: "", title: "không trực thuộc đơn vị nào")] : []) + units,
            chosen: facts.parent?.rawValue ?? "")
        form.text(
            "notRated", "Lý do không đánh giá", facts.notRatedBecause ?? "",
            hint: "Để trống nếu đơn vị được đánh giá.", required: false)
    }

    func headLines(_ form: inout FormDraft, _ head: Head?, required: Bool) {
        form.text("headName", "Họ tên thủ trưởng", head?.name ?? "", required: required)
        form.text("headTitle", "Chức vụ", head?.title ?? "", required: required)
        form.text(
            "headEmail", "Địa chỉ thư nhận cảnh báo", head?.email ?? "", type: "email", required: required)
    }

    private func deskLines(_ form: inout FormDraft, _ facts: Desk.Facts) {
        form.text("name", "Tên trên biển của quầy", facts.name)
        form.choice(
            "unit", "Đơn vị", units, chosen: facts.unit.rawValue, hint: "Được đánh giá khi không rõ ai trực.")
        form.choice(
            "place", "Nơi đặt quầy", [(value: "", title: "tại chính đơn vị")] + units,
            chosen: facts.place?.rawValue ?? "")
        form.checks("fields", "Lĩnh vực", fields, chosen: facts.fields.map(\.rawValue))
    }

    private func officialLines(_ form: inout FormDraft, _ facts: Official.Facts) {
        form.text("name", "Họ tên", facts.name)
        form.text("title", "Chức danh", facts.title)
        form.choice(
            "unit", "Đơn vị cử đến", units, chosen: facts.unit.rawValue,
            hint: "Không phải nơi đặt quầy. Đánh giá tính cho đơn vị này.")
    }

    private func procedureLines(_ form: inout FormDraft, _ facts: Feedback.Procedure.Facts) {
        form.text("name", "Tên thủ tục", facts.name)
        form.text("code", "Mã thủ tục", facts.code ?? "", hint: "Như công bố, ví dụ 1.001193.", required: false)
        form.choice("field", "Lĩnh vực", fields, chosen: facts.field.rawValue)
    }
}
