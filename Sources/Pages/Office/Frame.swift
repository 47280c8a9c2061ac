package import Feedback

/// What every office page knows about whoever reads it.
package struct Frame: Sendable {
    package var user: User
    package var rights: Rights
    package var directory: Directory
    /// The session's token, carried by every form as `token`.
    package var formToken: String
    package var section: Section
    /// Lines in red on every page: what is wrong with the machine ("Thư chưa được cấu hình …").
    package var notices: [String]

    package init(
        user: User, rights: Rights, directory: Directory, formToken: String, section: Section, notices: [String] = []
    ) {
        self.user = user
        self.rights = rights
        self.directory = directory
        self.formToken = formToken
        self.section = section
        self.notices = notices
    }
}

/// The parts of the office, in the order of the navigation.
package enum Section: String, Sendable, CaseIterable {
    case home, live, month, cases, cards, people

    var title: String {
        switch self {
        case .home: "Tổng quan"
        case .live: "Trực tiếp"
        case .month: "Theo tháng"
        case .cases: "Vụ việc"
        case .cards: "Thẻ QR"
        case .people: "Tài khoản"
        }
    }

    var path: String {
        switch self {
        case .home: "/office"
        case .live: "/office/live"
        case .month: "/office/months"
        case .cases: "/office/cases"
        case .cards: "/office/cards"
        case .people: "/office/people"
        }
    }

    /// What somebody may not see is not offered.
    func isFor(_ rights: Rights) -> Bool {
        switch self {
        case .home, .month: true
        case .live, .cases: rights.readsRatings
        case .cards: true
        case .people: rights.managesSystem
        }
    }
}
