/// What each place of the database holds about people: the field list of the impact-assessment file (Decree
/// 356/2025/NĐ-CP, Art. 19-20, Form 10). It is read beside the schema, so a place that nobody has looked at is named.
package enum ImpactFields {
    package enum Weight: Sendable {
        /// Personal data as in Decree 356/2025/NĐ-CP, Art. 3.
        case basic
        /// Free text: people write of health or money there, so it is guarded like sensitive data (Art. 4).
        case freeText
        /// Staff in their office.
        case staff
        /// Says nothing about anybody.
        case none

        package var words: String {
            switch self {
            case .basic: "Dữ liệu cá nhân cơ bản"
            case .freeText: "Văn bản tự do, có thể chứa dữ liệu nhạy cảm"
            case .staff: "Dữ liệu của cán bộ trong công vụ"
            case .none: "Không phải dữ liệu cá nhân"
            }
        }
    }

    package struct Field: Sendable {
        package let place: String
        package let what: String
        package let weight: Weight
        package let purpose: String
    }

    /// "table.column".
    package static let known: [Field] = [
        Field(
            place: "rating.phone", what: "Số điện thoại, mã hóa AES-256-GCM bằng khóa của tháng", weight: .basic,
            purpose: "Gọi lại khi người đánh giá đồng ý; phúc tra"),
        Field(
            place: "rating.phoneTag", what: "Dấu nhận dạng của số (HMAC có khóa)", weight: .basic,
            purpose: "Mỗi người chỉ được tính một lần một ngày ở mỗi quầy"),
        Field(
            place: "rating.contentDigest", what: "Mã kiểm tra nội dung gửi (HMAC có khóa)", weight: .basic,
            purpose: "Gửi lại cùng một trang không thành hai lượt"),
        Field(
            place: "rating.mayCallBack", what: "Có đồng ý để cơ quan gọi lại không", weight: .basic,
            purpose: "Tôn trọng sự đồng ý"),
        Field(
            place: "rating.comment", what: "Lời góp ý; số điện thoại và số giấy tờ trong lời đã che khi nhận",
            weight: .freeText,
            purpose: "Giải quyết phản ánh, cải tiến"),
        Field(
            place: "commentText.typed", what: "Lời góp ý ở dạng để tìm; mất cùng lúc với lời góp ý", weight: .freeText,
            purpose: "Tìm trong lời góp ý"),
        Field(
            place: "commentText.plain", what: "Lời góp ý không dấu; mất cùng lúc với lời góp ý", weight: .freeText,
            purpose: "Tìm trong lời góp ý"),
        Field(
            place: "commentKind.actor", what: "Ai đã xếp loại lời góp ý", weight: .staff, purpose: "Giải trình"),
        Field(
            place: "rating.receipt", what: "Mã đánh giá ngẫu nhiên", weight: .basic,
            purpose: "Người đánh giá theo dõi việc trả lời"),
        Field(
            place: "rating.official", what: "Cán bộ được đánh giá", weight: .staff,
            purpose: "Tính kết quả theo phân công"),
        Field(place: "official.name", what: "Họ tên cán bộ", weight: .staff, purpose: "Hiện người phục vụ hôm nay"),
        Field(
            place: "official.title", what: "Chức danh cán bộ", weight: .staff, purpose: "Hiện người phục vụ hôm nay"),
        Field(
            place: "posting.official", what: "Lịch phân công", weight: .staff,
            purpose: "Tính kết quả theo phân công"),
        Field(place: "unit.headName", what: "Họ tên thủ trưởng", weight: .staff, purpose: "Gửi cảnh báo"),
        Field(place: "unit.headEmail", what: "Địa chỉ thư công vụ", weight: .staff, purpose: "Gửi cảnh báo"),
        Field(place: "alert.headName", what: "Thủ trưởng khi có phản ánh", weight: .staff, purpose: "Theo dõi trả lời"),
        Field(place: "caseStep.text", what: "Nội dung trả lời", weight: .freeText, purpose: "Trả lời người đánh giá"),
        Field(
            place: "caseStep.measure", what: "Biện pháp đã làm", weight: .freeText, purpose: "Giải quyết phản ánh"),
        Field(place: "caseOpening.user", what: "Ai đã mở vụ việc", weight: .staff, purpose: "Giải trình"),
        Field(
            place: "phoneReveal.words", what: "Ai đã xem số điện thoại, vì sao", weight: .freeText,
            purpose: "Kiểm soát việc xem số"),
        Field(
            place: "ratingExport.purpose", what: "Ai đã lấy ra từng lượt đánh giá, để làm gì", weight: .staff,
            purpose: "Kiểm soát việc xuất dữ liệu"),
        Field(
            place: "phoneCall.note", what: "Ghi chú cuộc gọi lại", weight: .freeText, purpose: "Gọi lại, phúc tra"),
        Field(place: "substitution.absent", what: "Ai vắng, ai thay", weight: .staff, purpose: "Xếp ca trực"),
        Field(place: "dutyCorrection.note", what: "Sửa người trực đã ghi", weight: .staff, purpose: "Xếp ca trực"),
        Field(
            place: "importDraft.body", what: "Tệp cán bộ, phân công đang nhập", weight: .staff,
            purpose: "Nhập danh mục"),
        Field(place: "savedView.name", what: "Tên cách xem số liệu đã lưu", weight: .staff, purpose: "Xem số liệu"),
        Field(place: "mail.recipient", what: "Người nhận cảnh báo", weight: .staff, purpose: "Gửi cảnh báo"),
        Field(place: "mail.recipientName", what: "Người nhận cảnh báo", weight: .staff, purpose: "Gửi cảnh báo"),
        Field(place: "user.name", what: "Họ tên người dùng", weight: .staff, purpose: "Đăng nhập, nhật ký"),
        Field(place: "user.email", what: "Địa chỉ thư công vụ", weight: .staff, purpose: "Đăng nhập"),
        Field(place: "user.passwordHash", what: "Mật khẩu đã băm (scrypt)", weight: .staff, purpose: "Đăng nhập"),
        Field(
            place: "session.device", what: "Trình duyệt của cán bộ", weight: .staff, purpose: "Nhận ra phiên lạ"),
        Field(place: "secondStep.sealed", what: "Bước xác thực thứ hai, mã hóa", weight: .staff, purpose: "Đăng nhập"),
        Field(place: "session.tokenHash", what: "Phiên đăng nhập, đã băm", weight: .staff, purpose: "Đăng nhập"),
        Field(
            place: "entry.actor", what: "Ai đã làm gì trong hệ thống", weight: .staff,
            purpose: "Nhật ký, giải trình"),
        Field(
            place: "dataRequest.wish", what: "Yêu cầu về dữ liệu cá nhân", weight: .freeText,
            purpose: "Thực hiện quyền của chủ thể dữ liệu"),
        Field(
            place: "dataRequest.code", what: "Mã yêu cầu ngẫu nhiên", weight: .basic,
            purpose: "Người yêu cầu đọc trả lời"),
        Field(
            place: "dataRequestStep.text", what: "Trả lời yêu cầu", weight: .freeText,
            purpose: "Thực hiện quyền của chủ thể dữ liệu"),
        Field(
            place: "incidentFacts.what", what: "Diễn biến sự cố", weight: .freeText, purpose: "Hồ sơ sự cố theo luật"),
        Field(
            place: "incidentStep.text", what: "Việc đã làm khi có sự cố", weight: .freeText,
            purpose: "Hồ sơ sự cố theo luật"),
        Field(
            place: "publication.note", what: "Lời của cơ quan kèm số liệu công bố", weight: .freeText,
            purpose: "Công bố"),
        Field(
            place: "publicationEnd.reason", what: "Vì sao sửa hay thu hồi số liệu công bố", weight: .freeText,
            purpose: "Công bố"),
        Field(
            place: "alarm.official", what: "Cán bộ mà phiếu không hài lòng dày lên", weight: .staff,
            purpose: "Hỏi thăm, hỗ trợ sớm"),
        Field(
            place: "watchState.subject", what: "Quầy hoặc cán bộ được theo dõi thống kê", weight: .staff,
            purpose: "Hỏi thăm, hỗ trợ sớm"),
        Field(
            place: "alarmStep.note", what: "Kết quả xem xét cảnh báo thống kê", weight: .freeText,
            purpose: "Hỏi thăm, hỗ trợ sớm"),
        Field(place: "reportText.body", what: "Lời văn báo cáo", weight: .freeText, purpose: "Báo cáo định kỳ"),
        Field(
            place: "reportEdition.figures", what: "Số liệu đã chốt, có họ tên công chức", weight: .staff,
            purpose: "Báo cáo định kỳ, phụ lục gửi lãnh đạo"),
    ]

    /// Tables in which every column that is not listed above was looked at and says nothing about anybody.
    private static let lookedAt: Set<String> = [
        "rating", "answer", "ratingReason", "ratingFlag", "dataKey", "tally", "alert", "caseStep", "mail", "mailPause",
        "mailAlert", "unit", "field", "desk", "deskField", "deskCode", "official", "posting", "questionnaire",
        "document", "user", "roleGrant", "session", "invitation", "entry", "dataRequest", "dataRequestStep", "incident",
        "incidentFacts", "incidentStep", "grdb_migrations", "secondStep", "recoveryCode", "procedure", "former",
        "unitSuccessor", "deskSuccessor", "directoryChange", "directoryChangeThing", "shiftChange", "substitution",
        "dutyCorrection", "correctedRating", "importDraft", "caseOpening", "escalationWatch", "escalation",
        "dailyRound", "savedView",
        "canary", "notice", "retentionPeriod", "retentionRun", "retentionLine", "phoneReveal", "phoneCall",
        "reportEdition", "reportReminder", "reportText",
        "accessToken", "tokenReach", "ratingExport",
        "publication", "publicationEnd",
        "commentText", "commentKind", "reasonTally", "opening",
        "hourTally", "monthTally", "folded",
        "watchCursor", "watchState", "alarm", "alarmStep", "dossierCount",
    ]

    /// Tables of this database that the list does not know yet.
    package static func unknownTables(in columns: [SchemaColumn]) -> [String] {
        Set(columns.map(\.table)).subtracting(lookedAt).sorted()
    }

    /// What of the list is in this database, in the order of the list.
    package static func present(in columns: [SchemaColumn]) -> [Field] {
        let places = Set(columns.map { "\($0.table).\($0.name)" })
        return known.filter { places.contains($0.place) }
    }
}
