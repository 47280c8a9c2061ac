/// What somebody is in the authority. Which rights that gives stands in one table, `rights`.
package enum Role: String, Sendable, Codable, CaseIterable {
    case administrator, homeAffairs, leadership, head, oneStopLead, official, paperEntry, interviewer, verifier
    case supervisor, dataProtection

    package var words: String {
        switch self {
        case .administrator: "Quản trị hệ thống"
        case .homeAffairs: "Phòng Nội vụ"
        case .leadership: "Lãnh đạo UBND"
        case .head: "Thủ trưởng đơn vị"
        case .oneStopLead: "Trưởng Bộ phận Một cửa"
        case .official: "Công chức"
        case .paperEntry: "Nhập liệu phiếu giấy"
        case .interviewer: "Điều tra viên"
        case .verifier: "Phúc tra viên"
        case .supervisor: "Giám sát"
        case .dataProtection: "Phụ trách bảo vệ dữ liệu cá nhân"
        }
    }

    /// Whether the role is over the whole authority when no unit is named. The others are over nothing then.
    package var coversAll: Bool {
        switch self {
        case .head, .oneStopLead, .official: false
        default: true
        }
    }

    package var rights: Set<Right> {
        switch self {
        case .administrator:
            [
                .enter, .ownAccount, .seeFigures, .seeReports, .printCards, .changeCodes, .editDirectory,
                .manageAccounts, .manageTokens, .readJournal,
            ]
        case .homeAffairs:
            [
                .enter, .ownAccount, .seeFigures, .readRatings, .seeCases, .takeCases, .answerCases, .revealPhones,
                .seeReveals, .arrangeShifts, .printCards, .changeCodes, .editDirectory, .countDossiers, .seeReports,
                .writeReports, .exportRatings, .manageTokens,
            ]
        case .leadership: [.enter, .ownAccount, .seeFigures, .seeCases, .takeCases, .seeReports, .publish]
        case .head:
            [
                .enter, .ownAccount, .seeFigures, .readRatings, .seeCases, .takeCases, .answerCases, .revealPhones,
                .seeReveals, .arrangeShifts, .printCards, .countDossiers, .seeReports,
            ]
        case .oneStopLead:
            [.enter, .ownAccount, .seeFigures, .arrangeShifts, .printCards, .changeCodes, .countDossiers]
        case .official: [.enter, .ownAccount, .seeOwnFigures]
        case .paperEntry, .interviewer, .verifier: [.enter, .ownAccount]
        case .supervisor: [.enter, .ownAccount, .seeFigures, .seeReports, .readJournal]
        case .dataProtection: [.enter, .ownAccount, .readJournal, .answerDataRequests, .seeReveals]
        }
    }
}

/// Something that may be done; each route of the office asks for one.
package enum Right: String, Sendable, CaseIterable {
    /// The own home page: whoever has a role.
    case enter
    /// The own account and the way out: whoever has an account, also before a second step that is asked for is set up.
    case ownAccount
    /// Aggregates.
    case seeFigures
    /// Of oneself, delayed and never of few.
    case seeOwnFigures
    /// Single ratings and what people wrote.
    case readRatings
    /// That there is a case, its state and its deadline.
    case seeCases
    /// "I have seen it."
    case takeCases
    /// Say what was found and done, and close.
    case answerCases
    /// With a reason that is kept.
    case revealPhones
    /// Who looked at a number, and why.
    case seeReveals
    /// Who sits where.
    case arrangeShifts
    case printCards
    /// A fresh code for a desk, or none.
    case changeCodes
    /// Units, desks, officials, fields, procedures.
    case editDirectory
    case manageAccounts
    /// Keys by which other programs read: each with no more than whoever makes it may read (`TokenReach`).
    case manageTokens
    case readJournal
    /// How many dossiers a desk handled: the base of the response rate.
    case countDossiers
    /// The written reports, drafts included.
    case seeReports
    /// Write their texts, freeze their figures, amend them.
    case writeReports
    /// Show figures to everybody, withdraw and correct them.
    case publish
    /// Single ratings as a file, without phones.
    case exportRatings
    /// Requests about one's own data, incidents, what was erased.
    case answerDataRequests
}
