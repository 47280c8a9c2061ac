package import Feedback

/// Something broke on our side. The visitor gets a sentence and a number; the log has the rest under that number.
package struct FaultPage: Page {
    package static let template = "fault"

    let authority: AuthorityLines?
    let incident: String

    /// - Parameter directory: nil when even that cannot be had.
    package init(incident: String, directory: Directory? = nil) {
        authority = directory.map(AuthorityLines.init)
        self.incident = incident
    }
}
