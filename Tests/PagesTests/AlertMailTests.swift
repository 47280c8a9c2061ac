import Feedback
import Foundation
import Testing

@testable import Pages

@Suite("The mail about a bad rating")
struct AlertMailTests {
    @Test("It says unit, desk, time, levels, reasons, case, deadline and link, in both forms")
    func says() throws {
        let mail = try AlertMail.sample()
        for text in [mail.text, try mail.html()] {
            for word in [
                "Phòng Tư pháp", "Quầy 3 – Chứng thực, hộ tịch", "09:15, thứ Sáu, 20/11/2026", "Rất không hài lòng",
                "đùn đẩy trách nhiệm; trễ hẹn", "VV-000123", "10:15, thứ Ba, 24/11/2026",
                "https://hailong.longkhanh.example/office/cases/123",
            ] { #expect(text.contains(word)) }
        }
        #expect(mail.subject == "Đánh giá chưa hài lòng: Quầy 3 – Chứng thực, hộ tịch, Phòng Tư pháp (VV-000123)")
    }

    @Test("The way to take the case on comes first, and is gone once somebody has")
    func linkFirst() throws {
        let mail = try AlertMail.sample()
        let lines = mail.text.split(separator: "\n")
        #expect(lines[1] == "Tiếp nhận VV-000123: https://hailong.longkhanh.example/office/cases/123/take")
        #expect(mail.text.contains("sau 30\u{A0}phút làm việc chưa ai tiếp nhận"))
        let taken = try AlertMail(
            mail: SampleRating.mail(isDigest: false), alerts: [(SampleRating.alert(.handling), SampleRating.bad)],
            directory: .sample, baseURL: "https://h", now: SampleRating.moment)
        #expect(taken.text.contains("Xem VV-000123: https://h/office/cases/123\n"))
        #expect(!taken.text.contains("/take") && !taken.text.contains("chưa ai tiếp nhận"))
    }

    @Test("What goes up says that nobody took it on")
    func escalation() throws {
        let mail = try AlertMail(
            mail: SampleRating.mail(isDigest: false, kind: .escalation),
            alerts: [(SampleRating.alert(.opened), SampleRating.bad)], directory: .sample, baseURL: "https://h",
            now: SampleRating.moment)
        #expect(
            mail.subject == "Chưa ai tiếp nhận: Quầy 3 – Chứng thực, hộ tịch, Phòng Tư pháp (VV-000123)")
        #expect(mail.text.contains("được chuyển tới Ông/Bà"))
    }

    @Test("It never names the official, and quotes the comment only where the policy says so")
    func keepsQuiet() throws {
        let mail = try AlertMail.sample()
        for text in [mail.text, try mail.html(), mail.subject] {
            #expect(!text.contains("Minh"))
            #expect(!text.contains("phòng kia"))
        }
        let open = try AlertMail.sampleWithComment()
        #expect(open.text.contains("Góp ý: Phòng này chỉ qua phòng kia, đi lại 3 lần."))
        #expect(try open.html().contains("phòng kia"))
    }

    @Test("A burst is one mail whose subject says how many")
    func digest() throws {
        let mail = try AlertMail.sampleDigest()
        #expect(mail.subject.hasPrefix("3 đánh giá chưa hài lòng: "))
        for number in ["VV-000123", "VV-000124", "VV-000125"] { #expect(mail.text.contains(number)) }
        #expect(mail.text.contains("(đã quá hạn)"))
    }

    @Test("A subject is one line, and plain text is not escaped as HTML")
    func oneLine() throws {
        var configuration = KioskConfiguration.sample
        configuration.desks[0].name = "Quầy 3 \r\nBcc: a@example.com & \"hộ tịch\""
        let directory = Directory(configuration: configuration, codes: [], version: 2)
        let mail = try AlertMail(
            mail: SampleRating.mail(isDigest: false), alerts: [(SampleRating.alert(.opened), SampleRating.bad)],
            directory: directory, baseURL: "https://h", now: SampleRating.moment)
        #expect(!mail.subject.contains { $0.isNewline })
        #expect(mail.text.contains("& \"hộ tịch\""))
        #expect(try mail.html().contains("&amp; &quot;hộ tịch&quot;"))
    }
}
