import Feedback
import Kiosk
import Testing

/// The 22 criteria of the project annexed to Quyết định 2640/QĐ-BNV (10/10/2017), letter by letter: 5.1 and 5.4 have
/// a blank after the slash there.
private let criteria: [(id: String, text: String)] = [
    (
        "1.1",
        "Nơi ngồi chờ tại cơ quan giải quyết thủ tục hành chính/Bộ phận tiếp nhận và trả kết quả"
            + " có đủ chỗ ngồi."
    ),
    (
        "1.2",
        "Trang thiết bị phục vụ cá nhân, tổ chức tại cơ quan giải quyết thủ tục hành chính/Bộ phận"
            + " tiếp nhận và trả kết quả đầy đủ."
    ),
    (
        "1.3",
        "Trang thiết bị phục vụ cá nhân, tổ chức tại cơ quan giải quyết thủ tục hành chính/Bộ phận"
            + " tiếp nhận và trả kết quả hiện đại."
    ),
    (
        "1.4",
        "Trang thiết bị phục vụ cá nhân, tổ chức tại cơ quan giải quyết thủ tục hành chính/Bộ phận"
            + " tiếp nhận và trả kết quả dễ sử dụng."
    ),
    ("2.1", "Thủ tục hành chính được niêm yết công khai đầy đủ."),
    ("2.2", "Thủ tục hành chính được niêm yết công khai chính xác."),
    ("2.3", "Thành phần hồ sơ mà cá nhân, tổ chức phải nộp là đúng quy định."),
    ("2.4", "Phí/lệ phí mà cá nhân, tổ chức phải nộp là đúng quy định."),
    ("2.5", "Thời hạn giải quyết (tính từ ngày hồ sơ được tiếp nhận hợp lệ đến ngày nhận kết quả) là đúng quy định."),
    ("3.1", "Công chức có thái độ giao tiếp lịch sự."),
    ("3.2", "Công chức chú ý lắng nghe ý kiến của cá nhân/đại diện tổ chức."),
    ("3.3", "Công chức trả lời, giải đáp đầy đủ các ý kiến của cá nhân/đại diện tổ chức."),
    ("3.4", "Công chức hướng dẫn kê khai hồ sơ tận tình, chu đáo."),
    ("3.5", "Công chức hướng dẫn hồ sơ dễ hiểu."),
    ("3.6", "Công chức tuân thủ đúng quy định trong giải quyết công việc."),
    ("4.1", "Kết quả đúng quy định."),
    ("4.2", "Kết quả có thông tin đầy đủ."),
    ("4.3", "Kết quả có thông tin chính xác."),
    (
        "5.1",
        "Cơ quan giải quyết thủ tục hành chính/ Bộ phận tiếp nhận và trả kết quả có bố trí hình"
            + " thức tiếp nhận góp ý, phản ánh, kiến nghị."
    ),
    ("5.2", "Cá nhân, tổ chức thực hiện góp ý, phản ánh, kiến nghị dễ dàng."),
    (
        "5.3",
        "Cơ quan giải quyết thủ tục hành chính/Bộ phận tiếp nhận và trả kết quả tiếp nhận, xử lý"
            + " các góp ý, phản ánh, kiến nghị tích cực."
    ),
    (
        "5.4",
        "Cơ quan giải quyết thủ tục hành chính/ Bộ phận tiếp nhận và trả kết quả có thông báo kết"
            + " quả xử lý góp ý, phản ánh, kiến nghị kịp thời."
    ),
]

private let factors = [
    "Tiếp cận dịch vụ hành chính công của cơ quan hành chính nhà nước",
    "Thủ tục hành chính",
    "Công chức trực tiếp giải quyết công việc",
    "Kết quả cung ứng dịch vụ hành chính công",
    "Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị",
]

@Suite("The questionnaire of the Ministry")
struct CriteriaTests {
    @Test("holds the 22 criteria word for word, under five factors")
    func isVerbatim() throws {
        let (configuration, _) = try KioskFolder.read(Folders.shipped)
        let questionnaire = try #require(configuration.questionnaires.first { $0.id == "QD2640-22" })
        #expect(criteria.count == 22)
        #expect(questionnaire.criteria.map(\.id.rawValue) == criteria.map(\.id))
        for (read, wanted) in zip(questionnaire.criteria, criteria) {
            // Scalar by scalar: `==` would take composed and decomposed letters for the same.
            #expect(Array(read.text.unicodeScalars) == Array(wanted.text.unicodeScalars), "\(wanted.id)")
        }
        #expect(questionnaire.factors.map(\.name) == factors)
        #expect(questionnaire.factors.map(\.criteria.count) == [4, 5, 6, 3, 4])
        #expect(questionnaire.scale == Level.words)
    }

    @Test("asks the fifth factor only of people who made a suggestion or complaint")
    func asksFifthOfSome() throws {
        let (configuration, _) = try KioskFolder.read(Folders.shipped)
        let questionnaire = try #require(configuration.questionnaires.first { $0.id == "QD2640-22" })
        #expect(
            questionnaire.factors.map(\.askedOnlyIf)
                == [nil, nil, nil, nil, "cá nhân, tổ chức đã thực hiện góp ý, phản ánh, kiến nghị"])
    }
}
