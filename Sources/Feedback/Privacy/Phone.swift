import Foundation

/// A Vietnamese phone number, proven and normalised (Phones.md). It cannot be printed by accident:
/// its description is a mask, and only `digits` gives the number.
package struct Phone: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// National form with the leading 0: ten digits for a mobile number, eleven for a landline.
    package let digits: String

    package enum Problem: Error, Hashable, Sendable {
        /// Nothing was typed.
        case empty
        /// Not a number at which a person in Viet Nam can be reached.
        case wrong
        /// An eleven-digit mobile number of before 2019; this is what it became.
        case outdated(Phone)
    }

    /// - Throws: `Problem`. Any spacing, +84 and full-width digits are accepted.
    package init(typed: String) throws(Problem) {
        var digits = try Self.digits(of: typed)
        guard !digits.isEmpty else { throw .empty }
        if digits.count == 11 || digits.count == 12 || digits.count == 13, digits.hasPrefix("84") {
            digits = "0" + digits.dropFirst(2)
        }
        if digits.hasPrefix("00") { digits.removeFirst() }
        if digits.count == 9, let first = digits.first, "35789".contains(first) { digits = "0" + digits }
        if let renewed = Self.renewed(digits) { throw .outdated(Phone(proven: renewed)) }
        guard Self.isMobile(digits) || Self.isLandline(digits) else { throw .wrong }
        self.digits = digits
    }

    /// For numbers that were proven before they were kept.
    package init(proven digits: String) { self.digits = digits }

    /// "+84912345678".
    package var e164: String { "+84" + digits.dropFirst() }
    /// "090•••123", what staff see.
    package var masked: String { "\(digits.prefix(3))•••\(digits.suffix(3))" }
    /// "0912 345 678", groups of 4-3-3.
    package var grouped: String {
        let rest = digits.dropFirst(4)
        return "\(digits.prefix(4)) \(rest.prefix(rest.count - 3)) \(rest.suffix(3))"
    }
    package var description: String { masked }
    package var debugDescription: String { masked }

    /// A made-up looking number is taken, and flagged: same digit seven times over, or a run.
    package var looksInvented: Bool {
        let tail = Array(digits.utf8.suffix(7))
        let steps = Set(zip(tail, tail.dropFirst()).map { Int($1) - Int($0) })
        return steps == [0] || steps == [1] || steps == [-1]
    }
}

extension Phone {
    /// Digits only, "+84" and "0084" read as 0. Blanks, dots, hyphens, slashes, brackets and invisible marks go.
    private static func digits(of typed: String) throws(Problem) -> String {
        guard typed.utf8.count <= 96 else { throw .wrong }
        let text = typed.utf8.allSatisfy { $0 < 128 } ? typed : typed.precomposedStringWithCompatibilityMapping
        var result = ""
        var international = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": result.unicodeScalars.append(scalar)
            case "+":
                guard result.isEmpty, !international else { throw .wrong }
                international = true
            case " ", ".", "-", "/", "(", ")", "[", "]", "\t", "\u{A0}", "\u{2010}"..."\u{2015}", "\u{2212}": continue
            case _ where scalar.properties.generalCategory == .format || scalar.properties.isWhitespace: continue
            default: throw .wrong
            }
        }
        if result.hasPrefix("0084") {
            result.removeFirst(4)
        } else if international {
            guard result.hasPrefix("84") else { throw .wrong }
            result.removeFirst(2)
        } else {
            return result
        }
        guard !result.isEmpty else { throw .wrong }
        return result.hasPrefix("0") ? result : "0" + result
    }

    /// `^0(?:3|5|7|8|9)\d{8}$`: lenient on ranges that are not allocated yet, strict on the length.
    private static func isMobile(_ digits: String) -> Bool {
        digits.utf8.count == 10 && digits.hasPrefix("0") && digits.dropFirst().first.map("35789".contains) ?? false
            && Set(digits.utf8).count > 1
    }

    /// Area codes in force since 2017; source: libphonenumber, resources/metadata/84/ranges.csv.
    private static let areas: Set<String> = Set(
        [203...216, 218...222, 225...229, 232...239, 251...252, 254...263, 269...277, 290...294, 296...297, 299...299]
            .flatMap { $0.map(String.init) })

    private static func isLandline(_ digits: String) -> Bool {
        guard digits.utf8.count == 11, digits.hasPrefix("02") else { return false }
        let area = digits.dropFirst().prefix(3)
        if area.hasPrefix("24") { return "2345678".contains(area.suffix(1)) }
        if area.hasPrefix("28") { return "23456789".contains(area.suffix(1)) }
        return areas.contains(String(area))
    }

    /// Eleven-digit mobile prefixes that ended on 30/6/2019 and what they became (Phones.md).
    private static let renewals: [String: String] = [
        "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037", "0168": "038",
        "0169": "039", "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078", "0123": "083",
        "0124": "084", "0125": "085", "0127": "081", "0129": "082", "0186": "056", "0188": "058", "0199": "059",
    ]

    private static func renewed(_ digits: String) -> String? {
        guard digits.utf8.count == 11, let prefix = renewals[String(digits.prefix(4))] else { return nil }
        return prefix + digits.dropFirst(4)
    }
}
