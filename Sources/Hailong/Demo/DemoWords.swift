import Feedback
import Foundation

/// What people of the demo write, and what heads answer. Short, as at a counter.
enum DemoWords {
    static let praise = [
        "Chị hướng dẫn rất nhiệt tình, cảm ơn.", "Làm nhanh, đúng hẹn.", "Cán bộ vui vẻ, giải thích rõ ràng.",
        "Rất hài lòng, được hướng dẫn từng bước.", "Nhanh gọn, không phải chờ lâu.", "Em trực quầy dễ thương, chu đáo.",
        "Giấy tờ thiếu được chỉ bổ sung một lần là xong.", "Cảm ơn bộ phận một cửa.", "Tốt hơn năm ngoái nhiều.",
        "Được giúp nộp trực tuyến tại chỗ, rất tiện.",
    ]
    static let remarks = [
        "Đề nghị có ghế cho người già.", "Máy lấy số hỏng.", "Nên có thêm quạt ở chỗ ngồi chờ.",
        "Mong được nộp hồ sơ qua mạng rồi đến lấy kết quả.", "Đề nghị làm thêm sáng thứ Bảy cho người đi làm.",
        "Cần có số điện thoại để hỏi hồ sơ đã xong chưa.", "Bãi xe hơi chật.", "Chờ hơi lâu vào thứ Hai.",
        "Mong có mẫu đơn điền sẵn.", "Bảng hướng dẫn chữ nhỏ quá.",
    ]
    static let complaints = [
        "Chờ đợi lâu quá, 2 lần phải bổ sung hồ sơ", "Hồ sơ trễ hẹn 5 ngày không gọi báo",
        "Phòng này chỉ qua phòng kia, đi lại 3 lần", "Hướng dẫn không rõ, về làm lại vẫn sai",
        "Đến nơi thì quầy không có người", "Hẹn buổi sáng mà chiều mới trả", "Hỏi thì trả lời qua loa",
        "Nộp thiếu gì không nói một lần, mỗi lần đến lại thêm một giấy",
    ]
    static let rude = [
        "Thái độ khó chịu, trả lời cộc lốc", "Quát dân trước mặt mọi người", "Cán bộ hách dịch, hỏi không trả lời",
    ]
    static let bribes = [
        "Được gợi ý bồi dưỡng mới làm nhanh", "Vòi vĩnh, bảo để phong bì vào hồ sơ", "Phải có lót tay mới hẹn sớm",
    ]

    /// What heads find, do and say.
    static let answers: [(finding: Finding, measure: String, text: String)] = [
        (
            .confirmed, "Nhắc nhở công chức trực quầy.",
            "Đơn vị đã xác minh và nhắc nhở công chức trực quầy. Thành thật xin lỗi Ông/Bà vì sự chậm trễ."
        ),
        (
            .confirmed, "In lại danh mục giấy tờ, đặt tại quầy.",
            "Đã kiểm tra: hồ sơ cần bổ sung một lần, công chức hướng dẫn chưa đầy đủ. Đơn vị đã rút kinh nghiệm và in"
                + " lại danh mục giấy tờ tại quầy."
        ),
        (
            .confirmed, "Gọi điện xin lỗi, trả kết quả trong ngày.",
            "Hồ sơ trễ do chờ cơ quan phối hợp. Đơn vị đã gọi điện xin lỗi và trả kết quả trong ngày."
        ),
        (
            .confirmed, "Thêm một người trực từ 8 giờ đến 10 giờ.",
            "Đơn vị đã bố trí thêm người vào giờ cao điểm. Cảm ơn Ông/Bà đã góp ý."
        ),
        (
            .confirmed, "Trao đổi trực tiếp với công chức, lập biên bản nhắc nhở.",
            "Đã trao đổi trực tiếp với công chức; xin lỗi Ông/Bà về thái độ chưa đúng mực."
        ),
        (
            .unclear, "",
            "Đã hỏi những người có mặt hôm đó nhưng chưa đủ căn cứ để kết luận. Ông/Bà nhớ thêm điều gì xin viết vào"
                + " trang này."
        ),
        (
            .unfounded, "",
            "Đã xem sổ theo dõi hồ sơ: hồ sơ được trả đúng ngày hẹn. Nếu có nhầm lẫn, xin Ông/Bà cho biết thêm."
        ),
    ]
    /// What citizens say who were not content with the answer.
    static let returns = [
        "Tôi đến lại vẫn bị yêu cầu bổ sung.", "Trả lời chung chung, hồ sơ của tôi vẫn chưa có kết quả.",
        "Chưa ai gọi cho tôi như đã hứa.", "Nói đã trả đúng hẹn nhưng tôi nhận trễ 3 ngày.",
    ]

    /// As typed on a phone without a Vietnamese keyboard.
    static func plain(_ text: String) -> String {
        let scalars = text.decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { $0.properties.generalCategory != .nonspacingMark }
            .map { $0 == "đ" ? "d" : $0 == "Đ" ? "D" : $0 }
        return String(String.UnicodeScalarView(scalars)).lowercased()
    }
}
