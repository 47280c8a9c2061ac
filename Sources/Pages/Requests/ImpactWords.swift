import Feedback

extension Right {
    /// In the table of roles, which goes to the ministry: a right without words does not compile.
    var wordsInImpactFile: String {
        switch self {
        case .enter: "Đăng nhập"
        case .ownAccount: "Tài khoản của mình"
        case .seeFigures: "Xem số liệu gộp"
        case .seeOwnFigures: "Xem số liệu của mình"
        case .readRatings: "Đọc từng đánh giá"
        case .seeCases: "Xem vụ việc"
        case .takeCases: "Tiếp nhận vụ việc"
        case .answerCases: "Trả lời vụ việc"
        case .revealPhones: "Xem số điện thoại, có lý do"
        case .seeReveals: "Xem ai đã xem số điện thoại"
        case .arrangeShifts: "Xếp ca trực"
        case .printCards: "In thẻ"
        case .changeCodes: "Đổi mã quầy"
        case .editDirectory: "Sửa danh mục"
        case .manageAccounts: "Quản lý tài khoản"
        case .manageTokens: "Cấp khóa kết nối cho phần mềm khác"
        case .readJournal: "Đọc nhật ký"
        case .countDossiers: "Nhập số hồ sơ đã giải quyết"
        case .seeReports: "Xem báo cáo"
        case .writeReports: "Viết, chốt báo cáo"
        case .publish: "Công bố số liệu"
        case .exportRatings: "Xuất từng lượt đánh giá, không có số điện thoại"
        case .answerDataRequests: "Giải quyết yêu cầu dữ liệu"
        }
    }
}

extension RetentionPurpose {
    var wordsInImpactFile: String { Self.impactWords[self] ?? rawValue }

    private static let impactWords: [RetentionPurpose: String] = [
        .phone: "Số điện thoại đọc được", .closedCase: "Số điện thoại sau khi vụ việc kết thúc",
        .phoneTag: "Dấu nhận dạng của số", .session: "Phiên đăng nhập", .mail: "Người nhận thư cảnh báo",
        .reveal: "Ai đã xem số, vì sao",
    ]
}
