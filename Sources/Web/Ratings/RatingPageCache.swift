import Feedback
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Synchronization

/// The rating page of each desk, drawn and compressed once for each half of a day; a request puts its visit
/// token in.
///
/// What is kept holds for one version of the directory and one half of a day, because the shift on duty changes at
/// midnight and at noon, and codes and substitutes change with the directory. It never grows beyond the codes in force.
final class RatingPageCache: Sendable {
    private struct Kept {
        var version = -1
        var shift = Int.min
        var pages: [String: PreparedPage] = [:]
    }

    private let fields: HTTPFields
    private let openings: OpeningCounts
    private let kept = Mutex(Kept())

    /// - Parameter fields: the headers of a citizen's page.
    init(fields: HTTPFields, openings: OpeningCounts) {
        self.fields = fields
        self.openings = openings
    }

    /// - Parameter typed: the code as it stands in the address.
    /// - Throws: `Refusal` for a code without a page.
    func page(_ typed: String, directory: Directory, now: Date) throws -> PreparedPage {
        if let page = drawn(typed, directory: directory, now: now) { return page }
        let (version, shift) = (directory.version, Self.shift(now))
        guard let code = DeskCode(typed) else { throw Refusal.notFound }
        let desk = try directory.open(code, on: LocalDay(now)).id
        let shell = try RatingPage.shell(
            code: code, directory: directory, day: LocalDay(now), half: DayHalf(now))
        let page = PreparedPage(
            code: code, prefix: shell.prefix, suffix: shell.suffix, fields: fields,
            openings: openings.counter(of: desk, on: LocalDay(now)))
        kept.withLock { kept in
            if kept.version != version || kept.shift != shift { kept = Kept(version: version, shift: shift) }
            // Under the code itself only: as it is printed, and bounded by what exists.
            kept.pages[code.rawValue] = page
        }
        return page
    }

    /// The page of a code as it is printed, if it was drawn already.
    func drawn(_ typed: String, directory: Directory, now: Date) -> PreparedPage? {
        let (version, shift) = (directory.version, Self.shift(now))
        return kept.withLock { $0.version == version && $0.shift == shift ? $0.pages[typed] : nil }
    }

    /// Half days of the calendar in Viet Nam, since 1970.
    private static func shift(_ now: Date) -> Int { Month.localSeconds(now) / 43_200 }
}
