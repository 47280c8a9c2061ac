/// CSV as spreadsheets write it: UTF-8 with or without a mark, cells parted by `,`, `;` or TAB, quotes doubled inside
/// quotes, lines ended by CR LF, LF or CR (RFC 4180 and what Excel makes of it).
enum CSVReader {
    static func read(_ bytes: [UInt8]) throws(GridFault) -> Grid {
        let content = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes[3...] : bytes[...]
        guard !content.contains(0), String(validating: content, as: UTF8.self) != nil else { throw .notUTF8 }
        return try read(content, separator: separator(of: content))
    }

    /// The mark that stands most often in the first line, outside quotes.
    private static func separator(of content: ArraySlice<UInt8>) -> UInt8 {
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in content {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0a || byte == 0x0d {
                if counts.contains(where: { $0 > 0 }) { break }
            } else if let index = candidates.firstIndex(of: byte) {
                counts[index] += 1
            }
        }
        let most = counts.max() ?? 0
        return most == 0 ? UInt8(ascii: ",") : candidates[counts.firstIndex(of: most) ?? 2]
    }

    private static let quote = UInt8(ascii: "\"")

    private static func read(_ content: ArraySlice<UInt8>, separator: UInt8) throws(GridFault) -> Grid {
        var grid = Grid()
        var cells: [Grid.Cell] = []
        var cell: [UInt8] = []
        var (line, index) = (1, content.startIndex)

        func end(_ cells: inout [Grid.Cell]) throws(GridFault) {
            let text = trimmed(String(decoding: cell, as: UTF8.self))
            guard text.unicodeScalars.count <= Grid.longestCell else { throw .tooLongCell(line: line) }
            guard cells.count <= Grid.widestLine else { throw .tooWide(line: line) }
            cells.append(text.isEmpty ? .empty : .text(text))
            cell = []
        }

        while index < content.endIndex {
            let byte = content[index]
            index += 1
            switch byte {
            case quote where cell.isEmpty:
                index = try quoted(content, from: index, into: &cell, line: line)
            case separator:
                try end(&cells)
            case 0x0d, 0x0a:
                if byte == 0x0d, index < content.endIndex, content[index] == 0x0a { index += 1 }
                try end(&cells)
                try grid.append(line, cells)
                cells = []
                line += 1
            default:
                cell.append(byte)
            }
        }
        try end(&cells)
        try grid.append(line, cells)
        return grid
    }

    /// - Returns: the place behind the closing quote. Line ends inside become blanks and count as no line.
    private static func quoted(
        _ content: ArraySlice<UInt8>, from start: Int, into cell: inout [UInt8], line: Int
    ) throws(GridFault) -> Int {
        var index = start
        while index < content.endIndex {
            let byte = content[index]
            index += 1
            if byte != quote {
                cell.append(byte == 0x0a || byte == 0x0d ? UInt8(ascii: " ") : byte)
            } else if index < content.endIndex, content[index] == quote {
                cell.append(quote)
                index += 1
            } else {
                return index
            }
        }
        throw .openQuote(line: line)
    }

    /// Without blanks at the ends.
    private static func trimmed(_ text: String) -> String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{feff}" }
        var rest = text[...].drop(while: isBlank)
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return String(rest)
    }
}
