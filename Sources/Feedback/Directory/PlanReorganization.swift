/// Closing, merging and splitting units: one thing seen from three sides.
extension DirectoryPlanner {
    mutating func reorganize(_ plan: Reorganization, note: String?) {
        let start = picture
        for unit in plan.new { addHeir(unit) }
        let heirs = plan.heirs
        for heir in plan.successors { checkUnit(heir, "successors", in: start) }
        if !Set(heirs).isDisjoint(with: plan.units) {
            problems.add("successors", "Đơn vị nhận không thể là đơn vị kết thúc.")
        }
        if plan.units.isEmpty { problems.add("units", "Xin chọn ít nhất một đơn vị.") }
        if plan.goesOn && heirs.isEmpty { problems.add("successors", "Xin chọn hoặc ghi tên đơn vị nhận.") }
        let ending = plan.goesOn ? [] : endingUnits(plan, start)
        for id in plan.units + ending.filter({ !plan.units.contains($0) }) {
            guard let unit = configuration.units.first(where: { $0.id == id }) else {
                missing("units")
                continue
            }
            checkIsThere(unit)
        }
        guard problems.isEmpty else { return }
        end(ending, plan, note)
        moveParts(plan, start)
        settleDesks(plan, ending, start)
        settleOfficials(plan, ending, start)
        checkHomeAffairs(ending, start)
    }

    /// What takes over may be made in the same breath; its hall, too, when it stands in the list after it.
    private mutating func addHeir(_ unit: Unit) {
        var unit = unit
        unit.validFrom = day
        checkName(unit.name, "newName")
        if configuration.units.contains(where: { $0.id == unit.id }) {
            problems.add("newName", "Đã có đơn vị mang mã \(unit.id).")
        }
        if let parent = unit.parent { checkUnit(parent, "newParent", in: picture) }
        if let head = unit.head { checkHead(head) }
        put(DirectoryEdit(units: [unit]))
        checkHasHead(unit.id)
    }

    /// The units named, and those below that are to end with them.
    private func endingUnits(_ plan: Reorganization, _ start: Directory) -> [ID<Unit>] {
        var found: [ID<Unit>] = []
        var open = plan.units
        while !open.isEmpty {
            let id = open.removeFirst()
            guard !found.contains(id) else { continue }
            found.append(id)
            for child in start.children(of: id) where child.exists(on: day) && !plan.heirs.contains(child.id) {
                if case .goesTo = plan.parts[child.id] { continue }
                open.append(child.id)
            }
        }
        return found
    }

    private mutating func end(_ ending: [ID<Unit>], _ plan: Reorganization, _ note: String?) {
        let picture = picture
        for id in plan.goesOn ? plan.units : ending {
            guard var unit = configuration.units.first(where: { $0.id == id }) else { continue }
            if !plan.goesOn { unit.end(on: lastDay) }
            let heirs = plan.units.contains(id) ? plan.heirs : hallHeirs(of: unit, plan.heirs, in: picture)
            let known = Set(unit.successors.map(\.id))
            unit.successors += heirs.filter { !known.contains($0) }.map { Successor(id: $0, from: day, note: note) }
            put(DirectoryEdit(units: [unit]))
        }
    }

    /// A hall is taken over by the halls of those who take over; another part by these themselves.
    private func hallHeirs(of unit: Unit, _ heirs: [ID<Unit>], in picture: Directory) -> [ID<Unit>] {
        guard unit.kind == .oneStop else { return heirs }
        let halls = heirs.flatMap { heir in
            picture.children(of: heir).filter { $0.kind == .oneStop && $0.exists(on: day) }.map(\.id)
        }
        return halls.isEmpty ? heirs : halls
    }

    private mutating func moveParts(_ plan: Reorganization, _ start: Directory) {
        for (id, fate) in plan.parts.sorted(by: { $0.key < $1.key }) {
            guard case .goesTo(let target) = fate,
                var unit = configuration.units.first(where: { $0.id == id })
            else { continue }
            checkUnit(target, "parts", in: picture)
            var facts = unit.on(day).facts
            facts.parent = target
            unit.change(from: day, to: facts)
            put(DirectoryEdit(units: [unit]))
        }
    }

    private mutating func settleDesks(_ plan: Reorganization, _ ending: [ID<Unit>], _ start: Directory) {
        let units = Set(plan.units + ending)
        let picture = picture
        for seen in start.desks where units.contains(seen.unit) && !seen.isClosed(on: day) {
            guard var desk = configuration.desks.first(where: { $0.id == seen.id }) else { continue }
            switch plan.desks[seen.id] ?? (plan.goesOn ? .stays : .closes) {
            case .stays where plan.goesOn: continue
            case .goesTo(let target):
                checkUnit(target, "desks", in: picture)
                var facts = desk.on(day).facts
                facts.unit = target
                if facts.place.map({ picture.unit($0)?.isClosed(on: day) ?? true }) ?? true {
                    facts.place =
                        picture.children(of: target)
                        .first { $0.kind == .oneStop && $0.exists(on: day) }?.id
                }
                desk.change(from: day, to: facts)
            case .closes, .stays:
                desk.end(on: lastDay)
                if let first = desk.validFrom, lastDay < first {
                    problems.add("day", "\(desk.name) bắt đầu từ \(first.words). Xin chọn ngày sau đó.")
                }
                endPostings { $0.desk == desk.id }
            }
            put(DirectoryEdit(desks: [desk]))
        }
        // Desks of others that stand in a hall that ends must stand somewhere.
        for seen in start.desks
        where !units.contains(seen.unit) && seen.place.map(ending.contains) ?? false && !seen.isClosed(on: day) {
            guard var desk = configuration.desks.first(where: { $0.id == seen.id }) else { continue }
            var facts = desk.on(day).facts
            facts.place = seen.place.flatMap { picture.standing($0, on: day).first?.id }
            desk.change(from: day, to: facts)
            put(DirectoryEdit(desks: [desk]))
        }
    }

    /// People of a unit that ends go to the one that takes over; where there are several, to the first, unless it is
    /// said otherwise. Where there is none they leave the list.
    private mutating func settleOfficials(_ plan: Reorganization, _ ending: [ID<Unit>], _ start: Directory) {
        let units = Set(plan.units + ending)
        let picture = picture
        for seen in start.officials where units.contains(seen.unit) && !seen.isClosed(on: day) {
            guard var official = configuration.officials.first(where: { $0.id == seen.id }) else { continue }
            let usual = plan.heirs.first.map(Reorganization.Fate.goesTo) ?? .closes
            switch plan.officials[seen.id] ?? (plan.goesOn ? .stays : usual) {
            case .stays where plan.goesOn: continue
            case .goesTo(let target):
                checkUnit(target, "officials", in: picture)
                var facts = official.on(day).facts
                facts.unit = target
                official.change(from: day, to: facts)
            case .closes, .stays:
                official.end(on: lastDay)
                endPostings { $0.official == official.id }
            }
            put(DirectoryEdit(officials: [official]))
        }
    }

    /// Serious cases go to home affairs; somebody must be there.
    private mutating func checkHomeAffairs(_ ending: [ID<Unit>], _ start: Directory) {
        let id = configuration.authority.homeAffairs
        guard ending.contains(id), picture.standing(id, on: day).isEmpty else { return }
        problems.add(
            "units",
            "\(start.unit(id)?.name ?? "Đơn vị này") là cơ quan nội vụ, nơi nhận phản ánh nghiêm trọng."
                + " Xin chọn cơ quan nội vụ khác ở mục Cơ quan chủ quản trước.")
    }
}
