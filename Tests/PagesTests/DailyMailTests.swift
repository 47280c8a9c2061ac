import Feedback
import Foundation
import Testing

@testable import Pages

@Suite("The morning's mail and plain notices")
struct DailyMailTests {
    @Test("Overdue comes first, a long list is cut, and neither phone nor comment is in it")
    func daily() throws {
        let mail = try #require(
            try MailSamples.all().first { $0.name == "mail-daily" }?.page as? DailyMail)
        #expect(mail.subject == "Vụ việc hôm nay: 25, trong đó 22 quá hạn")
        let headings = ["Quá hạn: 22", "Đến hạn hôm nay: 1", "Chưa ai tiếp nhận: 1", "báo chưa được giải quyết: 1"]
        for text in [mail.text, try mail.html()] {
            let places = try headings.map { try #require(text.range(of: $0)).lowerBound }
            #expect(places == places.sorted())
            #expect(text.contains("và 2 vụ việc khác"))
            #expect(text.contains("/office/cases/130"))
            #expect(!text.contains("phòng kia") && !text.contains("0950"))
        }
    }

    @Test("A list that waited until nothing is left says so")
    func nothingLeft() throws {
        let mail = try #require(try MailSamples.all().first { $0.name == "mail-daily-late" }?.page as? DailyMail)
        #expect(mail.text.contains("không còn vụ việc nào"))
    }

    @Test("Every notice has a subject of one line, a sentence and a way to the page", arguments: Notice.allCases)
    func notices(_ notice: Notice) throws {
        let mail = try PlainMail(
            notice, about: 12, mail: SampleRating.mail(isDigest: false, kind: .notice(notice, about: 12)),
            directory: .sample, baseURL: "https://h")
        #expect(!mail.subject.isEmpty && !mail.subject.contains { $0.isNewline } && mail.subject.count <= 80)
        #expect(mail.text.contains("https://h/office"))
        #expect(try mail.html().contains("https://h/office"))
    }

    @Test("The reminder leads to the draft of its month, and holds no figure")
    func reminder() throws {
        let mail = try PlainMail(
            .reportDue, about: 202_609,
            mail: SampleRating.mail(isDigest: false, kind: .notice(.reportDue, about: 202_609)),
            directory: .sample, baseURL: "https://h")
        #expect(mail.link == "https://h/office/reports/2026-09")
        #expect(mail.text.contains("Mở bản nháp tháng\u{A0}9/2026: https://h/office/reports/2026-09"))
        #expect(mail.subject.contains("quý III/2026") && !mail.text.contains("%"))
    }
}
