import Feedback

extension Right {
    /// In the table of roles. A right that is new shows its own name, and so is seen.
    var wordsInImpactFile: String { Self.impactWords[self] ?? rawValue }

    private static let impactWords: [Right: String] = [
        .enter: "Đăng nhập", .ownAccount: "Tài khoản của mình", .seeFigures: "Xem số liệu gộp",
        .seeOwnFigures: "Xem số liệu của mình", .readRatings: "Đọc từng đánh giá", .seeCases: "Xem vụ việc",
        .takeCases: "Tiếp nhận vụ việc", .answerCases: "Trả lời vụ việc", .revealPhones: "Xem số điện thoại, có lý do",
        .seeReveals: "Xem ai đã xem số điện thoại", .arrangeShifts: "Xếp ca trực", .printCards: "In thẻ",
        .changeCodes: "Đổi mã quầy", .editDirectory: "Sửa danh mục", .manageAccounts: "Quản lý tài khoản",
        .readJournal: "Đọc nhật ký", .answerDataRequests: "Giải quyết yêu cầu dữ liệu",
    ]
}

extension RetentionPurpose {
    var wordsInImpactFile: String { Self.impactWords[self] ?? rawValue }

    private static let impactWords: [RetentionPurpose: String] = [
        .phone: "Số điện thoại đọc được", .closedCase: "Số điện thoại sau khi vụ việc kết thúc",
        .phoneTag: "Dấu nhận dạng của số", .session: "Phiên đăng nhập", .mail: "Người nhận thư cảnh báo",
        .reveal: "Ai đã xem số, vì sao",
    ]
}
