import Feedback

/// What each notice of the catalogue says. It names numbers of cases and requests, never a person.
struct NoticeWords {
    let subject: String
    let paragraphs: [String]
    /// Where the link leads.
    let path: String
    let linkWords: String

    private init(_ subject: String, _ paragraphs: [String], _ path: String, _ linkWords: String) {
        self.subject = subject
        self.paragraphs = paragraphs
        self.path = path
        self.linkWords = linkWords
    }

    init(_ notice: Notice, about: Int64?) {
        let number = about.map { " số \($0)" } ?? ""
        switch notice {
        case .canaryLost:
            self.init(
                "Thư thử hằng ngày chưa được máy chủ thư nhận",
                [
                    "Thư thử của hôm nay chưa được máy chủ thư nhận đúng giờ. Thư cảnh báo có thể cũng không tới nơi.",
                    "Xin kiểm tra máy chủ thư. Trong lúc chờ, các vụ việc vẫn hiện ở trang Vụ việc và trang Trực tiếp.",
                ], "/office", "Mở trang tổng quan")
        case .passwordChanged:
            self.init(ofAccount: "Mật khẩu của Ông/Bà vừa được đổi")
        case .secondStepChanged:
            self.init(ofAccount: "Bước xác nhận thứ hai khi đăng nhập vừa được đổi")
        case .recoveryCodeUsed:
            self.init(ofAccount: "Một mã dự phòng của Ông/Bà vừa được dùng")
        case .signInSlowed:
            self.init(ofAccount: "Có nhiều lần nhập sai mật khẩu vào tài khoản của Ông/Bà")
        case .rolesChanged:
            self.init(ofAccount: "Vai trò của Ông/Bà trong hệ thống vừa được đổi")
        case .phoneRevealed:
            self.init(
                "Số điện thoại của một vụ việc vừa được mở xem",
                ["Số điện thoại ở vụ việc\(number) vừa được mở xem. Người xem và lý do đã ghi trong nhật ký."],
                about.map { "/office/cases/\($0)" } ?? "/office/cases", "Mở vụ việc")
        case .dataRequestReceived:
            self.init(
                ofPrivacy: "Có yêu cầu mới về dữ liệu cá nhân", "Yêu cầu\(number) vừa được gửi tới và đang chờ xử lý.")
        case .dataRequestDue:
            self.init(ofPrivacy: "Yêu cầu về dữ liệu cá nhân sắp đến hạn", "Yêu cầu\(number) sắp đến hạn theo luật.")
        case .reportDue:
            let month = about.flatMap(Month.init(figure:))
            let reports = month.map { Self.reports(endingWith: $0) } ?? "kỳ trước"
            let draft = month.flatMap { ReportAddress(Period($0)) }
            self.init(
                "Bản nháp báo cáo \(reports) đang chờ",
                [
                    "Kỳ báo cáo đã hết. Bản nháp báo cáo \(reports) đã có sẵn số liệu và lời văn, đang chờ Ông/Bà xem, "
                        + "viết phần tồn tại và giải pháp, rồi chốt."
                ], draft?.path ?? ReportAddress.rooms,
                month.map { "Mở bản nháp \(Formats.month($0))" } ?? "Mở trang Báo cáo")
        case .incidentOpened:
            self.init(
                ofPrivacy:
                    "Sự cố dữ liệu cá nhân vừa được ghi nhận",
                "Sự cố\(number) vừa được ghi nhận. Hạn báo cơ quan chuyên trách là 72 giờ kể từ khi phát hiện.")
        }
    }

    private init(ofAccount sentence: String) {
        self.init(
            sentence,
            ["\(sentence).", "Nếu không phải Ông/Bà làm hay yêu cầu, xin báo ngay cho quản trị hệ thống."],
            "/office/account", "Mở tài khoản của tôi")
    }

    private init(ofPrivacy subject: String, _ sentence: String) {
        self.init(subject, [sentence], "/office/privacy", "Mở trang Dữ liệu cá nhân")
    }
}
