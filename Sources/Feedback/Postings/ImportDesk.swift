/// Takes the lines of a table one after the other: each sees what those before it have done.
struct ImportDesk {
    let directory: Directory
    let sheet: ImportSheet
    let today: LocalDay
    let scope: Scope
    private(set) var officials: [Official]
    private(set) var postings: [Posting]

    init(directory: Directory, sheet: ImportSheet, today: LocalDay, scope: Scope) {
        self.directory = directory
        self.sheet = sheet
        self.today = today
        self.scope = scope
        officials = directory.configuration.officials
        postings = directory.configuration.postings
    }

    /// All of a line or nothing of it.
    mutating func take(_ line: ImportSheet.Line) throws(ImportProblem) -> (ImportPlan.State, [String]) {
        var next = self
        let (official, first) = try next.takeOfficial(line)
        let second = try next.takePosting(line, official)
        self = next
        let states = [first.state, second?.state].compactMap(\.self)
        let state: ImportPlan.State = states.contains(.new) ? .new : states.contains(.changed) ? .changed : .same
        return (state, [first.words, second?.words].compactMap(\.self))
    }
}

private typealias Effect = (state: ImportPlan.State, words: String?)

extension ImportDesk {
    private mutating func takeOfficial(_ line: ImportSheet.Line) throws(ImportProblem) -> (Official, Effect) {
        let unit = try sheet.value(.unit, of: line).map { (text) throws(ImportProblem) in try self.unit(text) }
        let (name, title) = (sheet.value(.name, of: line)?.squeezed, sheet.value(.title, of: line)?.squeezed)
        for text in [name, title].compactMap(\.self) where text.unicodeScalars.count > 100 {
            throw ImportProblem("“\(text.prefix(30))…” dài quá 100 chữ cái.")
        }
        guard let index = try place(of: line, name: name, unit: unit) else {
            return try addOfficial(line, name: name, title: title, unit: unit)
        }
        var official = officials[index]
        guard official.exists(on: today) else { throw ImportProblem("\(official.name) đã thôi việc ở đây.") }
        guard scope == .whole || scope.contains(official.unit) else { throw ImportProblem("Ngoài phạm vi của ông/bà.") }
        let old = official.on(today).facts
        let new = Official.Facts(
            name: name.flatMap { $0.compared == old.name.compared ? nil : $0 } ?? old.name, title: title ?? old.title,
            unit: unit?.id ?? old.unit)
        guard new != old else { return (official, (.same, nil)) }
        official.change(from: today, to: new)
        officials[index] = official
        var changes: [String] = []
        if new.name != old.name { changes.append("họ tên “\(old.name)” thành “\(new.name)”") }
        if new.title != old.title { changes.append("chức danh “\(old.title)” thành “\(new.title)”") }
        if let unit, new.unit != old.unit { changes.append("chuyển về \(unit.name)") }
        return (official, (.changed, "Đổi từ hôm nay: \(changes.joined(separator: ", "))."))
    }

    /// By the id; else by the name within the unit, or alone where the table names no unit. Namesakes need an id.
    private func place(
        of line: ImportSheet.Line, name: String?, unit: Unit?
    ) throws(ImportProblem) -> Int? {
        if let id = sheet.value(.id, of: line) {
            return officials.firstIndex { $0.id.rawValue == id }
        }
        guard let name else { throw ImportProblem("Thiếu họ tên.") }
        let namesakes = officials.indices.filter { officials[$0].name.compared == name.compared }
        let here = unit.map { unit in namesakes.filter { officials[$0].on(today).unit == unit.id } } ?? namesakes
        guard here.count <= 1 else {
            throw ImportProblem("Có \(here.count) người tên \(name). Xin thêm cột “Mã cán bộ”: \(ids(here)).")
        }
        if here.isEmpty, !namesakes.isEmpty {
            throw ImportProblem(
                "Đã có người tên \(name) ở đơn vị khác. Nếu là người ấy, xin ghi mã \(ids(namesakes)); nếu là người mới,"
                    + " xin ghi một mã mới.")
        }
        return here.first
    }

    private func ids(_ places: [Int]) -> String { places.map { officials[$0].id.rawValue }.joined(separator: ", ") }

    private mutating func addOfficial(
        _ line: ImportSheet.Line, name: String?, title: String?, unit: Unit?
    ) throws(ImportProblem) -> (Official, Effect) {
        let typed = sheet.value(.id, of: line)
        guard let name, let unit else {
            throw ImportProblem("Không có cán bộ “\(name ?? typed ?? "")”. Người mới cần họ tên, chức danh và đơn vị.")
        }
        guard let title else { throw ImportProblem("Người mới cần chức danh.") }
        if let typed, !typed.isIdentifier {
            throw ImportProblem("Mã “\(typed.prefix(40))” chỉ được có chữ không dấu, số và dấu gạch nối, dài nhất 64.")
        }
        let id = typed ?? freeID(name)
        let official = Official(id: ID(id), name: name, title: title, unit: unit.id)
        officials.append(official)
        return (official, (.new, "Cán bộ mới: \(title), \(unit.name)."))
    }

    /// "nguyen-thi-binh", with a number behind it when that is taken.
    private func freeID(_ name: String) -> String {
        let words = name.plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let root = words.isEmpty ? "can-bo" : String(words.joined(separator: "-").prefix(56))
        let taken = Set(officials.map(\.id.rawValue))
        var (id, number) = (root, 2)
        while taken.contains(id) { (id, number) = ("\(root)-\(number)", number + 1) }
        return id
    }

    private func unit(_ text: String) throws(ImportProblem) -> Unit {
        let there = directory.configuration.units.filter { $0.exists(on: today) }
        let found =
            there.filter { $0.id.rawValue == text } + there.filter { $0.on(today).name.compared == text.compared }
        guard let unit = found.first else { throw ImportProblem("Không có đơn vị “\(text.prefix(60))”.") }
        guard scope == .whole || scope.contains(unit.id) else { throw ImportProblem("Ngoài phạm vi của ông/bà.") }
        return unit
    }
}

extension ImportDesk {
    private mutating func takePosting(
        _ line: ImportSheet.Line, _ official: Official
    ) throws(ImportProblem) -> Effect? {
        guard let text = sheet.value(.desk, of: line) else { return nil }
        let there = directory.configuration.desks.filter { !$0.isClosed(on: today) }
        guard
            let desk = there.first(where: { $0.id.rawValue == text })
                ?? only(there.filter { $0.name.compared == text.compared })
        else {
            throw ImportProblem("Không có quầy “\(text.prefix(60))”, hoặc có nhiều quầy cùng tên: xin ghi mã quầy.")
        }
        guard scope.contains(desk) else { throw ImportProblem("Ngoài phạm vi của ông/bà.") }
        let new = try posting(line, at: desk, official)
        let when = words(new)
        if postings.contains(new) { return (.same, nil) }
        let old = postings.first { $0.desk == desk.id && $0.official == official.id && $0.from == new.from }
        for other in postings where other != old && other.clashes(with: new) {
            let place = directory.desk(other.desk)?.name ?? other.desk.rawValue
            throw ImportProblem("\(official.name) đã có phân công tại \(place) \(words(other)), trùng ngày trực.")
        }
        guard let old else {
            postings.append(new)
            return (.new, "Phân công mới: \(desk.name), \(when).")
        }
        try replace(old, with: new)
        return (.changed, "Đổi phân công tại \(desk.name): \(when).")
    }

    private func only(_ desks: [Desk]) -> Desk? { desks.count == 1 ? desks.first : nil }

    private func posting(
        _ line: ImportSheet.Line, at desk: Desk, _ official: Official
    ) throws(ImportProblem) -> Posting {
        var posting = Posting(desk: desk.id, official: official.id, from: today)
        if let text = sheet.value(.from, of: line) {
            guard let day = sheet.day(text) else {
                throw ImportProblem("Ngày “\(text.prefix(20))” chưa đúng. Ví dụ: 01/12/2026.")
            }
            posting.from = day
        }
        if let text = sheet.value(.to, of: line) {
            guard let day = sheet.day(text) else {
                throw ImportProblem("Ngày “\(text.prefix(20))” chưa đúng. Ví dụ: 31/12/2026.")
            }
            guard day >= posting.from else { throw ImportProblem("Ngày cuối trước ngày đầu.") }
            posting.to = day
        }
        if let text = sheet.value(.weekdays, of: line) {
            guard let days = ImportSheet.weekdays(text) else {
                throw ImportProblem("Thứ “\(text.prefix(20))” chưa đúng. Ví dụ: T2, T4, T6.")
            }
            posting.weekdays = days
        }
        return posting
    }

    /// The days that are over keep who sat there.
    private mutating func replace(_ old: Posting, with new: Posting) throws(ImportProblem) {
        let yesterday = today.adding(days: -1)
        if let to = new.to, to < yesterday {
            throw ImportProblem("Ngày cuối đã qua. Với ngày đã qua, xin dùng “Đính chính”.")
        }
        if let to = old.to, to < today { throw ImportProblem("Phân công này đã hết ngày \(to.words).") }
        postings.removeAll { $0 == old }
        guard old.from < today, old.weekdays != new.weekdays else { return postings.append(new) }
        var (past, rest) = (old, new)
        past.to = yesterday
        rest.from = today
        postings.append(past)
        if rest.to.map({ today <= $0 }) ?? true { postings.append(rest) }
    }

    private func words(_ posting: Posting) -> String {
        let names = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]
        let days =
            posting.weekdays.isEmpty ? "các ngày" : posting.weekdays.map { names[$0 - 1] }.joined(separator: ", ")
        return "\(days), từ \(posting.from.words)" + (posting.to.map { " đến \($0.words)" } ?? "")
    }
}

extension String {
    fileprivate var squeezed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Letters without diacritics, digits, hyphens.
    fileprivate var isIdentifier: Bool {
        (1...64).contains(utf8.count)
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
