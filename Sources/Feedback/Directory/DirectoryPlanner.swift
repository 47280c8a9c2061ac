/// Works out what an order writes, and what speaks against it.
struct DirectoryPlanner {
    /// With the changes made so far.
    private(set) var configuration: KioskConfiguration
    let day: LocalDay
    let today: LocalDay
    private(set) var after = DirectoryEdit()
    private(set) var endedPostings: [Posting] = []
    var problems = FormProblems()

    init(_ configuration: KioskConfiguration, day: LocalDay, today: LocalDay) {
        self.configuration = configuration
        self.day = day
        self.today = today
    }

    /// The last day of what closes.
    var lastDay: LocalDay { day.adding(days: -1) }
    /// How things stand on the day of the order, with what it has changed so far.
    var picture: Directory { Directory(configuration: configuration, codes: [], version: 0, day: day) }

    mutating func carryOut(_ order: DirectoryOrder) -> DirectoryChange.Kind {
        if day < today.adding(days: -3_660) || today.adding(days: 1_096) < day {
            problems.add("day", "Xin chọn một ngày trong mười năm qua hoặc ba năm tới.")
        }
        if let note = order.note, note.count > 400 { problems.add("note", "Ghi chú dài quá 400 chữ cái.") }
        switch order.deed {
        case .addUnit, .addDesk, .addOfficial, .addField, .addProcedure:
            add(order.deed)
            return .added
        case .changeUnit, .changeDesk, .changeOfficial, .changeField, .changeProcedure:
            change(order.deed)
            return .changed
        case .setHead(let id, let head):
            setHead(id, head)
            return .headSet
        case .closeDesk, .closeOfficial, .closeField, .closeProcedure:
            close(order)
            return .closed
        case .reorganize(let plan):
            reorganize(plan, note: order.note)
            return plan.goesOn || plan.units.count == 1 && plan.heirs.count > 1
                ? .split : plan.heirs.isEmpty ? .closed : .merged
        }
    }

    mutating func put(_ edit: DirectoryEdit) {
        for unit in edit.units { after.units.put(unit) }
        for desk in edit.desks { after.desks.put(desk) }
        for official in edit.officials { after.officials.put(official) }
        for field in edit.fields { after.fields.put(field) }
        for procedure in edit.procedures { after.procedures.put(procedure) }
        configuration.put(edit)
    }

    /// Ends the postings at a desk, or of an official, with the last day.
    mutating func endPostings(where isMeant: (Posting) -> Bool) {
        for (index, posting) in configuration.postings.enumerated()
        where isMeant(posting) && posting.to.map({ lastDay < $0 }) ?? true {
            if !endedPostings.contains(posting) { endedPostings.append(posting) }
            configuration.postings[index].to = max(lastDay, posting.from)
        }
    }

    mutating func setHead(_ id: ID<Unit>, _ head: Head?) {
        guard var unit = configuration.units.first(where: { $0.id == id }) else { return missing("unit") }
        if let head { checkHead(head) }
        unit.head = head
        put(DirectoryEdit(units: [unit]))
        if head == nil, picture.head(of: id) == nil {
            problems.add("headName", "Không có cấp trên nào nhận cảnh báo thay. Xin ghi thủ trưởng của đơn vị này.")
        }
    }

    mutating func missing(_ field: String) { problems.add(field, "Không còn trong danh mục. Xin mở lại trang.") }
}

extension DirectoryPlanner {
    mutating func checkName(_ name: String, _ field: String = "name") {
        if name.isEmpty { problems.add(field, "Xin ghi tên.") }
        if name.count > 200 { problems.add(field, "Tên dài quá 200 chữ cái.") }
        if name.contains(where: \.isNewline) { problems.add(field, "Tên nằm trên một dòng.") }
    }

    mutating func checkHead(_ head: Head) {
        checkName(head.name, "headName")
        if !EmailAddress.isValid(head.email) {
            problems.add("headEmail", "Địa chỉ thư chưa đúng. Ví dụ: phongtuphap@longkhanh.example.vn")
        }
    }

    /// A unit that somebody can be put under, or that can take something over, on the day.
    mutating func checkUnit(_ id: ID<Unit>, _ field: String, in picture: Directory) {
        guard let unit = picture.unit(id) else { return problems.add(field, "Xin chọn một đơn vị trong danh sách.") }
        if unit.isClosed(on: day) {
            problems.add(field, "\(unit.name) đã đóng trước ngày này. Xin chọn đơn vị khác.")
        } else if !unit.exists(on: day) {
            problems.add(field, "\(unit.name) chưa hoạt động vào ngày này. Xin chọn ngày sau.")
        }
    }

    mutating func checkFields(_ ids: [ID<Field>], in picture: Directory) {
        for id in ids where !(picture.field(id)?.exists(on: day) ?? false) {
            problems.add("fields", "Một lĩnh vực đã chọn không còn dùng vào ngày này.")
        }
    }

    /// Only what is there on that day can be changed or closed from that day on.
    mutating func checkIsThere(_ thing: some Dated) {
        if let last = thing.validTo, last < day {
            problems.add("day", "Đã đóng, ngày cuối cùng \(last.words). Không còn gì để thay đổi sau ngày đó.")
        }
        if let first = thing.validFrom, day < first {
            problems.add("day", "Bắt đầu từ \(first.words). Xin chọn ngày đó hoặc sau đó.")
        }
    }
}
