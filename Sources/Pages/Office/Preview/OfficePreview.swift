import Feedback
import Foundation

/// Every office page, drawn from its samples: for `make preview` and for tests.
package enum OfficePreview {
    /// - Returns: file names without extension, with the page of each.
    package static func pages() -> [(name: String, page: any Page)] {
        people + accounts + journal + homes + figures + cases + taking + phones + shifts + imports + directory
            + reports + PrivacyDeskPreview.pages + OpenPreview.office + interface + comparison + comments
    }

    static let authority = KioskConfiguration.sample.authority.name
    static let token = "c2FtcGxlLWZvcm0tdG9rZW4"
    private static let broken = "Chưa cấu hình máy chủ thư: cảnh báo chỉ được ghi thành tệp .eml trong thư mục dữ liệu."

    private static var people: [(name: String, page: any Page)] {
        [
            ("office-cards", CardsPage(.sampleOfAdministrator(.cards))),
            ("office-cards-head", CardsPage(.sampleOfHead(.cards))),
            (
                "office-message",
                MessagePage(
                    .sample(.cards), title: "Đã cấp mã mới", text: "Quầy 3 có mã mới. Xin in thẻ và thay thẻ cũ.")
            ),
            (
                "office-message-stranger",
                MessagePage(authority: authority, title: "Đã đăng xuất", text: "Ông/Bà đã rời khỏi hệ thống.")
            ),
        ]
    }

    private static var figures: [(name: String, page: any Page)] {
        [
            ("office-home", HomePage(.sample(.home), state: .sample, now: SampleRating.moment)),
            (
                "office-home-broken",
                HomePage(.sample(.home, notices: [broken]), state: .sampleBroken, now: SampleRating.moment)
            ),
            (
                "office-home-administrator",
                HomePage(.sampleOfAdministrator(.home), state: .sample, now: SampleRating.moment)
            ),
        ] + figurePages
    }

    private static var cases: [(name: String, page: any Page)] {
        let now = SampleRating.moment
        let alerts = [
            SampleRating.alert(.opened, id: 124), SampleRating.alert(.acknowledged, bypassesHead: true, id: 121),
            SampleRating.alert(.answered, id: 118),
        ]
        let cards = alerts.map {
            LiveCard(entry: $0.id + 900, alert: $0, rating: SampleRating.bad, directory: .officeSample, now: now)
        }
        return casePages + [
            ("office-live", LivePage(.sample(.live), cards: cards, lastEntry: 1_024, refreshes: false, now: now)),
            ("office-live-latest", LivePage(.sampleOfHead(.live), cards: [], lastEntry: 0, refreshes: true, now: now)),
            ("office-live-card", cards[0]),
        ]
    }
}
