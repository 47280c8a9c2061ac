import Feedback

/// The words for each way of saying no: what happened, then what to do.
struct RefusalText {
    let title: String
    let lines: [String]
    var link: RefusalPage.Link?

    init(_ refusal: Refusal) {
        switch refusal {
        case .notFound:
            title = "Không tìm thấy trang này"
            lines = [
                "Mã hoặc địa chỉ có thể đã gõ thiếu hay sai một ký tự.",
                "Xin quét lại mã trên quầy, hoặc gõ lại đúng 10 ký tự in dưới mã.",
            ]
        case .retiredCode(let desk, let code):
            (title, lines, link) = Self.retired(desk, code)
        case .closedDesk(let desk):
            title = "Quầy này không còn hoạt động"
            lines = Self.closed(desk)
            link = desk.onlyHeir
        case .closed:
            title = "Hiện chưa nhận đánh giá"
            lines = [
                "Thời gian nhận đánh giá tại quầy này chưa bắt đầu hoặc đã kết thúc.",
                "Cần góp ý ngay, Ông/Bà có thể gặp hoặc gọi cơ quan theo địa chỉ ở cuối trang.",
            ]
        case .forgedVisit:
            title = "Trang đánh giá mở chưa trọn vẹn"
            lines = ["Đánh giá chưa được ghi lại.", "Xin quét lại mã trên quầy và gửi lần nữa."]
        case .alreadySent:
            title = "Đánh giá này đã được gửi rồi"
            lines = [
                "Mỗi lần mở trang chỉ gửi được một đánh giá. Đánh giá đầu tiên đã được ghi lại.",
                "Muốn đổi ý, xin quét lại mã trên quầy và gửi đánh giá mới trong ngày, với cùng số điện thoại.",
            ]
        case .invalid(let problems):
            title = "Có chỗ cần sửa"
            lines = problems.problems.map(\.message) + ["Xin quay lại trang trước, sửa rồi gửi lại."]
        case .tooLarge:
            title = "Nội dung gửi quá dài"
            lines = ["Đánh giá chưa được ghi lại.", "Xin quay lại, viết góp ý ngắn hơn rồi gửi lại."]
        case .unsupportedType, .malformed:
            title = "Không đọc được nội dung vừa gửi"
            lines = ["Chưa có gì được ghi lại.", "Xin mở lại trang và gửi lần nữa."]
        case .busy(let seconds):
            title = "Đang có nhiều người gửi cùng lúc"
            lines = [
                "Chưa có gì được ghi lại.", "Xin chờ \(max(seconds, 1)) giây, quay lại trang trước và gửi lần nữa.",
            ]
        case .slowDown(let seconds):
            title = "Xin thử lại sau"
            lines = ["Vừa có quá nhiều lần thử. Xin chờ \(Self.wait(seconds)) rồi thử lại."]
        case .signInRequired, .accountFirst, .wrongPassword, .wrongCode, .foreignForm, .spentLink:
            (title, lines, link) = Self.office(refusal)
        }
    }

    private static func retired(_ desk: String?, _ code: DeskCode?) -> (String, [String], RefusalPage.Link?) {
        let link = code.map {
            RefusalPage.Link(address: "/q/\($0)", words: "Mở trang đánh giá" + (desk.map { " của \($0)" } ?? ""))
        }
        switch (desk, link) {
        case (let desk?, .some):
            return (
                "Mã này đã được thay bằng mã mới",
                ["Thẻ Ông/Bà vừa quét là thẻ cũ của \(desk).", "Xin mở trang đánh giá đúng của quầy ở dưới đây."], link
            )
        case (let desk?, nil):
            return (
                "Mã này không còn dùng nữa",
                [
                    "\(desk) hiện không nhận đánh giá qua mã.",
                    "Xin hỏi người trực quầy, hoặc góp ý theo địa chỉ dưới đây.",
                ],
                nil
            )
        case (nil, _):
            return (
                "Mã này không còn dùng nữa",
                ["Quầy của mã này không còn.", "Xin quét mã đặt trên quầy nơi Ông/Bà vừa làm thủ tục."], link
            )
        }
    }

    private static func closed(_ desk: ClosedDesk) -> [String] {
        let ended = "\(desk.desk), \(desk.unit), nhận đánh giá đến hết ngày \(Formats.shortDay(desk.lastDay))."
        if !desk.heirs.isEmpty {
            return [ended, "Xin chọn quầy nơi Ông/Bà đã làm thủ tục, hoặc quét mã đặt trên quầy đó."]
        }
        let places = desk.places.isEmpty ? nil : "Công việc của quầy nay do \(desk.places.joined(separator: "; ")) làm."
        return [ended] + [places].compactMap { $0 } + ["Xin quét mã đặt trên quầy nơi Ông/Bà vừa làm thủ tục."]
    }

    private static func office(_ refusal: Refusal) -> (String, [String], RefusalPage.Link?) {
        let signIn = RefusalPage.Link(address: "/office/login", words: "Đăng nhập")
        switch refusal {
        case .wrongPassword:
            return ("Chưa đăng nhập được", ["Địa chỉ thư hoặc mật khẩu chưa đúng."], signIn)
        case .wrongCode: return ("Mã chưa đúng", ["Xin quay lại và nhập mã đang hiện trên điện thoại."], signIn)
        case .foreignForm:
            return (
                "Trang này đã cũ", ["Chưa có gì thay đổi. Xin mở lại trang và làm lại."],
                RefusalPage.Link(address: "/office", words: "Về trang chính")
            )
        case .spentLink:
            return (
                "Liên kết này không dùng được nữa",
                ["Mỗi liên kết chỉ dùng một lần, trong 72 giờ.", "Xin nhờ người quản trị gửi liên kết mới."], nil
            )
        default:
            return ("Cần đăng nhập", ["Trang này dành cho cán bộ của cơ quan."], signIn)
        }
    }

    private static func wait(_ seconds: Int) -> String {
        seconds < 60 ? "\(max(seconds, 1)) giây" : Formats.duration(minutes: (seconds + 59) / 60)
    }
}
