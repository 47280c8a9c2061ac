import Feedback
import Foundation

extension Directory {
    /// With a notice that was changed once.
    static let sampleWithNotices: Directory = {
        let configuration = KioskConfiguration.sample
        let first = NoticeText.usual.filled(for: configuration, periods: [])
        let second = NoticeText.usual.filled(
            for: configuration, periods: [RetentionPeriod(purpose: .phone, days: 60)])
        let start = SampleRating.moment.addingTimeInterval(-90 * 86_400)
        let notices = [(1, first, start), (2, second, SampleRating.moment)].map { id, text, since in
            PrivacyNotice(
                id: id, since: since, actor: id == 1 ? "system" : "user:9", text: text, source: nil, hash: text.hash)
        }
        return Directory(configuration: configuration, codes: [], version: 1, notices: notices)
    }()
}
