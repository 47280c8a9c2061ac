import Yams

extension KioskFolder {
    /// The line of a fault in the YAML itself, and what to say about it.
    static func problem(_ error: any Error, in text: String) -> (line: Int, message: String) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            // A key without its colon is noticed lines later; the context knows where it stands.
            let isKey = context?.text.contains("simple key") ?? false
            let line = min(isKey ? context?.mark.line ?? mark.line : mark.line, lastLine(of: text))
            return (line, hint(problem, inLine: line, of: text))
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { "“\($0)”" }.joined(separator: ", ")
            return (
                lineOfSecond(keys.first ?? "", from: context.mark.line, in: text), "khóa \(names) được viết hai lần"
            )
        case YamlError.reader(let problem, let offset, _, _):
            let line = offset.map { text.prefix($0).count(where: \.isNewline) + 1 } ?? 1
            return (line, "ký tự không dùng được trong YAML (\(problem))")
        default:
            return (1, "không đọc được YAML: \(error)")
        }
    }

    /// Where the last text stands: an end that is missing is noticed after it.
    private static func lastLine(of text: String) -> Int {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0) + 1
    }

    /// libyaml's own words, after a hint about what usually lies behind them.
    private static func hint(_ problem: String, inLine line: Int, of text: String) -> String {
        let lines = text.split(separator: "\n", maxSplits: line, omittingEmptySubsequences: false)
        let near = lines.dropFirst(max(0, line - 2)).prefix(2)
        if near.contains(where: { $0.contains("\t") }) {
            return "không dùng phím Tab để thụt dòng, hãy dùng dấu cách (\(problem))"
        }
        return "YAML viết chưa đúng: kiểm tra thụt dòng, dấu hai chấm, dấu nháy ở dòng này và dòng trên (\(problem))"
    }

    /// Yams names the line where the mapping begins; the second of the two keys is the one to mend.
    private static func lineOfSecond(_ key: String, from start: Int, in text: String) -> Int {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        func bare(_ line: Substring) -> (indent: Int, text: Substring) {
            let text = line.drop { $0 == " " || $0 == "-" }
            return (line.count - text.count, text)
        }
        guard lines.indices.contains(start - 1) else { return start }
        let indent = bare(lines[start - 1]).indent
        let found = lines.indices.dropFirst(start - 1).filter {
            let line = bare(lines[$0])
            return line.indent == indent && line.text.hasPrefix("\(key):")
        }
        return found.count > 1 ? found[1] + 1 : start
    }
}
