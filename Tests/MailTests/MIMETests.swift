import Foundation
import Mail
import Testing

@Suite struct MIMETests {
    @Test("A Vietnamese mail reads back as it was written")
    func roundTrip() throws {
        let mail = try DecodedMail(letter(text: "Chị Hạnh,\nquầy số 3", html: "<p>quầy số 3</p>").mime())
        #expect(try DecodedMail.words(mail.header("Subject") ?? "") == "Đánh giá cần xem")
        #expect(mail.header("From")?.hasSuffix(" <hailong@longkhanh.example.vn>") == true)
        #expect(
            try DecodedMail.words(mail.header("From") ?? "")
                == "Hài Lòng – TP Long Khánh <hailong@longkhanh.example.vn>")
        #expect(
            try DecodedMail.words(mail.header("To") ?? "") == "Trần Thị Hạnh <hanh@longkhanh.example.vn>")
        #expect(mail.header("Message-ID") == "<alert-1@longkhanh.example.vn>")
        #expect(mail.header("Date") == "Tue, 05 Mar 2024 14:05:09 +0700")
        #expect(mail.header("MIME-Version") == "1.0")
        #expect(mail.header("Auto-Submitted") == "auto-generated")
        #expect(mail.parts.map(\.type) == ["text/plain; charset=utf-8", "text/html; charset=utf-8"])
        #expect(mail.parts.map(\.text) == ["Chị Hạnh,\r\nquầy số 3", "<p>quầy số 3</p>"])
    }

    @Test("The same mail is the same bytes at each attempt")
    func stable() throws {
        #expect(try letter().mime() == letter().mime())
        #expect(try letter("alert-2").mime() != letter().mime())
    }

    @Test("A Vietnamese subject of any length up to 400 characters is folded between characters")
    func subjects() throws {
        let line = String(
            repeating: "Người dân chưa hài lòng về thái độ phục vụ ở quầy Đất đai, đề nghị kiểm tra ngay. ", count: 6)
        for length in 1...400 {
            for form in [line.precomposedStringWithCanonicalMapping, line.decomposedStringWithCanonicalMapping] {
                let subject = String(form.prefix(length)).trimmingCharacters(in: .whitespaces)
                let mail = try DecodedMail(letter(subject: subject).mime())
                let read = try DecodedMail.words(mail.header("Subject") ?? "")
                #expect(Array(read.utf8) == Array(subject.utf8), "length \(length)")
            }
        }
    }

    @Test("A character with a hundred marks still fits into encoded-words")
    func piledMarks() throws {
        let subject = "e" + String(repeating: "\u{0301}\u{0323}", count: 50) + " 👨‍👩‍👧‍👦"
        let mail = try DecodedMail(letter(subject: subject).mime())
        #expect(try DecodedMail.words(mail.header("Subject") ?? "") == subject)
    }

    @Test("A subject in plain ASCII stays readable in the source")
    func plain() throws {
        #expect(try DecodedMail(letter(subject: "Hai Long: 3 moi").mime()).header("Subject") == "Hai Long: 3 moi")
        let disguised = try DecodedMail(letter(subject: "=?UTF-8?B?eA==?=").mime())
        #expect(try DecodedMail.words(disguised.header("Subject") ?? "") == "=?UTF-8?B?eA==?=")
    }

    @Test(
        "Controls and marks that turn the reading direction do not reach a header",
        arguments: [
            ("a\r\nBcc: evil@x.vn", "a Bcc: evil@x.vn"), ("a\nb\rc", "a b c"), ("a\0b\u{1b}[31m", "ab[31m"),
            ("\u{202e}gnp.exe", "gnp.exe"), ("a\u{2066}b\u{2069}c\u{200f}", "abc"), ("\u{85}a\u{2028}b\u{2029}", "a b"),
            ("  a  \t b ", "a b"), ("\r\n", ""), ("\u{202a}\u{202c}", ""),
        ])
    func cleaned(raw: String, kept: String) throws {
        let mail = try DecodedMail(letter(name: raw, subject: raw).mime())
        #expect(try DecodedMail.words(mail.header("Subject") ?? "") == kept)
        let to = kept.isEmpty ? "" : kept + " "
        #expect(try DecodedMail.words(mail.header("To") ?? "") == to + "<hanh@longkhanh.example.vn>")
    }

    @Test(
        "Dates are Vietnam's, whatever the machine's zone",
        arguments: [
            (0.0, "Thu, 01 Jan 1970 07:00:00 +0700"), (951_757_199, "Mon, 28 Feb 2000 23:59:59 +0700"),
            (951_757_200, "Tue, 29 Feb 2000 00:00:00 +0700"), (1_704_041_999, "Sun, 31 Dec 2023 23:59:59 +0700"),
            (1_704_042_000, "Mon, 01 Jan 2024 00:00:00 +0700"), (1_709_225_999.9, "Thu, 29 Feb 2024 23:59:59 +0700"),
            (4_107_517_200, "Mon, 01 Mar 2100 00:00:00 +0700"),
        ])
    func dates(seconds: Double, expected: String) throws {
        let box = try Mailbox(name: "", address: "a@b.vn")
        let message = try MailMessage(
            from: box, to: box, subject: "", text: "", html: "", messageID: "a@b.vn",
            date: Date(timeIntervalSince1970: seconds))
        #expect(try DecodedMail(message.mime()).header("Date") == expected)
    }

    @Test("Ten thousand dates agree with the calendar")
    func calendar() throws {
        var dice = Dice(seed: Dice.seed())
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 7 * 3600)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss xx"
        let box = try Mailbox(name: "", address: "a@b.vn")
        for _ in 0..<10_000 {
            let date = Date(timeIntervalSince1970: Double.random(in: 0..<5e9, using: &dice).rounded(.down))
            let message = try MailMessage(
                from: box, to: box, subject: "", text: "", html: "", messageID: "a@b.vn", date: date)
            #expect(
                String(decoding: message.mime(), as: UTF8.self).contains("Date: \(formatter.string(from: date))\r\n"))
        }
    }
}
