package import Foundation

/// What a store says about written reports.
package protocol ReportReading {
    /// Every text that was ever written into it, oldest first.
    func reportTexts(of subject: ReportSubject) throws -> [ReportText]
    /// By number.
    func reportEditions(of subject: ReportSubject) throws -> [ReportEdition]
    /// Reports of these periods that somebody wrote into or froze.
    /// - Parameter periods: as in addresses.
    func reportStates(of periods: [String]) throws -> [ReportState]
    /// Of these periods, those that were ever published, without their figures.
    func publicity(of periods: [Period]) throws -> [Period: Publicity]
    /// What became by `asOf` of the cases that were raised in these days, by unit and category, without their names.
    func caseOutcomes(days: ClosedRange<LocalDay>, scope: Scope, asOf: Date) throws -> [CaseOutcome]
    func lastReportReminder() throws -> Month?
}

/// What a store does for written reports.
package protocol ReportWriting {
    func insertReportText(_ text: ReportText, into subject: ReportSubject) throws
    /// - Returns: the id.
    func insertReportEdition(_ edition: ReportEdition) throws -> Int64
    /// - Parameter month: whose report the mails were about.
    func insertReportReminder(of month: Month, mails: Int) throws
}
