/// A piece of a notice: a heading, a paragraph or a list. Reads the light marks of `NoticeText`.
struct NoticeBlock: Sendable {
    let heading: String?
    let paragraph: String?
    let isList: Bool
    let items: [String]

    static func all(of text: String) -> [NoticeBlock] {
        var blocks: [NoticeBlock] = []
        var items: [String] = []
        var lines: [String] = []
        func close() {
            if !items.isEmpty {
                blocks.append(NoticeBlock(heading: nil, paragraph: nil, isList: true, items: items))
            }
            if !lines.isEmpty {
                blocks.append(
                    NoticeBlock(heading: nil, paragraph: lines.joined(separator: " "), isList: false, items: []))
            }
            (items, lines) = ([], [])
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## ") {
                close()
                blocks.append(
                    NoticeBlock(heading: String(line.dropFirst(3)), paragraph: nil, isList: false, items: []))
            } else if line.hasPrefix("- ") {
                if !lines.isEmpty { close() }
                items.append(String(line.dropFirst(2)))
            } else if line.allSatisfy(\.isWhitespace) {
                close()
            } else {
                if !items.isEmpty { close() }
                lines.append(String(line))
            }
        }
        close()
        return blocks
    }
}
