import Feedback

/// Makes the page of each kind of thing.
struct ThingMaker {
    let frame: Frame
    let today: LocalDay
    let changes: [ChangeLine]
    let problem: String?

    var directory: Directory { frame.directory }
    private var scope: Scope { frame.rights.scope(of: .editDirectory) }

    func unit(_ id: ID<Feedback.Unit>) -> ThingPage? {
        guard let unit = directory.unit(id), scope.contains(id) else { return nil }
        let isOpen = !unit.isClosed(on: today)
        let path = Thing.unit(id).path
        let desks = directory.desks.filter { $0.unit == id || $0.hall == id }
        return ThingPage(
            frame, title: unit.name, kind: unit.kind.words, state: unit.stateWords(on: today),
            path: above(unit.parent), facts: unitFacts(unit), actions: isOpen ? actions(path, unit) : [],
            parts: [
                part(
                    "units", "Đơn vị trực thuộc", directory.children(of: id), { .unit($0.id) }, { $0.kind.words },
                    empty: "Chưa có đơn vị nào dưới đơn vị này.",
                    add: isOpen ? link("Thêm đơn vị trực thuộc", "new/unit?in=\(id)") : nil),
                part(
                    "desks", "Quầy", desks, { .desk($0.id) }, { note(of: $0) },
                    empty: "Chưa có quầy nào. Thêm quầy để có mã QR.",
                    add: isOpen ? link("Thêm quầy", "new/desk?in=\(id)") : nil),
                part(
                    "officials", "Cán bộ", directory.officials.filter { $0.unit == id }, { .official($0.id) }, \.title,
                    empty: "Chưa có cán bộ nào của đơn vị này.",
                    add: isOpen ? link("Thêm cán bộ", "new/official?in=\(id)") : nil),
            ], changes: changes, problem: problem)
    }

    private func actions(_ path: String, _ unit: Feedback.Unit) -> [ThingPage.Link] {
        [
            ThingPage.Link(title: "Đổi tên, chuyển", href: "\(path)/change"),
            ThingPage.Link(title: "Thủ trưởng", href: "\(path)/head"),
        ]
            + (unit.validTo == nil
                ? [
                    ThingPage.Link(title: "Sáp nhập", href: "\(path)/merge"),
                    ThingPage.Link(title: "Chia tách", href: "\(path)/split"),
                    ThingPage.Link(title: "Đóng", href: "\(path)/close"),
                ] : [])
    }

    private func unitFacts(_ unit: Feedback.Unit) -> [ThingPage.Fact] {
        let ownHead = unit.head.map { "\($0.name), \($0.title) · \($0.email)" }
        let head = ownHead ?? directory.head(of: unit.id).map { "Cấp trên nhận thay: \($0.name), \($0.title)" }
        let came = directory.units.filter { other in other.successors.contains { $0.id == unit.id } }
        return [
            ThingPage.Fact(term: "Mã", value: unit.id.rawValue, href: nil),
            fact("Trực thuộc", unit.parent),
            ThingPage.Fact(
                term: "Đánh giá", value: unit.notRatedBecause.map { "Không đánh giá: \($0)" } ?? "Được đánh giá",
                href: nil),
            ThingPage.Fact(term: "Thủ trưởng nhận cảnh báo", value: head ?? "Chưa có", href: nil),
        ] + life(unit)
            + unit.successors.map { fact(successorTerm($0.from, $0.note), $0.id, "Chuyển sang") }
            + came.map { fact("Tiếp nhận từ", $0.id) }
            + former(unit) { self.name($0.parent).map { "trực thuộc \($0)" } }
    }

    func desk(_ id: ID<Desk>) -> ThingPage? {
        guard let desk = directory.desk(id), scope.contains(desk) else { return nil }
        let isOpen = !desk.isClosed(on: today)
        let path = Thing.desk(id).path
        let code = directory.code(of: id)
        let onDuty = isOpen ? directory.officials(at: id, on: today).map(\.name).joined(separator: ", ") : ""
        let heirs = isOpen ? [] : directory.heirs(of: desk, on: today)
        return ThingPage(
            frame, title: desk.name, kind: "Quầy", state: desk.stateWords(on: today), path: above(desk.hall),
            facts: [
                ThingPage.Fact(term: "Mã", value: id.rawValue, href: nil), fact("Đơn vị", desk.unit),
                fact("Nơi đặt quầy", desk.place),
                ThingPage.Fact(
                    term: "Lĩnh vực",
                    value: desk.fields.compactMap { directory.field($0)?.name }.joined(separator: ", ").orNone,
                    href: nil),
                ThingPage.Fact(term: "Hôm nay trực", value: onDuty.orNone, href: nil),
                ThingPage.Fact(
                    term: "Mã QR",
                    value: code.map { "\($0.rawValue.prefix(5)) \($0.rawValue.suffix(5))" } ?? "đã thu hồi",
                    href: isOpen ? code.map { "/q/\($0)" } : nil),
            ] + life(desk)
                + heirs.prefix(12).map { heir in
                    ThingPage.Fact(
                        term: "Mã cũ dẫn đến", value: "\(heir.name), \(name(heir.hall) ?? "")",
                        href: Thing.desk(heir.id).path)
                }
                + former(desk) { self.name($0.unit) },
            actions: isOpen
                ? [
                    ThingPage.Link(title: "Đổi tên, chuyển", href: "\(path)/change"),
                    ThingPage.Link(title: "Thẻ QR", href: "/office/cards#unit-\(desk.hall)"),
                ] + (desk.validTo == nil ? [ThingPage.Link(title: "Đóng quầy", href: "\(path)/close")] : []) : [],
            parts: [], changes: changes, problem: problem)
    }

    func official(_ id: ID<Official>) -> ThingPage? {
        guard let official = directory.official(id), scope.contains(official.unit) else { return nil }
        let isOpen = !official.isClosed(on: today)
        let path = Thing.official(id).path
        let desks = directory.desks.filter { desk in
            directory.officials(at: desk.id, on: today).contains { $0.id == id }
        }
        return ThingPage(
            frame, title: official.name, kind: "Cán bộ", state: official.stateWords(on: today),
            path: above(official.unit),
            facts: [
                ThingPage.Fact(term: "Chức danh", value: official.title, href: nil),
                fact("Đơn vị cử đến", official.unit),
            ] + life(official)
                + former(official) { [self.name($0.unit), $0.title].compactMap { $0 }.joined(separator: ", ") },
            actions: isOpen
                ? [ThingPage.Link(title: "Sửa, chuyển đơn vị", href: "\(path)/change")]
                    + (official.validTo == nil ? [ThingPage.Link(title: "Thôi làm việc", href: "\(path)/close")] : [])
                : [],
            parts: [
                part(
                    "desks", "Hôm nay trực ở", desks, { .desk($0.id) }, { name($0.hall) ?? "" },
                    empty: "Hôm nay không có ca trực. Ca trực xếp ở trang Ca trực.", add: nil)
            ], changes: changes, problem: problem)
    }

    func field(_ id: ID<Field>) -> ThingPage? {
        guard let field = directory.field(id), scope == .whole else { return nil }
        let isOpen = !field.isClosed(on: today)
        let path = Thing.field(id).path
        return ThingPage(
            frame, title: field.name, kind: "Lĩnh vực", state: field.stateWords(on: today),
            path: [ThingPage.Link(title: "Lĩnh vực, thủ tục", href: "/office/directory/fields")],
            facts: [ThingPage.Fact(term: "Mã", value: id.rawValue, href: nil)] + life(field)
                + former(field) { _ in nil },
            actions: isOpen
                ? [ThingPage.Link(title: "Đổi tên", href: "\(path)/change")]
                    + (field.validTo == nil ? [ThingPage.Link(title: "Thôi dùng", href: "\(path)/close")] : []) : [],
            parts: [
                part(
                    "procedures", "Thủ tục", directory.procedures.filter { $0.field == id }, { .procedure($0.id) },
                    { $0.code ?? "chưa có mã" }, empty: "Chưa có thủ tục nào của lĩnh vực này.",
                    add: isOpen ? link("Thêm thủ tục", "new/procedure?in=\(id)") : nil),
                part(
                    "desks", "Quầy nhận", directory.desks.filter { $0.fields.contains(id) && !$0.isClosed(on: today) },
                    { .desk($0.id) }, { name($0.hall) ?? "" },
                    empty: "Chưa có quầy nào nhận. Chọn lĩnh vực ở trang của quầy.", add: nil),
            ], changes: changes, problem: problem)
    }

    func procedure(_ id: ID<Feedback.Procedure>) -> ThingPage? {
        guard let procedure = directory.procedure(id), scope == .whole else { return nil }
        let isOpen = !procedure.isClosed(on: today)
        let path = Thing.procedure(id).path
        let field = directory.field(procedure.field)
        return ThingPage(
            frame, title: procedure.name, kind: "Thủ tục hành chính", state: procedure.stateWords(on: today),
            path: field.map { [ThingPage.Link(title: $0.name, href: Thing.field($0.id).path)] } ?? [],
            facts: [
                ThingPage.Fact(term: "Mã thủ tục", value: procedure.code ?? "chưa có", href: nil),
                ThingPage.Fact(term: "Lĩnh vực", value: field?.name ?? procedure.field.rawValue, href: nil),
            ] + life(procedure) + former(procedure) { $0.code.map { "mã \($0)" } },
            actions: isOpen
                ? [ThingPage.Link(title: "Đổi tên, đổi mã", href: "\(path)/change")]
                    + (procedure.validTo == nil ? [ThingPage.Link(title: "Bãi bỏ", href: "\(path)/close")] : []) : [],
            parts: [], changes: changes, problem: problem)
    }
}

extension ThingMaker {
    /// All fields of work; procedures stand under them.
    func fields() -> ThingPage {
        ThingPage(
            frame, title: "Lĩnh vực, thủ tục", kind: "So sánh trong cùng lĩnh vực mới công bằng", state: nil, path: [],
            facts: [], actions: [],
            parts: [
                part(
                    "fields", "Lĩnh vực", directory.fields, { .field($0.id) },
                    { field in
                        let count = directory.procedures.count { $0.field == field.id && !$0.isClosed(on: today) }
                        return count == 0 ? "chưa có thủ tục" : "\(Formats.count(count)) thủ tục"
                    }, empty: "Chưa có lĩnh vực nào.", add: link("Thêm lĩnh vực", "new/field"))
            ], changes: changes, problem: problem)
    }

    private func name(_ id: ID<Feedback.Unit>?) -> String? { id.map { directory.unit($0)?.name ?? $0.rawValue } }

    private func fact(_ term: String, _ id: ID<Feedback.Unit>?, _ prefix: String = "") -> ThingPage.Fact {
        ThingPage.Fact(
            term: term, value: name(id) ?? "không có",
            href: id.flatMap { frame.rights.scope(of: .editDirectory).contains($0) ? Thing.unit($0).path : nil })
    }

    private func successorTerm(_ from: LocalDay, _ note: String?) -> String {
        "Thay thế từ \(Formats.shortDay(from))" + (note.map { " (\($0))" } ?? "")
    }

    private func life(_ thing: some Dated) -> [ThingPage.Fact] {
        let days = [("Ngày đầu tiên", thing.validFrom), ("Ngày cuối cùng", thing.validTo)]
        return days.compactMap { term, day in
            day.map { ThingPage.Fact(term: term, value: Formats.shortDay($0), href: nil) }
        }
    }

    /// Earlier names, and what is planned: the facts of the thing as it is kept, not of today's picture.
    private func former<Kind: Dated>(_ thing: Kind, _ more: (Kind.Facts) -> String?) -> [ThingPage.Fact] {
        let past = thing.was.filter { $0.until < today }.map { each in
            ThingPage.Fact(
                term: "Đến hết \(Formats.shortDay(each.until))",
                value: [each.facts.name, more(each.facts)].compactMap { $0 }.joined(separator: " · "), href: nil)
        }
        let planned = thing.was.filter { today <= $0.until }.map { each in
            let day = each.until.adding(days: 1)
            let facts = kept(thing).on(day).facts
            return ThingPage.Fact(
                term: "Từ \(Formats.shortDay(day)) (dự kiến)",
                value: [facts.name, more(facts)].compactMap { $0 }.joined(separator: " · "), href: nil)
        }
        return planned + past.reversed()
    }

    private func kept<Kind: Dated>(_ thing: Kind) -> Kind {
        let all = directory.configuration
        return [
            all.units as? [Kind], all.desks as? [Kind], all.officials as? [Kind], all.fields as? [Kind],
            all.procedures as? [Kind],
        ].compactMap { $0 }.joined().first { $0.id == thing.id } ?? thing
    }

    private func note(of desk: Desk) -> String {
        let fields = desk.fields.compactMap { directory.field($0)?.name }.joined(separator: ", ")
        return fields.isEmpty ? name(desk.unit) ?? "" : fields
    }

    /// From the top down to `id`, as far as the reader's part of the tree goes.
    private func above(_ id: ID<Feedback.Unit>?) -> [ThingPage.Link] {
        var path: [ThingPage.Link] = []
        var next = id
        while let unit = next.flatMap({ directory.unit($0) }), path.count < 8 {
            if frame.rights.scope(of: .editDirectory).contains(unit.id) {
                path.insert(ThingPage.Link(title: unit.name, href: Thing.unit(unit.id).path), at: 0)
            }
            next = unit.parent
        }
        return path
    }

    private func link(_ title: String, _ path: String) -> ThingPage.Link {
        ThingPage.Link(title: title, href: "/office/directory/\(path)")
    }

    private func part<Kind: Dated>(
        _ id: String, _ title: String, _ things: [Kind], _ thing: (Kind) -> Thing, _ note: (Kind) -> String,
        empty: String, add: ThingPage.Link?
    ) -> ThingPage.Part {
        let open = things.filter { !$0.isClosed(on: today) }, closed = things.filter { $0.isClosed(on: today) }
        let rows = (open + closed).map {
            ThingPage.Row(
                name: $0.facts.name, href: thing($0).path, note: note($0), state: $0.stateWords(on: today))
        }
        return ThingPage.Part(
            id: id, title: open.isEmpty ? title : "\(title) (\(Formats.count(open.count)))", rows: rows,
            isEmpty: rows.isEmpty, empty: empty, add: add)
    }
}

extension String {
    fileprivate var orNone: String { isEmpty ? "không có" : self }
}
