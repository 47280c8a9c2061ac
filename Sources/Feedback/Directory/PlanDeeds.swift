/// Adding, changing and closing one thing.
extension DirectoryPlanner {
    mutating func add(_ deed: DirectoryOrder.Deed) {
        switch deed {
        case .addUnit(var unit):
            unit.validFrom = day
            check(unit.facts, of: unit.id)
            if let head = unit.head { checkHead(head) }
            put(DirectoryEdit(units: [unit]))
            checkHasHead(unit.id)
        case .addDesk(var desk):
            desk.validFrom = day
            check(desk.facts)
            put(DirectoryEdit(desks: [desk]))
        case .addOfficial(var official):
            official.validFrom = day
            check(official.facts)
            put(DirectoryEdit(officials: [official]))
        case .addField(var field):
            field.validFrom = day
            checkName(field.name)
            put(DirectoryEdit(fields: [field]))
        case .addProcedure(var procedure):
            procedure.validFrom = day
            check(procedure.facts)
            put(DirectoryEdit(procedures: [procedure]))
        default: break
        }
    }

    mutating func change(_ deed: DirectoryOrder.Deed) {
        switch deed {
        case .changeUnit(let id, let facts):
            guard let unit = changed(configuration.units, id, facts) else { return }
            check(facts, of: id)
            put(DirectoryEdit(units: [unit]))
            if problems.isEmpty { checkHasHead(id) }
        case .changeDesk(let id, let facts):
            guard let desk = changed(configuration.desks, id, facts) else { return }
            check(facts)
            put(DirectoryEdit(desks: [desk]))
        case .changeOfficial(let id, let facts):
            guard let official = changed(configuration.officials, id, facts) else { return }
            check(facts)
            put(DirectoryEdit(officials: [official]))
        case .changeField(let id, let facts):
            guard let field = changed(configuration.fields, id, facts) else { return }
            checkName(facts.name)
            put(DirectoryEdit(fields: [field]))
        case .changeProcedure(let id, let facts):
            guard let procedure = changed(configuration.procedures, id, facts) else { return }
            check(facts)
            put(DirectoryEdit(procedures: [procedure]))
        default: break
        }
    }

    mutating func close(_ order: DirectoryOrder) {
        switch order.deed {
        case .closeDesk(let id, let heirs):
            guard var desk = closed(configuration.desks, id) else { return }
            for heir in heirs where heir == id || !(picture.desk(heir)?.exists(on: day) ?? false) {
                problems.add("successors", "Quầy thay thế phải là quầy khác, đang hoạt động vào ngày đó.")
            }
            desk.successors = heirs.map { Successor(id: $0, from: day, note: order.note) }
            put(DirectoryEdit(desks: [desk]))
            endPostings { $0.desk == id }
        case .closeOfficial(let id):
            guard let official = closed(configuration.officials, id) else { return }
            put(DirectoryEdit(officials: [official]))
            endPostings { $0.official == id }
        case .closeField(let id):
            guard let field = closed(configuration.fields, id) else { return }
            put(DirectoryEdit(fields: [field]))
        case .closeProcedure(let id):
            guard let procedure = closed(configuration.procedures, id) else { return }
            put(DirectoryEdit(procedures: [procedure]))
        default: break
        }
    }

    private mutating func changed<Kind: Dated>(_ all: [Kind], _ id: ID<Kind>, _ facts: Kind.Facts) -> Kind? {
        guard var thing = all.first(where: { $0.id == id }) else {
            missing("name")
            return nil
        }
        checkIsThere(thing)
        if thing.on(day).facts == facts { problems.add("name", "Chưa có gì khác với hiện nay.") }
        thing.change(from: day, to: facts)
        return thing
    }

    private mutating func closed<Kind: Dated>(_ all: [Kind], _ id: ID<Kind>) -> Kind? {
        guard var thing = all.first(where: { $0.id == id }) else {
            missing("day")
            return nil
        }
        if let last = thing.validTo {
            problems.add("day", "Đã có ngày cuối cùng: \(last.words). Xin hủy lần đóng đó trước.")
        }
        if let first = thing.validFrom, lastDay < first {
            problems.add("day", "Bắt đầu từ \(first.words). Ngày cuối cùng không thể đứng trước ngày đó.")
        }
        thing.end(on: lastDay)
        return thing
    }

    mutating func check(_ facts: Unit.Facts, of id: ID<Unit>) {
        checkName(facts.name)
        guard let parent = facts.parent else { return }
        let picture = picture
        checkUnit(parent, "parent", in: picture)
        var next: ID<Unit>? = parent
        var steps = 0
        while let above = next, steps < 32 {
            if above == id {
                return problems.add("parent", "Một đơn vị không thể trực thuộc chính nó hay đơn vị dưới nó.")
            }
            next = picture.unit(above)?.parent
            steps += 1
        }
    }

    /// Whoever can get a bad rating has somebody who is told of it.
    mutating func checkHasHead(_ id: ID<Unit>) {
        let picture = picture
        guard picture.head(of: id) == nil, let unit = picture.unit(id) else { return }
        let serves =
            picture.desks.contains { $0.unit == id && $0.exists(on: day) }
            || picture.officials.contains { $0.unit == id && $0.exists(on: day) }
        if unit.isRated || serves {
            problems.add("headName", "Xin ghi thủ trưởng: cấp trên cũng chưa có ai nhận cảnh báo.")
        }
    }

    private mutating func check(_ facts: Desk.Facts) {
        let picture = picture
        checkName(facts.name)
        checkUnit(facts.unit, "unit", in: picture)
        if let place = facts.place { checkUnit(place, "place", in: picture) }
        checkFields(facts.fields, in: picture)
        if picture.unit(facts.unit) != nil, picture.head(of: facts.unit) == nil {
            problems.add("unit", "Đơn vị này chưa có thủ trưởng nhận cảnh báo. Xin ghi thủ trưởng trước.")
        }
    }

    private mutating func check(_ facts: Official.Facts) {
        checkName(facts.name)
        if facts.title.isEmpty { problems.add("title", "Xin ghi chức danh.") }
        checkUnit(facts.unit, "unit", in: picture)
    }

    private mutating func check(_ facts: Procedure.Facts) {
        checkName(facts.name)
        if let code = facts.code, code.count > 40 || code.contains(where: \.isWhitespace) {
            problems.add("code", "Mã thủ tục viết liền, ví dụ 1.001193.")
        }
        checkFields([facts.field], in: picture)
    }
}
