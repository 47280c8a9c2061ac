package import Feedback
import Foundation

extension Directory {
    /// A small authority with everything a page can meet, for samples and previews. Its people do not exist.
    package static let sample = Directory(
        configuration: .sample,
        codes: [
            IssuedCode(code: .sample, desk: "q03"),
            IssuedCode(code: DeskCode(random: Array(40...49)), desk: "q07"),
            IssuedCode(code: DeskCode(random: Array(60...69)), desk: "q03", isRetired: true),
        ],
        version: 1)
}

extension DeskCode {
    /// The code of the sample's desk 3, where one official is on duty.
    package static let sample = DeskCode(random: [8, 4, 18, 20, 7, 17, 2, 25, 9, 12])
    /// The code of the sample's desk 7, where two are.
    package static let sampleOfTwo = DeskCode(random: Array(40...49))
}

extension LocalDay {
    /// Friday, 20/11/2026.
    package static let sample = LocalDay(number: 20_777)
}

extension KioskConfiguration {
    package static let sample = KioskConfiguration(
        authority: Authority(
            name: "UBND thành phố Long Khánh", homeAffairs: "noi-vu",
            address: "Số 1 đường Cách Mạng Tháng Tám, thành phố Long Khánh, tỉnh Đồng Nai",
            phone: "0251 3877 328"),
        units: [
            Unit(id: "ubnd", name: "UBND thành phố Long Khánh", kind: .city, notRatedBecause: "cơ quan chủ quản"),
            Unit(
                id: "noi-vu", name: "Phòng Nội vụ", kind: .department, parent: "ubnd",
                head: Head(name: "Lê Văn Phúc", title: "Trưởng phòng", email: "phuc@longkhanh.example")),
            Unit(
                id: "tu-phap", name: "Phòng Tư pháp", kind: .department, parent: "ubnd",
                head: Head(name: "Trần Thị Hạnh", title: "Trưởng phòng", email: "hanh@longkhanh.example")),
            Unit(
                id: "dat-dai", name: "Chi nhánh Văn phòng Đăng ký đất đai", kind: .agency, parent: "ubnd",
                head: Head(name: "Phạm Quốc Dũng", title: "Giám đốc", email: "dung@longkhanh.example")),
            Unit(id: "mot-cua", name: "Bộ phận Tiếp nhận và Trả kết quả", kind: .oneStop, parent: "ubnd"),
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
        ],
        officials: [
            Official(id: "minh", name: "Nguyễn Văn Minh", title: "Chuyên viên", unit: "tu-phap"),
            Official(id: "thao", name: "Đỗ Thị Thanh Thảo", title: "Chuyên viên", unit: "dat-dai"),
            Official(id: "khoa", name: "Võ Đăng Khoa", title: "Viên chức", unit: "dat-dai"),
        ],
        postings: [
            Posting(desk: "q03", official: "minh", from: LocalDay(number: 20_000)),
            Posting(desk: "q07", official: "thao", from: LocalDay(number: 20_000)),
            Posting(desk: "q07", official: "khoa", from: LocalDay(number: 20_000)),
        ],
        questionnaires: [.sample], alerts: .sample,
        form: FormSettings(questionnaire: "LK"),
        procedures: [
            Procedure(id: "chung-thuc-ban-sao", name: "Chứng thực bản sao từ bản chính", field: "chung-thuc"),
            Procedure(id: "khai-sinh", name: "Đăng ký khai sinh", code: "1.001193", field: "ho-tich"),
            Procedure(id: "ket-hon", name: "Đăng ký kết hôn", code: "1.000894", field: "ho-tich"),
            Procedure(id: "cap-so-dat", name: "Cấp Giấy chứng nhận quyền sử dụng đất", field: "dat-dai"),
        ])
}

extension Questionnaire {
    package static let sample = Questionnaire(
        id: "LK", version: 1, title: "Đánh giá tại quầy", source: "Kế hoạch đo lường sự hài lòng, mục III.2",
        from: LocalDay(number: 20_000),
        factors: [
            Factor(
                id: "cong-chuc", name: "Công chức trực tiếp giải quyết",
                criteria: [
                    Criterion(id: "LK1", text: "Thái độ ứng xử của công chức"),
                    Criterion(id: "LK2", text: "Tinh thần trách nhiệm của công chức"),
                    Criterion(id: "LK3", text: "Kỹ năng hướng dẫn, giải đáp của công chức"),
                    Criterion(id: "LK4", text: "Nghiệp vụ, chuyên môn của công chức"),
                ]),
            Factor(
                id: "chung", name: "Đánh giá chung",
                criteria: [
                    Criterion(id: "LK5", text: "Mức độ hài lòng chung về việc giải quyết thủ tục hành chính")
                ]),
        ],
        overall: "LK5")
}

extension AlertPolicy {
    package static let sample = AlertPolicy(
        categories: [
            Category(
                id: "nghiem-trong", name: "Phản ánh nghiêm trọng", reasons: [.unofficialPayment],
                words: ["phong bì", "bồi dưỡng"], recipients: [.homeAffairs], answerWithin: 8),
            Category(
                id: "chua-hai-long", name: "Chưa hài lòng", reasons: [.passTheBuck, .disrespect], lowLevels: true,
                recipients: [.head, .homeAffairs], answerWithin: 16),
        ],
        cases: CaseRules(answers: [
            AnswerTemplate(
                id: "xin-loi", title: "Xin lỗi vì trễ hẹn",
                text: "Cơ quan thành thật xin lỗi Ông/Bà vì hồ sơ chưa được trả đúng hẹn. [ghi nguyên nhân]")
        ]))
}
