package import Foundation

/// Who looked at what, in a stretch of time: asked about an incident, and kept for whoever checks.
package struct AccessLog: Sendable {
    /// The lines of the journal that say that somebody came in, looked at or took out personal data.
    package static let kinds: [Entry.Kind] = [
        .signedIn, .signedOut, .phoneRevealed, .callBegun, .callEnded, .exported, .accessLogExported,
        .dataRequestAnswered, .commentCorrected, .phoneForgotten, .phonesErased, .dataErased,
        .ratingsExported,
    ]
    /// Lines on a page and in a file.
    package static let longest = 50_000

    /// [from, to).
    package var from: Date
    package var to: Date
    package var entries: [Entry]
    /// Names of the users, by the actor's label ("user:7").
    package var names: [String: String]

    package init(from: Date, to: Date, entries: [Entry], names: [String: String]) {
        self.from = from
        self.to = to
        self.entries = entries
        self.names = names
    }
}

extension Reading {
    /// - Parameter limit: lines; the oldest of the stretch.
    package func accessLog(from: Date, to: Date, limit: Int = AccessLog.longest) throws -> AccessLog {
        let entries = try entries(from: from, to: to, kinds: AccessLog.kinds, limit: limit)
        return AccessLog(from: from, to: to, entries: entries, names: try names(of: Set(entries.map(\.actor))))
    }
}

extension Writing {
    /// Taking the access log out of the house is itself an access.
    package func exportAccessLog(from: Date, to: Date) throws -> AccessLog {
        let log = try accessLog(from: from, to: to)
        try self.log(
            .accessLogExported, about: "access-log",
            "from=\(LocalDay(from)) to=\(LocalDay(to)) lines=\(log.entries.count)")
        return log
    }
}
