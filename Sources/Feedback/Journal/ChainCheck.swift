/// Walks the chain.
package struct ChainCheck: Sendable {
    /// Lines that were in order.
    package private(set) var lines = 0
    /// The first line that is not as it was written, or not there.
    package private(set) var broken: Int64?
    private var hash: [UInt8] = []
    private var id: Int64 = 0

    package init() {}

    /// The end of what was in order; nil before the first line.
    package var seal: JournalSeal? { lines == 0 ? nil : JournalSeal(line: id, hash: hash) }

    /// - Returns: false at the first line that does not follow from the one before.
    package mutating func take(_ entry: Entry) -> Bool {
        guard entry.id == id + 1, entry.follows(hash) else {
            // A gap: what is wrong is the line that should be here.
            broken = entry.id > id ? id + 1 : entry.id
            return false
        }
        (id, hash, lines) = (entry.id, entry.hash, lines + 1)
        return true
    }

    /// Walks a whole journal, some lines at a time: one long look would keep the write-ahead log from shrinking.
    /// - Parameters:
    ///   - onLine: called for each line that is in order.
    ///   - next: the lines after an id, oldest first; none at the end.
    package static func walk(
        onLine: (Entry) -> Void = { _ in }, _ next: (Int64) async throws -> [Entry]
    ) async throws -> ChainCheck {
        var check = ChainCheck()
        while true {
            let entries = try await next(check.id)
            if entries.isEmpty { return check }
            for entry in entries {
                guard check.take(entry) else { return check }
                onLine(entry)
            }
        }
    }
}
