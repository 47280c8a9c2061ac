import Foundation
import Yams

/// A node of YAML with its place, read into values by asking. A wrong answer is noted among the findings and replaced by
/// a stand-in, so that one pass reports everything; the stand-ins go no further, because findings end in an error.
struct Reader {
    let node: Node
    let place: Place
    let findings: Findings

    func fault(_ message: String) { findings.add(place, message) }

    /// Reads a mapping; keys that `body` never asked for are unknown ones.
    func keys<Value>(_ body: (Keys) -> Value) -> Value {
        guard let mapping = node.mapping else {
            fault("cần các cặp “khóa: giá trị”")
            return body(Keys(nil, place: place, findings: findings))
        }
        let keys = Keys(mapping, place: place, findings: findings)
        let value = body(keys)
        keys.finish()
        return value
    }

    /// The elements of a list; empty with a fault if it is none.
    func elements() -> [Reader] {
        guard let sequence = node.sequence else {
            fault("cần một danh sách (mỗi dòng bắt đầu bằng “- ”)")
            return []
        }
        return sequence.enumerated().map { index, element in
            let name = element.mapping?["id"]?.scalar?.string ?? "#\(index + 1)"
            let line = element.mark?.line ?? place.line
            return Reader(
                node: element, place: Place(file: place.file, line: line, key: "\(place.key)[\(name)]"),
                findings: findings)
        }
    }

    /// Text in one line. Numbers and yes/no must be quoted, as other tools that read the file would see no text.
    func text() -> String {
        guard let scalar = node.scalar else {
            fault("cần chữ")
            return ""
        }
        let text = scalar.string.precomposedStringWithCanonicalMapping
        switch PlainScalar(scalar) {
        case .null: fault("thiếu giá trị")
        case .bool, .number: fault("cần chữ; hãy đặt trong dấu nháy: \"\(text)\"")
        case .text where text.allSatisfy(\.isWhitespace): fault("không được để trống")
        case .text where text.unicodeScalars.contains { $0.properties.generalCategory == .control }:
            fault("phải nằm trên một dòng, không có ký tự điều khiển")
        case .text: return text
        }
        return ""
    }

    /// Letters a-z, digits and . _ - between them, at most 64: ids stand in addresses and form fields.
    func id() -> String {
        let text = text()
        guard !text.isEmpty else { return "" }
        let good = text.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        if good && text.utf8.count <= 64 && text.first?.isPunctuation == false { return text }
        fault("mã chỉ gồm chữ không dấu, chữ số, “-”, “_”, “.”, dài tối đa 64, ví dụ phong-tu-phap")
        return ""
    }

    func whole(in range: ClosedRange<Int>) -> Int {
        if let scalar = node.scalar, PlainScalar(scalar) == .number, let number = Int(scalar.string),
            range.contains(number)
        {
            return number
        }
        fault("cần một số nguyên từ \(range.lowerBound) đến \(range.upperBound)")
        return range.lowerBound
    }

    func yesOrNo() -> Bool {
        if let scalar = node.scalar, case .bool(let value) = PlainScalar(scalar) { return value }
        fault("cần true hoặc false")
        return false
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>() -> Choice? {
        let text = node.scalar?.string ?? ""
        if let choice = Choice(rawValue: text) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        let near = Similar.nearest(to: text, in: words).map { "; có phải “\($0)”?" } ?? ""
        fault("cần một trong: \(words.joined(separator: ", "))\(near)")
        return nil
    }
}
