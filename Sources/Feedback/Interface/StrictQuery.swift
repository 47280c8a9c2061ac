/// The query of a program's address, read without forgiveness: what is not known, comes twice or means nothing is
/// named, so that nobody takes a figure for another one.
package struct StrictQuery: Sendable {
    private let fields: FormFields
    /// What the description of the interface forbids.
    private var faults = FormProblems()
    /// What it allows one by one, and makes no sense together.
    private var problems = FormProblems()

    package init(_ fields: FormFields, known: [String]) {
        self.fields = fields
        if fields.hasNameless { faults.add("query", "Có một tham số không có tên.") }
        var seen: Set<String> = []
        for name in fields.names where seen.insert(name).inserted {
            if !known.contains(name) {
                faults.add(name, "Không có tham số này. Có thể dùng: \(known.joined(separator: ", ")).")
            } else if fields.repeats(name) {
                faults.add(name, "Tham số này chỉ được ghi một lần.")
            }
        }
    }

    /// Well formed, but without a meaning beside the rest.
    package mutating func fail(_ name: String, _ message: String) { problems.add(name, message) }

    package func has(_ name: String) -> Bool { fields[name] != nil }

    package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String) -> Choice? {
        guard let text = fields[name] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let offered = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            faults.add(name, "Giá trị chưa đúng. Có thể dùng: \(offered).")
            return nil
        }
        return choice
    }

    /// 1 to 64 letters of ASCII, digits, dots, lines.
    package mutating func id<Subject>(_ name: String) -> ID<Subject>? {
        guard let text = fields[name] else { return nil }
        guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(Self.isOfID) else {
            faults.add(name, "Mã gồm 1 đến 64 chữ cái không dấu, chữ số, dấu chấm, gạch.")
            return nil
        }
        return ID(text)
    }

    package mutating func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = fields[name] else { return nil }
        // Int would take "+5" and "007" too.
        guard let number = Int(text), String(number) == text, range.contains(number) else {
            faults.add(name, "Xin ghi một số từ \(range.lowerBound) đến \(range.upperBound).")
            return nil
        }
        return number
    }

    /// Must be there.
    package mutating func period(_ name: String = "period") -> Period? {
        guard let text = fields[name] else {
            faults.add(name, "Thiếu tham số này. Ví dụ: 2026-11, 2026-Q4, 2026-11-01..2026-11-15.")
            return nil
        }
        guard let period = Period(rawValue: text), Self.isOfThisCentury(text) else {
            let days = text.components(of: "..").compactMap { LocalDay(rawValue: $0) }
            if days.count == 2, Self.isOfThisCentury(text), text.utf8.count == 22 {
                fail(name, "Ngày đầu phải trước ngày cuối, và nhiều nhất mười năm.")
            } else {
                faults.add(
                    name, "Không phải kỳ nào. Ví dụ: 2026-11-21, 2026-W47, 2026-11, 2026-Q4, 2026-H1, 2026-9M, 2026.")
            }
            return nil
        }
        return period
    }

    package mutating func place(_ name: String) -> RatingPlace? {
        guard let text = fields[name] else { return nil }
        guard let place = RatingPlace(rawValue: text) else {
            faults.add(name, "Xin dùng đúng giá trị “next” của trang trước.")
            return nil
        }
        return place
    }

    /// - Throws: `QueryFault`; `Refusal.invalid` for what makes no sense together.
    package func check() throws {
        guard faults.isEmpty else { throw QueryFault(problems: faults) }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
    }

    /// Other years are typing mistakes.
    private static func isOfThisCentury(_ text: String) -> Bool {
        text.components(of: "..").allSatisfy { $0.hasPrefix("20") }
    }

    private static func isOfID(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

/// A query that is not as the description of the interface says: which parameters, and why.
package struct QueryFault: Error, Hashable, Sendable {
    package let problems: FormProblems

    package init(problems: FormProblems) { self.problems = problems }
}

extension String {
    fileprivate func components(of separator: String) -> [String] {
        guard let range = firstRange(of: separator) else { return [self] }
        return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
    }
}
