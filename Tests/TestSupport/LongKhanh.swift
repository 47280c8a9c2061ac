package import Feedback

extension KioskConfiguration {
    /// A city in small: home affairs, two rated units, one ward; desk 3 with one official, desk 7 with two, desk 9 with
    /// nobody posted.
    package static let longKhanh = KioskConfiguration(
        authority: Authority(
            name: "UBND thành phố Long Khánh", homeAffairs: "noi-vu",
            address: "Số 01 đường CMT8, phường Xuân Hòa", phone: "0251 3877 328"),
        units: [
            Unit(
                id: "tp-long-khanh", name: "UBND thành phố Long Khánh", kind: .city,
                notRatedBecause: "Đánh giá ở từng phòng, phường, xã", head: Cast.tam),
            Unit(id: "noi-vu", name: "Phòng Nội vụ", kind: .department, parent: "tp-long-khanh", head: Cast.phuc),
            Unit(id: "tu-phap", name: "Phòng Tư pháp", kind: .department, parent: "tp-long-khanh", head: Cast.hanh),
            Unit(
                id: "dat-dai", name: "Chi nhánh Văn phòng Đăng ký đất đai", kind: .agency, parent: "tp-long-khanh",
                head: Cast.dung),
            Unit(
                id: "mot-cua", name: "Bộ phận Tiếp nhận và Trả kết quả", kind: .oneStop, parent: "tp-long-khanh",
                notRatedBecause: "Nơi đặt quầy; đánh giá cơ quan cử người"),
            // No head of its own: the chairman of the city is told.
            Unit(id: "xuan-hoa", name: "UBND phường Xuân Hòa", kind: .ward, parent: "tp-long-khanh"),
        ],
        fields: [
            Field(id: "chung-thuc", name: "Chứng thực"), Field(id: "ho-tich", name: "Hộ tịch"),
            Field(id: "dat-dai", name: "Đất đai"),
        ],
        desks: [
            Desk(
                id: "q03", name: "Quầy 3 – Chứng thực, hộ tịch", unit: "tu-phap", place: "mot-cua",
                fields: ["chung-thuc", "ho-tich"]),
            Desk(id: "q07", name: "Quầy 7 – Đất đai", unit: "dat-dai", place: "mot-cua", fields: ["dat-dai"]),
            Desk(id: "q09", name: "Phường Xuân Hòa – Hộ tịch", unit: "xuan-hoa", fields: ["ho-tich"]),
        ],
        officials: [Cast.minh, Cast.thao, Cast.khoa],
        postings: [
            Posting(desk: "q03", official: "minh", from: .on("2026-01-01")),
            Posting(desk: "q07", official: "thao", from: .on("2026-01-01")),
            Posting(desk: "q07", official: "khoa", from: .on("2026-01-01")),
        ],
        questionnaires: [.atTheDesk], alerts: .usual,
        form: FormSettings(questionnaire: "LK"))
}

extension Questionnaire {
    /// Five questions, the fifth on the whole.
    package static let atTheDesk = Questionnaire(
        id: "LK", version: 1, title: "Đánh giá tại quầy", source: "Kế hoạch 203/KH-UBND ngày 07/02/2024, III.2",
        from: .on("2026-01-01"),
        factors: [
            Factor(
                id: "cong-chuc", name: "Công chức trực tiếp giải quyết công việc",
                criteria: [
                    Criterion(id: "LK1", text: "Thái độ ứng xử của công chức"),
                    Criterion(id: "LK2", text: "Tinh thần trách nhiệm của công chức"),
                    Criterion(id: "LK3", text: "Kỹ năng hướng dẫn, giải đáp của công chức"),
                    Criterion(id: "LK4", text: "Nghiệp vụ, chuyên môn của công chức"),
                ]),
            Factor(
                id: "chung", name: "Đánh giá chung",
                criteria: [Criterion(id: "LK5", text: "Mức độ hài lòng chung về việc giải quyết thủ tục hành chính")]),
        ],
        overall: "LK5")
}

extension AlertPolicy {
    /// Money past the head to home affairs; the tone and the rest to both.
    package static let usual = AlertPolicy(
        categories: [
            Category(
                id: "nghiem-trong", name: "Phản ánh nghiêm trọng", reasons: [.unofficialPayment],
                words: ["phong bì", "bồi dưỡng", "hối lộ", "đe dọa"], recipients: [.homeAffairs], answerWithin: 8),
            Category(
                id: "thai-do", name: "Thái độ", reasons: [.disrespect], words: ["quát", "mắng"],
                recipients: [.head, .homeAffairs], answerWithin: 8),
            Category(
                id: "chua-hai-long", name: "Chưa hài lòng", reasons: [.passTheBuck, .repeatedSupplements, .late],
                lowLevels: true, recipients: [.head, .homeAffairs], answerWithin: 16),
        ],
        hours: WorkingHours(holidays: [.on("2026-09-02")], compensated: [.on("2026-08-22")]))
}
