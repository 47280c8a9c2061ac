/// What a table would do, line by line, before anything is done: each line new, changed, the same or refused.
package struct ImportPlan: Sendable {
    package enum State: Hashable, Sendable {
        case new, changed, same
        /// Why; the other lines go on without it.
        case refused(String)
    }

    package struct Row: Sendable, Hashable {
        package let line: Int
        package let name: String
        package let state: State
        /// What is done, in sentences.
        package let details: [String]
    }

    package private(set) var rows: [Row] = []
    /// As they shall stand afterwards.
    package private(set) var officials: [Official] = []
    package private(set) var added: [Posting] = []
    package private(set) var removed: [Posting] = []

    package func count(_ isWanted: (State) -> Bool) -> Int { rows.count { isWanted($0.state) } }
    package var refused: Int { count { if case .refused = $0 { true } else { false } } }
    package var isEmpty: Bool { officials.isEmpty && added.isEmpty && removed.isEmpty }
    /// Changes when what would be done changes: the page says it back, so nothing else is done than was shown.
    package var fingerprint: String {
        var text = ""
        for row in rows { text += "\(row.line)|\(row.state)|\(row.details)\n" }
        return Base64URL.encode(Array(SecretToken(text: text).hash.prefix(12)))
    }

    package init(_ sheet: ImportSheet, in directory: Directory, today: LocalDay, scope: Scope) {
        var desk = ImportDesk(directory: directory, sheet: sheet, today: today, scope: scope)
        for line in sheet.lines {
            let name = sheet.value(.name, of: line) ?? sheet.value(.id, of: line) ?? ""
            do throws(ImportProblem) {
                let (state, details) = try desk.take(line)
                rows.append(Row(line: line.number, name: name, state: state, details: details))
            } catch {
                rows.append(Row(line: line.number, name: name, state: .refused(error.words), details: []))
            }
        }
        let before = directory.configuration
        officials = desk.officials.filter { directory.official($0.id) != $0 }
        added = desk.postings.filter { !before.postings.contains($0) }
        removed = before.postings.filter { !desk.postings.contains($0) }
    }
}

/// Why a line is refused.
struct ImportProblem: Error {
    let words: String

    init(_ words: String) { self.words = words }
}
