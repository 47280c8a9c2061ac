/// How the figures are made, in words for everybody; kept with each publication.
enum OpenMethod {
    static func sentences(overallQuestion: String?) -> [String] {
        [
            "Hài lòng là mức 4 (hài lòng) và mức 5 (rất hài lòng) trong năm mức. Mức 3 (bình thường) không tính là "
                + "hài lòng.",
            overallQuestion.map { "Tỷ lệ hài lòng chung tính theo một câu hỏi: “\($0)”." }
                ?? "Tỷ lệ hài lòng chung tính gộp mọi câu trả lời của các tiêu chí.",
            "Đây là người dân tự nguyện đánh giá: ai đến quầy cũng có thể quét mã và đánh giá, không ai được chọn "
                + "trước. Người không đánh giá có thể nghĩ khác.",
            "Khoảng tin cậy 95 % (cách tính của Wilson) nói con số có thể lệch bao nhiêu do ngẫu nhiên; nó không nói "
                + "ai đã chọn đánh giá. Hai nơi có khoảng chồng lên nhau thì chưa thể nói nơi nào hơn.",
            "Ô có dưới \(Suppression.least) người đánh giá không công bố, để không ai bị nhận ra. Khi phép trừ có thể "
                + "làm lộ một ô như vậy, thêm một ô khác cũng không công bố.",
            "Đây là chỉ số hài lòng nội bộ của cơ quan, không phải SIPAS. Không công bố ý kiến viết tay, tên công chức "
                + "và số điện thoại.",
        ]
    }
}
