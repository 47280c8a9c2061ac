import Feedback
package import Foundation

/// What comes in, as it comes in.
///
/// The page names the stream in `data-stream` (`/office/live/events?after=ID`) and office.js listens to:
/// - `event: card`, `id: <journal entry>`, `data: <LiveCard's HTML>`: put on top, unless it is there already;
/// - `event: resync`: the gap is too old to be replayed; the page is loaded again;
/// - `event: beat`, every 15 seconds: nothing happened, the line is alive.
package struct LivePage: Page {
    package static let template = "office-live"
    /// Cards on the page at most; the script drops the oldest beyond that.
    package static let length = 50

    let header: Header
    let stream: String
    let cards: [LiveCard]
    let isEmpty: Bool
    /// The variant without script: the browser loads the page again by itself.
    let refreshes: Bool
    let length: String
    let time: String

    /// - Parameters:
    ///   - cards: newest first.
    ///   - lastEntry: the newest journal line this page has seen.
    ///   - refreshes: true for /office/live/latest.
    package init(_ frame: Frame, cards: [LiveCard], lastEntry: Int64, refreshes: Bool, now: Date) {
        header = Header(frame, title: "Trực tiếp")
        stream = "/office/live/events?after=\(lastEntry)"
        self.cards = cards
        isEmpty = cards.isEmpty
        self.refreshes = refreshes
        length = String(Self.length)
        time = Formats.time(now)
    }
}
