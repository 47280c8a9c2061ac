/// Something broke on our side. The visitor gets a sentence and a number; the log has the rest under that number.
package struct FaultPage: Page {
    package static let template = "fault"

    let incident: String

    package init(incident: String) { self.incident = incident }
}
