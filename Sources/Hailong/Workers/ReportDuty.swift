import Feedback
import Foundation

/// Tells home affairs on the first working day of a month that the draft of the last one waits.
struct ReportDuty: Duty {
    let store: any Store
    let world: any World
    var name: String { "report reminders" }

    func attend() async throws -> Date? {
        let due = try await store.read { try $0.nextReportReminder() }
        guard due <= world.now() else { return due }
        _ = try await store.write(as: .system) { try $0.remindOfReports() }
        return try await store.read { try $0.nextReportReminder() }
    }
}
