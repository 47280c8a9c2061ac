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
            place: "rating.comment", what: "Lời góp ý", weight: .freeText, purpose: "Giải quyết phản ánh, cải tiến"),
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
            place: "phoneCall.note", what: "Ghi chú cuộc gọi lại", weight: .freeText, purpose: "Gọi lại, phúc tra"),
        Field(place: "substitution.absent", what: "Ai vắng, ai thay", weight: .staff, purpose: "Xếp ca trực"),
        Field(place: "dutyCorrection.note", what: "Sửa người trực đã ghi", weight: .staff, purpose: "Xếp ca trực"),
        Field(
            place: "importDraft.body", what: "Tệp cán bộ, phân công đang nhập", weight: .staff,
            purpose: "Nhập danh mục"),
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
    ]

    /// Tables in which every column that is not listed above was looked at and says nothing about anybody.
    private static let lookedAt: Set<String> = [
        "rating", "answer", "ratingReason", "ratingFlag", "dataKey", "tally", "alert", "caseStep", "mail", "mailPause",
        "mailAlert", "unit", "field", "desk", "deskField", "deskCode", "official", "posting", "questionnaire",
        "document", "user", "roleGrant", "session", "invitation", "entry", "dataRequest", "dataRequestStep", "incident",
        "incidentFacts", "incidentStep", "grdb_migrations", "secondStep", "recoveryCode", "procedure", "former",
        "unitSuccessor", "deskSuccessor", "directoryChange", "directoryChangeThing", "shiftChange", "substitution",
        "dutyCorrection", "correctedRating", "importDraft", "caseOpening", "escalationWatch", "escalation",
        "dailyRound",
        "canary", "notice", "retentionPeriod", "retentionRun", "retentionLine", "phoneReveal", "phoneCall",
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
