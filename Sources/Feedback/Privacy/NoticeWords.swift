extension NoticeText {
    /// What may stand in braces, and what it means.
    package static let blanks: [(name: String, meaning: String)] = [
        ("cơ quan", "tên cơ quan"), ("đơn vị phụ trách", "đơn vị phụ trách đánh giá"), ("địa chỉ", "địa chỉ cơ quan"),
        ("điện thoại", "điện thoại cơ quan"), ("số có bắt buộc không", "một câu: có phải nhập số điện thoại không"),
        ("ngày giữ số", "số điện thoại được giữ nhiều nhất bao nhiêu ngày"),
        ("ngày giữ dấu", "dấu nhận của số điện thoại được giữ bao nhiêu ngày"),
    ]

    /// With every blank filled in.
    package func filled(for configuration: KioskConfiguration, periods: [RetentionPeriod]) -> NoticeText {
        let authority = configuration.authority
        let keeper = configuration.units.first { $0.id == authority.homeAffairs }?.name ?? authority.name
        func days(_ purpose: RetentionPurpose) -> String {
            String(periods.first { $0.purpose == purpose }?.days ?? purpose.usual)
        }
        let values = [
            "cơ quan": authority.name, "đơn vị phụ trách": keeper, "địa chỉ": authority.address,
            "điện thoại": authority.phone,
            "số có bắt buộc không": configuration.form.phoneRequired
                ? "Số này cần có để đánh giá được tính." : "Không nhập vẫn gửi được.",
            "ngày giữ số": days(.phone), "ngày giữ dấu": days(.phoneTag),
        ]
        func filled(_ text: String) -> String {
            values.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
        }
        return NoticeText(short: filled(short), consent: filled(consent), full: filled(full))
    }

    /// The program's own words (Law 91/2025/QH15, Art. 4; Decree 356/2025/NĐ-CP, Art. 5: who, what, why, how long,
    /// which rights, whom to ask).
    package static let usual = NoticeText(
        short: """
            Hỏi để mỗi người chỉ được tính một lần một ngày ở mỗi quầy. Người phục vụ không thấy số này; thủ trưởng và \
            người xử lý phản ánh chỉ thấy số đã che, như 090•••123.
            """,
        consent: "Cho phép cơ quan gọi lại để hỏi rõ hoặc trả lời",
        full: """
            Trang này nói rõ: ai giữ thông tin, giữ gì, để làm gì, trong bao lâu, và Ông/Bà có quyền gì.

            ## Ai giữ thông tin?

            {cơ quan}. Việc hằng ngày do {đơn vị phụ trách} làm. Dữ liệu nằm trên máy chủ của cơ quan.

            ## Giữ những gì?

            - Mức hài lòng Ông/Bà chọn, lý do và lời góp ý, nếu có.
            - Quầy, đơn vị, người phục vụ và giờ gửi.
            - Số điện thoại Ông/Bà nhập. {số có bắt buộc không}

            Trang đánh giá không dùng cookie, không theo dõi, không hỏi tên, không hỏi số giấy tờ. Địa chỉ mạng của máy \
            không được ghi cùng đánh giá.

            ## Để làm gì?

            - Đo sự hài lòng, để cơ quan phục vụ tốt hơn.
            - Báo ngay cho người có trách nhiệm khi Ông/Bà chưa hài lòng.
            - Số điện thoại: để mỗi người chỉ được tính một lần một ngày ở mỗi quầy.
            - Gọi lại cho Ông/Bà: khi Ông/Bà tự đánh dấu vào ô cho phép. Nếu Ông/Bà không đánh dấu, chỉ người giải quyết \
            phản ánh của chính Ông/Bà mới được gọi, và phải ghi lý do.

            Căn cứ: cơ quan nhà nước đo sự hài lòng theo nhiệm vụ được giao (Luật Bảo vệ dữ liệu cá nhân số \
            91/2025/QH15, Điều 19). Ô cho phép gọi lại là sự đồng ý riêng, và Ông/Bà rút lại lúc nào cũng được.

            ## Ai xem được?

            - Người phục vụ Ông/Bà: không xem được số điện thoại, cũng không xem được từng đánh giá.
            - Thủ trưởng đơn vị và {đơn vị phụ trách}: xem đánh giá và số đã che, như 090•••123.
            - Muốn xem cả số, họ phải ghi lý do. Mỗi lần xem được ghi lại: ai, lúc nào, vì sao.
            - Phản ánh về việc phải chi tiền: chỉ {đơn vị phụ trách} xem, đơn vị bị phản ánh không xem được.
            - Báo cáo chỉ có số liệu gộp, không có đánh giá của riêng ai.

            ## Giữ trong bao lâu?

            - Số điện thoại được mã hóa và giữ nhiều nhất {ngày giữ số} ngày; sau đó khóa giải mã bị hủy, không ai đọc \
            được số nữa, kể cả trong bản sao lưu. Khi phản ánh của Ông/Bà giải quyết xong, số được xóa sớm hơn.
            - Dấu nhận được tính từ số điện thoại, dùng để mỗi người chỉ được tính một lần: {ngày giữ dấu} ngày.
            - Đánh giá không còn gắn với số điện thoại được giữ để so sánh giữa các năm.

            ## Ông/Bà có quyền gì?

            Được biết, được xem, sửa, lấy bản sao, xóa, hạn chế hoặc phản đối việc dùng thông tin của mình; rút lại sự \
            đồng ý; khiếu nại, tố cáo.

            Xin mang theo mã đánh giá và gửi yêu cầu đến địa chỉ ở cuối trang. Cơ quan trả lời trong 2 ngày làm việc. \
            Việc xem và sửa xong trong 10 ngày; rút đồng ý, hạn chế, phản đối trong 15 ngày; xóa trong 20 ngày.

            ## Hỏi ai?

            {đơn vị phụ trách}, {cơ quan}. Địa chỉ: {địa chỉ}. Điện thoại: {điện thoại}.
            """)
}
