/// Phone and identity numbers that people write into free words, where nothing encrypts them (Phones.md, "Numbers in
/// words").
extension String {
    /// The same words with each such number as "•••678". Never longer than before; masked again, they stay as they are.
    package var maskingNumbers: String {
        // Nearly every text ends here: this is asked of each rating, when it comes and whenever it is read.
        mayHoldNumber ? NumbersInWords(self).masked : self
    }

    package var holdsNumber: Bool { maskingNumbers != self }

    /// Nine bytes that are digits, or begin a full-width one.
    private var mayHoldNumber: Bool {
        var digits = 0
        for byte in utf8 where byte &- 0x30 < 10 || byte == 0xEF { digits += 1 }
        return digits >= NumbersInWords.shortest
    }
}

private struct NumbersInWords {
    /// Digits of an identity card of before 2021, and of a mobile number without its 0.
    static let shortest = 9
    /// "0084" and a landline number.
    private static let longestParted = 14

    /// Digits without anything between them.
    private struct Group {
        /// Of the scalars.
        let range: Range<Int>
        let digits: String
        var isInDate = false
    }

    private let scalars: [Unicode.Scalar]
    private var groups: [Group] = []

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var place = 0
        while place < scalars.count {
            let start = place
            var digits = ""
            while place < scalars.count, let digit = scalars[place].digit {
                digits.unicodeScalars.append(digit)
                place += 1
            }
            if digits.isEmpty { place += 1 } else { groups.append(Group(range: start..<place, digits: digits)) }
        }
        for first in groups.indices.dropLast(2) where isDate(first) {
            for group in first...first + 2 { groups[group].isInDate = true }
        }
    }

    var masked: String {
        var masked = String.UnicodeScalarView()
        var (group, place) = (0, 0)
        while group < groups.count {
            guard let last = end(of: group) else {
                group += 1
                continue
            }
            let number = groups[group].range.lowerBound..<groups[last].range.upperBound
            masked += scalars[place..<number.lowerBound]
            if masked.last == "+" { masked.removeLast() }
            if masked.last == "(", scalars[number].contains(")") { masked.removeLast() }
            masked += "•••".unicodeScalars
            masked += scalars[number].compactMap(\.digit).suffix(3)
            (group, place) = (last + 1, number.upperBound)
        }
        masked += scalars[place...]
        return String(masked)
    }

    /// - Returns: the last group of the longest number that begins with this one.
    private func end(of first: Int) -> Int? {
        let group = groups[first]
        if group.digits.utf8.count >= Self.shortest { return isWholeNumber(first) ? first : nil }
        if let before = scalars[..<group.range.lowerBound].last {
            // What was masked already; "H03-241105-0012", the number of a dossier.
            if before == "•" || before.properties.isAlphabetic && group.digits.utf8.count < 3 { return nil }
        }
        var (digits, found) = ("", Int?.none)
        for last in first..<groups.count {
            guard groups[last].digits.utf8.count < Self.shortest, !groups[last].isInDate,
                last == first || isJoined(last)
            else { break }
            digits += groups[last].digits
            if digits.utf8.count > Self.longestParted { break }
            if last > first, isPartedNumber(first...last, digits) { found = last }
        }
        return found
    }

    /// Whatever has nine digits in a row: phones, identity and insurance numbers, accounts. Sums of money stay.
    private func isWholeNumber(_ group: Int) -> Bool {
        let digits = groups[group].digits
        return digits.isPhone || !isAmount(digits, before: groups[group].range.upperBound)
    }

    /// A phone in any grouping, an identity number in groups of three or more.
    private func isPartedNumber(_ parts: ClosedRange<Int>, _ digits: String) -> Bool {
        guard digits.utf8.count >= Self.shortest else { return false }
        if digits.isPhone { return true }
        let lengths = groups[parts].map(\.digits.utf8.count)
        // The first three digits of an identity number are a province, 001 to 096 (Circular 59/2021/TT-BCA).
        if digits.utf8.count == 12 { return digits.hasPrefix("0") && lengths.allSatisfy { $0 >= 3 } }
        return lengths == [3, 3, 3] && !isAmount(digits, before: groups[parts.upperBound].range.upperBound)
    }

    private func isAmount(_ digits: String, before place: Int) -> Bool {
        if digits.hasPrefix("0") { return false }
        if digits.hasSuffix("000") { return true }
        let rest = scalars[place...].drop { $0 == " " || $0 == "\u{A0}" }
        let word = rest.prefix(6).prefix {
            $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
        }
        return ["đ", "đồng", "dong", "vnd", "vnđ"].contains(String(String.UnicodeScalarView(word)).lowercased())
    }

    /// "21/11/2026", "9.11.2026".
    private func isDate(_ first: Int) -> Bool {
        let (day, month, year) = (groups[first], groups[first + 1], groups[first + 2])
        let between = [day.range.upperBound..<month.range.lowerBound, month.range.upperBound..<year.range.lowerBound]
        return day.digits.utf8.count <= 2 && 1...31 ~= Int(day.digits) ?? 0 && month.digits.utf8.count <= 2
            && 1...12 ~= Int(month.digits) ?? 0 && year.digits.utf8.count == 4
            && ["19", "20"].contains(year.digits.prefix(2))
            && between.allSatisfy { $0.count == 1 && "./-".unicodeScalars.contains(scalars[$0.lowerBound]) }
            && scalars[between[0].lowerBound] == scalars[between[1].lowerBound]
    }

    /// Whether only what people part numbers with stands before this group: not a letter, a colon or a new line.
    private func isJoined(_ group: Int) -> Bool {
        let (left, right) = (groups[group - 1], groups[group])
        let between = scalars[left.range.upperBound..<right.range.lowerBound]
        let isLong = left.digits.utf8.count >= 3 && right.digits.utf8.count >= 3
        // "0251/3877 328", but neither "9/11" nor "0,5".
        return between.count <= 4 && between.allSatisfy { $0.joins || isLong && ($0 == "/" || $0 == ",") }
    }
}

extension Unicode.Scalar {
    fileprivate var digit: Unicode.Scalar? {
        switch self {
        case "0"..."9": self
        case "\u{FF10}"..."\u{FF19}": Unicode.Scalar(value - 0xFF10 + 0x30)
        default: nil
        }
    }

    fileprivate var joins: Bool {
        switch self {
        case " ", ".", "-", "(", ")", "\t", "\u{A0}", "\u{AD}", "\u{2000}"..."\u{2015}", "\u{202F}", "\u{2060}",
            "\u{2212}",
            "\u{FEFF}":
            true
        default: false
        }
    }
}

extension String {
    /// Digits that the phone field would take, or would ask to confirm; nine of them may be anything.
    fileprivate var isPhone: Bool {
        guard 10...14 ~= utf8.count, hasPrefix("0") || hasPrefix("84") else { return false }
        switch Result(catching: { () throws(Phone.Problem) in try Phone(typed: self) }) {
        case .success, .failure(.outdated): return true
        case .failure: return false
        }
    }
}
