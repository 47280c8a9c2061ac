package import Feedback
package import Foundation

/// A new bad rating on the live page: the server draws it into the page and sends it down the event stream, the same.
package struct LiveCard: Page {
    package static let template = "office-live-card"

    let id: String
    let number: String
    let href: String
    let category: String
    let moment: String
    /// For the machine: `<time datetime>`.
    let machineTime: String
    let due: String
    let state: String
    let isOpen: Bool
    let rating: RatingText

    /// - Parameter entry: the journal line that told of the alert, and the event's id.
    package init(entry: Int64, alert: Alert, rating: Rating, directory: Directory, now: Date) {
        id = "event-\(entry)"
        number = alert.number
        href = "/office/cases/\(alert.id)"
        category =
            directory.configuration.alerts.categories.first { $0.id == alert.category }?.name ?? alert.category.rawValue
        moment = "\(Formats.time(alert.raisedAt)), \(Formats.shortDay(LocalDay(alert.raisedAt)))"
        machineTime = MachineTime.text(alert.raisedAt)
        due = alert.isOpen ? DueText(directory).words(alert.dueAt, now: now) : ""
        state = alert.step.words
        isOpen = alert.isOpen
        self.rating = RatingText(rating, in: directory)
    }
}

/// "2026-11-21T14:05:09+07:00", for `<time datetime>` and files.
enum MachineTime {
    static func text(_ moment: Date) -> String {
        let seconds = Month.localSeconds(moment) % 86_400
        let parts = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(LocalDay(moment))T\(parts.joined(separator: ":"))+07:00"
    }
}
