import Feedback

/// The parts of the impact file, in the order of Form 10.
struct ImpactParts {
    let directory: Directory
    let columns: [SchemaColumn]
    let periods: [RetentionPeriod]

    private static let blank = "……………………………………"

    var all: [ImpactFile.Part] {
        [
            controller, purposes, data, flows, recipients, roles, retention, security, rights, risks, undertaking,
        ]
    }

    private var controller: ImpactFile.Part {
        let authority = directory.configuration.authority
        let keeper = directory.unit(authority.homeAffairs)?.name ?? Self.blank
        return part(
            "1. Bên kiểm soát dữ liệu cá nhân",
            [
                "Tên: \(authority.name). Địa chỉ: \(authority.address). Điện thoại: \(authority.phone).",
                "Đơn vị vận hành hằng ngày: \(keeper).",
                "Người đại diện: \(Self.blank) Chức vụ: \(Self.blank)",
                "Người, bộ phận phụ trách bảo vệ dữ liệu cá nhân: \(Self.blank) Điện thoại, thư: \(Self.blank)",
                "Bên xử lý dữ liệu theo hợp đồng (nơi đặt máy chủ, bảo trì): \(Self.blank) Số hợp đồng: \(Self.blank)",
            ])
    }

    private var purposes: ImpactFile.Part {
        part(
            "2. Mục đích và căn cứ",
            [
                "Mỗi mục đích có căn cứ riêng; việc gọi lại cần sự đồng ý riêng, ô không đánh dấu sẵn.",
                "Căn cứ do cơ quan xác nhận: \(Self.blank)",
            ],
            ["Mục đích", "Căn cứ", "Dữ liệu"],
            [
                [
                    "Đo sự hài lòng về phục vụ hành chính",
                    "Luật 91/2025/QH15, Điều 19 khoản 1 điểm c (hoạt động của cơ quan nhà nước)",
                    "Mức hài lòng, lý do, góp ý, quầy, giờ",
                ],
                ["Mỗi người chỉ tính một lần một ngày ở mỗi quầy", "Như trên", "Dấu nhận dạng của số điện thoại"],
                ["Giải quyết phản ánh", "Như trên", "Đánh giá, lời góp ý, số điện thoại khi cần"],
                ["Gọi lại, phúc tra", "Sự đồng ý (Điều 9)", "Số điện thoại"],
                ["Bảo đảm an toàn, giải trình", "Nghĩa vụ pháp luật", "Nhật ký thao tác của cán bộ"],
            ])
    }

    private var data: ImpactFile.Part {
        let unknown = ImpactFields.unknownTables(in: columns)
        let note =
            unknown.isEmpty
            ? "Danh mục lập từ cấu trúc cơ sở dữ liệu đang dùng."
            : """
            Danh mục lập từ cấu trúc cơ sở dữ liệu đang dùng. Các bảng chưa được phân loại, cần xem từng cột: \
            \(unknown.joined(separator: ", ")).
            """
        return part(
            "3. Loại dữ liệu cá nhân",
            [note, "Không hỏi họ tên, số giấy tờ, dân tộc, tôn giáo; không ghi địa chỉ mạng cùng đánh giá."],
            ["Nơi giữ", "Dữ liệu", "Loại", "Dùng để"],
            ImpactFields.present(in: columns).map { [$0.place, $0.what, $0.weight.words, $0.purpose] })
    }

    private var flows: ImpactFile.Part {
        part(
            "4. Luồng dữ liệu",
            [
                "1) Người dân quét mã, mở trang (không cookie, không mã chạy, không tải gì từ nơi khác) và gửi biểu mẫu qua HTTPS.",
                "2) Máy chủ của cơ quan kiểm tra, mã hóa số điện thoại, ghi vào một tệp SQLite; số liệu gộp được cập nhật cùng lúc.",
                "3) Đánh giá xấu mở vụ việc; thư báo tới thủ trưởng không có số điện thoại, không có lời góp ý trừ khi cơ quan bật.",
                "4) Cán bộ có quyền xem số đã che; xem đủ phải nêu lý do và được ghi nhật ký.",
                "5) Báo cáo chỉ có số liệu gộp. Xuất dữ liệu của một người chỉ theo yêu cầu của chính người đó.",
                "Máy chủ đặt tại: \(Self.blank) Chuyển dữ liệu ra nước ngoài: không, trừ khi cơ quan dùng máy chủ thư nước ngoài: \(Self.blank)",
            ])
    }

    private var recipients: ImpactFile.Part {
        part(
            "5. Bên nhận dữ liệu",
            [
                "Ngoài cán bộ ở mục 6, không có bên nhận nào.",
                "Trường hợp khác (thanh tra, công an khi có yêu cầu hợp pháp): \(Self.blank)",
            ])
    }

    private var roles: ImpactFile.Part {
        part(
            "6. Ma trận vai trò và quyền",
            ["Quyền chỉ có trong phạm vi được giao và trong thời hạn được giao. Bảng lập từ chương trình."],
            ["Quyền", "Vai trò"],
            Right.allCases.map { right in
                let roles = Role.allCases.filter { $0.rights.contains(right) }.map(\.words)
                return [right.wordsInImpactFile, roles.joined(separator: "; ")]
            })
    }

    private var retention: ImpactFile.Part {
        part(
            "7. Thời gian lưu giữ và xóa",
            [
                "Hết thời hạn, chương trình tự xóa hằng ngày và để lại báo cáo. Khóa của một tháng bị hủy thì không ai đọc được số điện thoại của tháng đó, kể cả trong bản sao lưu.",
                "Thời hạn lưu đánh giá đã ẩn danh theo lịch lưu trữ của cơ quan: \(Self.blank)",
            ],
            ["Mục đích lưu", "Số ngày", "Ai đặt"],
            periods.map {
                [$0.purpose.wordsInImpactFile, Formats.count($0.days), $0.since == nil ? "mặc định" : "cơ quan đặt"]
            })
    }

    private var security: ImpactFile.Part {
        part(
            "8. Biện pháp bảo vệ",
            [
                "Kỹ thuật: số điện thoại mã hóa AES-256-GCM bằng khóa của tháng, khóa bọc bằng khóa chính nằm ngoài cơ sở dữ liệu; dấu nhận dạng là HMAC có khóa; trường đã xóa bị ghi đè; HTTPS; chính sách nội dung không ngoại lệ.",
                "Truy cập: quyền theo vai trò và phạm vi, mật khẩu băm scrypt, phiên 30 phút, bước xác thực thứ hai, thử sai bị chậm dần.",
                "Giám sát: nhật ký chỉ ghi thêm, nối chuỗi băm, kiểm tra bằng lệnh verify; xuất nhật ký truy cập; hồ sơ sự cố với đồng hồ 72 giờ.",
                "Tổ chức (quy chế, đào tạo, phân công): \(Self.blank)",
            ])
    }

    private var rights: ImpactFile.Part {
        part(
            "9. Thực hiện quyền của chủ thể dữ liệu",
            [
                "Trang /privacy/request nhận yêu cầu, chứng minh bằng mã đánh giá; cơ quan phản hồi trong \(DataRequest.Term.workingDaysToReply) ngày làm việc."
            ],
            ["Yêu cầu", "Xong trong (ngày)", "Sau gia hạn một lần (ngày)"],
            DataRequest.Kind.allCases.map {
                [$0.words, Formats.count($0.term.days), Formats.count($0.term.extendedDays)]
            })
    }

    private var risks: ImpactFile.Part {
        part(
            "10. Rủi ro, hậu quả có thể có và biện pháp giảm thiểu",
            ["Mức còn lại do cơ quan đánh giá. Rủi ro khác: \(Self.blank)"],
            ["Rủi ro", "Hậu quả", "Biện pháp đang có", "Mức còn lại"],
            [
                [
                    "Cán bộ bị đánh giá biết ai đã đánh giá", "Gây khó dễ, trả đũa",
                    "Cán bộ không thấy phiếu riêng; số che; xem số phải có lý do, ghi nhật ký", Self.blank,
                ],
                [
                    "Lộ cơ sở dữ liệu hoặc bản sao lưu", "Lộ số điện thoại",
                    "Số mã hóa, khóa để riêng và bị hủy theo tháng", Self.blank,
                ],
                [
                    "Người dân viết thông tin riêng vào lời góp ý", "Lộ việc riêng, dữ liệu nhạy cảm",
                    "Nhắc trên trang; thư không chép lời góp ý; sửa hoặc xóa theo yêu cầu", Self.blank,
                ],
                [
                    "Người khác nhặt được mã đánh giá", "Xem đánh giá của người khác",
                    "Mã ngẫu nhiên 65 bit; trang không có số điện thoại, không có tên", Self.blank,
                ],
                [
                    "Trẻ em gửi đánh giá kèm số điện thoại", "Xử lý dữ liệu trẻ em không có đại diện đồng ý",
                    "Có thể gửi không cần số điện thoại khi cơ quan bật", Self.blank,
                ],
                ["Mất khóa chính", "Không đọc được số, không gọi lại được", "Sao lưu khóa riêng", Self.blank],
            ])
    }

    private var undertaking: ImpactFile.Part {
        part(
            "11. Cam kết và cập nhật",
            [
                "Hồ sơ được lập trong 60 ngày kể từ khi bắt đầu xử lý và cập nhật 6 tháng một lần khi có thay đổi. Cơ quan nhà nước có thẩm quyền được miễn nộp (Điều 21 khoản 6); nhà cung cấp xử lý thay vẫn phải lập hồ sơ của mình.",
                "Điều khoản pháp luật ở đây ghi theo tài liệu tham khảo; xin đối chiếu với Công báo trước khi nộp.",
                "Ngày … tháng … năm …, người đại diện (ký tên, đóng dấu): \(Self.blank)",
            ])
    }

    private func part(
        _ title: String, _ paragraphs: [String], _ head: [String] = [], _ rows: [[String]] = []
    ) -> ImpactFile.Part {
        ImpactFile.Part(
            title: title, paragraphs: paragraphs,
            table: head.isEmpty ? nil : ImpactFile.Table(head: head, rows: rows.map { ImpactFile.Row(cells: $0) }))
    }
}
