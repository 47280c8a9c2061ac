/// The first sheet of an .xlsx (ECMA-376, part 1, 18): shared and inline words, numbers, and what formulas last gave.
/// Nothing is calculated, and no other part of the file is looked at.
struct Workbook {
    private let archive: ZipArchive

    init(_ bytes: [UInt8]) throws(GridFault) { archive = try ZipArchive(bytes) }

    func firstSheet() throws(GridFault) -> Grid {
        guard let main = try archive.file("xl/workbook.xml") else { throw .noSheet }
        var relation: String?
        var countsFrom1904 = false
        try each(main) { event throws(GridFault) in
            guard case .start(let name, let attributes) = event else { return }
            if name == "sheet", relation == nil { relation = attributes["id"] }
            if name == "workbookPr" { countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
        }
        guard let relation, let sheet = try archive.file(path(of: relation)) else { throw .noSheet }
        var grid = try Sheet(words: words()).read(sheet)
        grid.countsFrom1904 = countsFrom1904
        return grid
    }

    /// Where the workbook says that a part of it stands.
    private func path(of relation: String) throws(GridFault) -> String {
        var target: String?
        if let relations = try archive.file("xl/_rels/workbook.xml.rels") {
            try each(relations) { event throws(GridFault) in
                guard case .start("Relationship", let attributes) = event, attributes["Id"] == relation else { return }
                target = attributes["Target"]
            }
        }
        guard let target else { throw .noSheet }
        return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }

    /// The words that cells share, in the order of their numbers. How to pronounce them is left out.
    private func words() throws(GridFault) -> [String] {
        guard let table = try archive.file("xl/sharedStrings.xml") else { return [] }
        var words: [String] = []
        var (isWord, isSound) = (false, false)
        try each(table) { event throws(GridFault) in
            switch event {
            case .start("si", _): words.append("")
            case .start("t", _): isWord = true
            case .end("t"): isWord = false
            case .start("rPh", _): isSound = true
            case .end("rPh"): isSound = false
            case .text(let text) where isWord && !isSound && !words.isEmpty: words[words.count - 1] += text
            default: break
            }
        }
        return words
    }

    private func each(_ file: [UInt8], _ take: (XMLEvents.Event) throws(GridFault) -> Void) throws(GridFault) {
        var events = XMLEvents(file)
        while let event = try events.next() { try take(event) }
    }
}

/// Reads the cells of one sheet.
private struct Sheet {
    let words: [String]
    private var grid = Grid()
    private var line = 0
    private var cells: [Grid.Cell] = []
    private var column = 0
    private var nextColumn = 0
    private var kind = ""
    private var text = ""
    private var isValue = false
    private var isSound = false

    init(words: [String]) { self.words = words }

    consuming func read(_ file: [UInt8]) throws(GridFault) -> Grid {
        var events = XMLEvents(file)
        while let event = try events.next() { try take(event) }
        return grid
    }

    private mutating func take(_ event: XMLEvents.Event) throws(GridFault) {
        switch event {
        case .start("row", let attributes):
            let number = attributes["r"].flatMap { Int($0) } ?? line + 1
            guard number > line, number <= 1_048_576 else { throw .brokenXML }
            (line, cells, nextColumn) = (number, [], 0)
        case .end("row"):
            try grid.append(line, cells)
        case .start("c", let attributes):
            column = try attributes["r"].map(Self.column) ?? nextColumn
            nextColumn = column + 1
            (kind, text) = (attributes["t"] ?? "n", "")
        case .start("v", _), .start("t", _): isValue = true
        case .end("v"), .end("t"): isValue = false
        case .start("rPh", _): isSound = true
        case .end("rPh"): isSound = false
        case .text(let part) where isValue && !isSound: text += part
        case .end("c"): try put(cell())
        default: break
        }
    }

    private mutating func put(_ cell: Grid.Cell) throws(GridFault) {
        guard cell != .empty else { return }
        guard column < Grid.widestLine else { throw .tooWide(line: line) }
        while cells.count <= column { cells.append(.empty) }
        cells[column] = cell
    }

    private func cell() throws(GridFault) -> Grid.Cell {
        switch kind {
        case "n":
            // A day in ISO form is one that somebody typed as text; what is not a number is kept as it stands.
            guard let number = Double(text), number.isFinite else { return try words(text) }
            return .number(number)
        case "s":
            guard let index = Int(text), words.indices.contains(index) else { throw .brokenXML }
            return try words(words[index])
        default:
            return try words(text)
        }
    }

    private func words(_ text: String) throws(GridFault) -> Grid.Cell {
        guard text.unicodeScalars.count <= Grid.longestCell else { throw .tooLongCell(line: line) }
        var rest = text[...].drop(while: \.isWhitespace)
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        return rest.isEmpty ? .empty : .text(String(rest))
    }

    /// "AB12" → 27.
    private static func column(_ reference: String) throws(GridFault) -> Int {
        var column = 0
        for byte in reference.utf8 {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { break }
            column = column * 26 + Int(byte - 64)
            guard column <= 16_384 else { throw .brokenXML }
        }
        guard column > 0 else { throw .brokenXML }
        return column - 1
    }
}
