import Foundation

/// Which lines somebody wants to see; what is nil is not asked for.
package struct EntryFilter: Sendable, Hashable {
    package var kind: Entry.Kind?
    /// "user:7", "citizen", "system".
    package var actor: String?
    /// "case:12".
    package var subject: String?
    package var from: LocalDay?
    /// The last day.
    package var to: LocalDay?

    package init(
        kind: Entry.Kind? = nil, actor: String? = nil, subject: String? = nil, from: LocalDay? = nil,
        to: LocalDay? = nil
    ) {
        self.kind = kind
        self.actor = actor
        self.subject = subject
        self.from = from
        self.to = to
    }

    package var isEmpty: Bool { self == EntryFilter() }
}

/// The end of the chain at some time. Printed on paper it seals every line up to it: whoever rewrites the journal
/// from somewhere cannot rewrite the paper.
package struct JournalSeal: Sendable, Hashable {
    /// The line's id, which is also how many lines there are up to it.
    package let line: Int64
    package let hash: [UInt8]

    package init(line: Int64, hash: [UInt8]) {
        self.line = line
        self.hash = hash
    }

    /// 64 hexadecimal digits.
    package var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension Reading {
    /// The last line that was written within a month; nil when none was.
    /// Lines are numbered without gaps in the order of time, so twenty looks find it among a million.
    package func lastHash(of month: Month) throws -> JournalSeal? {
        let (start, end) = (month.firstDay.start, month.next.firstDay.start)
        var (low, high) = (Int64(0), try lastEntryID())
        while low < high {
            let middle = (low + high + 1) / 2
            // A missing line is for `verify` to tell; here it counts as too late.
            if let entry = try entry(id: middle), entry.at < end { low = middle } else { high = middle - 1 }
        }
        guard let last = try entry(id: low), last.at >= start, last.at < end else { return nil }
        return JournalSeal(line: last.id, hash: last.hash)
    }
}
