/// How many dossiers a desk handled in a month: the base of its response rate.
package struct DossierCount: Hashable, Sendable {
    package var month: Month
    package var desk: ID<Desk>
    /// 0 or more.
    package var count: Int

    package init(month: Month, desk: ID<Desk>, count: Int) {
        self.month = month
        self.desk = desk
        self.count = count
    }

    /// More than any desk handles in a month: somebody typed another number.
    package static let most = 100_000
}

/// What was typed for a month, desk by desk.
package struct DossierForm: Sendable {
    package var month: Month
    /// As typed; empty or absent: not known, and nothing is changed.
    package var typed: [ID<Desk>: String]

    package init(month: Month, typed: [ID<Desk>: String]) {
        self.month = month
        self.typed = typed
    }

    /// Lines as copied from a spreadsheet: a desk by its id, its name or its sign, then a number, parted by a tab, a
    /// semicolon, a comma or a blank.
    /// - Throws: `FormProblems` that name the line.
    package init(month: Month, pasted: String, desks: [Desk], directory: Directory) throws(FormProblems) {
        var named: [String: Set<ID<Desk>>] = [:]
        for desk in desks {
            for name in [desk.id.rawValue, desk.name, directory.sign(of: desk.id)] {
                named[name.lowercased(), default: []].insert(desk.id)
            }
        }
        var typed: [ID<Desk>: String] = [:]
        var problems = FormProblems()
        let lines = pasted.split(whereSeparator: \.isNewline).map { $0.trimmed }
        for (index, line) in lines.enumerated() where !line.isEmpty {
            guard let (name, number) = Self.parted(line) else {
                problems.add("pasted", "Dòng \(index + 1): cần tên quầy rồi đến một số.")
                continue
            }
            let found = named[name.lowercased()] ?? []
            if let desk = found.first, found.count == 1 {
                typed[desk] = number
            } else if found.isEmpty {
                problems.add("pasted", "Dòng \(index + 1): không có quầy “\(name)”.")
            } else {
                problems.add(
                    "pasted", "Dòng \(index + 1): có \(found.count) quầy tên “\(name)”, xin ghi mã quầy thay cho tên.")
            }
        }
        if typed.isEmpty, problems.isEmpty { problems.add("pasted", "Chưa có dòng nào.") }
        guard problems.isEmpty else { throw problems }
        self.init(month: month, typed: typed)
    }

    /// The name and the number of a line. A sign may hold commas and blanks, a number blanks: the first mark that
    /// leaves a number behind it parts them.
    private static func parted(_ line: String) -> (name: String, number: String)? {
        let splits = "\t;, ".compactMap { mark in
            line.lastIndex(of: mark).map {
                (name: line[..<$0].trimmed(of: "\t;, \""), number: line[line.index(after: $0)...].trimmed(of: "\" "))
            }
        }
        return splits.first { $0.number.allSatisfy { "0123456789. \u{A0}".contains($0) } } ?? splits.first
    }

    /// - Throws: `FormProblems`, each at the field "count-<desk>".
    package func counts() throws(FormProblems) -> [DossierCount] {
        var problems = FormProblems()
        var counts: [DossierCount] = []
        for (desk, text) in typed.sorted(by: { $0.key < $1.key }) {
            // As people write thousands: 1.250 or 1 250.
            let digits = text.filter { !". \u{A0}".contains($0) }
            if digits.isEmpty { continue }
            guard digits.allSatisfy({ ("0"..."9").contains($0) }), let count = Int(digits), count <= DossierCount.most
            else {
                problems.add("count-\(desk)", "Xin ghi một số từ 0 đến 100.000, ví dụ 620.")
                continue
            }
            counts.append(DossierCount(month: month, desk: desk, count: count))
        }
        guard problems.isEmpty else { throw problems }
        return counts
    }
}

extension Writing {
    /// Keeps what differs from what is known; an earlier number stays in the table behind the new one.
    /// - Returns: how many desks changed.
    /// - Throws: `Refusal.notFound` for a desk out of reach or a month to come; `Refusal.invalid`.
    @discardableResult
    package func countDossiers(_ form: DossierForm, scope: Scope) throws -> Int {
        guard form.month <= Month(now) else { throw Refusal.notFound }
        for id in form.typed.keys {
            guard let desk = directory.desk(id), scope.contains(desk) else { throw Refusal.notFound }
        }
        let counts: [DossierCount]
        do {
            counts = try form.counts()
        } catch {
            throw Refusal.invalid(error)
        }
        let known = Set(try dossierCounts(form.month...form.month))
        let new = counts.filter { !known.contains($0) }
        for count in new { try insertDossierCount(count) }
        if !new.isEmpty { try log(.dossiersCounted, about: "month:\(form.month)", "desks=\(new.count)") }
        return new.count
    }
}

extension StringProtocol {
    fileprivate var trimmed: String { trimmed(of: " \t\r") }

    fileprivate func trimmed(of characters: String) -> String {
        var rest = self[...]
        while let first = rest.first, characters.contains(first) { rest.removeFirst() }
        while let last = rest.last, characters.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
