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
    /// Whether there is a mail server: without one, mails end as files in the data folder, and nobody gets any.
    package var mailGoesOut: Bool

    package init(
        user: User, rights: Rights, directory: Directory, formToken: String, section: Section, notices: [String] = [],
        mailGoesOut: Bool = true
    ) {
        self.user = user
        self.rights = rights
        self.directory = directory
        self.formToken = formToken
        self.section = section
        self.notices = notices
        self.mailGoesOut = mailGoesOut
    }
}

/// The parts of the office, in the order of the navigation.
package enum Section: String, Sendable, CaseIterable {
    case home, live, month, comparison, comments, cases, reports, publication, exports, shifts, directory, cards, people
    case privacy, interface, journal
    /// Behind the name at the top, not in the navigation.
    case account

    var title: String {
        switch self {
        case .home: "Tổng quan"
        case .live: "Trực tiếp"
        case .month: "Số liệu"
        case .comparison: "So sánh"
        case .comments: "Ý kiến"
        case .reports: "Báo cáo"
        case .publication: "Công bố"
        case .exports: "Xuất dữ liệu"
        case .interface: "Kết nối"
        case .cases: "Vụ việc"
        case .cards: "Thẻ QR"
        case .people: "Tài khoản"
        case .shifts: "Ca trực"
        case .directory: "Danh mục"
        case .privacy: "Dữ liệu cá nhân"
        case .journal: "Nhật ký"
        case .account: "Tài khoản của tôi"
        }
    }

    var path: String {
        switch self {
        case .home: "/office"
        case .live: "/office/live"
        case .month: "/office/figures"
        case .comparison: "/office/comparison"
        case .comments: "/office/comments"
        case .reports: "/office/reports"
        case .publication: "/office/publication"
        case .exports: "/office/exports"
        case .interface: "/office/interface"
        case .cases: "/office/cases"
        case .cards: "/office/cards"
        case .people: "/office/people"
        case .shifts: "/office/shifts"
        case .directory: "/office/directory"
        case .privacy: "/office/privacy"
        case .journal: "/office/journal"
        case .account: "/office/account"
        }
    }

    /// What somebody may not see is not offered.
    func isFor(_ rights: Rights) -> Bool {
        switch self {
        case .home: true
        case .month: rights.may(.seeFigures)
        case .live: rights.may(.readRatings)
        case .comparison: rights.may(.seeFigures)
        case .comments: rights.may(.readRatings)
        case .reports: rights.may(.seeReports)
        case .publication: rights.may(.publish)
        case .exports: rights.may(.seeFigures)
        case .interface: rights.may(.manageTokens)
        case .cases: rights.may(.seeCases)
        case .cards: rights.may(.printCards)
        case .people: rights.may(.manageAccounts)
        case .shifts: rights.may(.arrangeShifts)
        case .directory: rights.may(.editDirectory)
        case .privacy: rights.may(.answerDataRequests)
        case .journal: rights.scope(of: .readJournal) == .whole
        case .account: false
        }
    }
}
