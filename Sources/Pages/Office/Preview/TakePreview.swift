import Feedback
import Foundation

extension OfficePreview {
    /// What the link of a mail leads to: before anybody took the case on, and after.
    static var taking: [(name: String, page: any Page)] {
        let now = SampleRating.moment.addingTimeInterval(2_400)
        return [
            (
                "office-take",
                TakePage(
                    .sampleOfHead(.cases), alert: SampleRating.alert(.opened),
                    steps: Array(SampleRating.answered.prefix(1)), now: now)
            ),
            (
                "office-take-late",
                TakePage(
                    .sampleOfHead(.cases), alert: SampleRating.alert(.acknowledged),
                    steps: Array(SampleRating.answered.prefix(2)), now: now.addingTimeInterval(30 * 86_400))
            ),
        ]
    }
}
