import Foundation
import Mail
import Testing

@Suite struct MailboxTests {
    @Test(
        "An ordinary address is let in",
        arguments: [
            "hanh@longkhanh.example.vn", "a@b.vn", "noi.vu+hailong@dongnai.gov.vn", "o'neil@example.vn",
            "x_y-z=1@example.vn", "hailong@localhost", "A1@1a.VN", "a@xn--bnh-5oa.vn",
            String(repeating: "l", count: 64) + "@example.vn",
        ])
    func letIn(address: String) throws {
        #expect(Mailbox.isValid(address: address))
        #expect(try Mailbox(name: "", address: address).address == address)
    }

    @Test(
        "What a mail server could misread is refused",
        arguments: [
            "", "@", "a", "a@", "@b.vn", "a@@b.vn", "a@b@c.vn", "a b@c.vn", " a@b.vn", "a@b.vn ", "a@b .vn",
            "c@d.vn>\r\nRCPT TO:<evil@x.vn", "c@d.vn\r\n", "c@d.vn\n", "c@d.vn\r", "\r\nc@d.vn", "c\0@d.vn",
            "c@d.vn\0", "<c@d.vn>", "c@d.vn>", "c<@d.vn", "c@d.vn> SIZE=1", "\"a b\"@c.vn", "\"a\"@c.vn",
            "a(b)@c.vn", "a,b@c.vn", "a;b@c.vn", "a:b@c.vn", "a\\b@c.vn", "a[b@c.vn", "a@[127.0.0.1]", "a@b_c.vn",
            "a@-b.vn", "a@b-.vn", "a@b..vn", "a@.b.vn", "a@b.vn.", ".a@b.vn", "a.@b.vn", "a..b@c.vn", "a\t@b.vn",
            "a\u{7f}@b.vn", "hạnh@example.vn", "a@ví-dụ.vn", "a@b.vn\u{202e}", "a\u{a0}@b.vn", "ａ@b.vn",
            "@b.vn:a@c.vn", "a%b\n@c.vn", "a@b!c.vn", "a@b/c.vn", String(repeating: "l", count: 65) + "@example.vn",
            "a@" + String(repeating: "b", count: 64) + ".vn", "a@" + String(repeating: "bcd.", count: 63) + "vn",
        ])
    func refused(address: String) {
        #expect(!Mailbox.isValid(address: address))
        #expect(throws: MailRefusal.address) { try Mailbox(name: "Hạnh", address: address) }
    }

    @Test("An address may have 254 bytes and not one more")
    func longest() {
        let label = String(repeating: "b", count: 61)
        let domain = "\(label).\(label).\(label)"
        let local = String(repeating: "a", count: 64)
        #expect(Mailbox.isValid(address: "\(local)@\(domain).vn"))
        #expect("\(local)@\(domain).vn".utf8.count == 253)
        #expect(Mailbox.isValid(address: "\(local)@\(domain).com"))
        #expect(!Mailbox.isValid(address: "\(local)@\(domain).info"))
    }

    @Test(
        "A Message-ID that could not name a file or break a header is refused",
        arguments: ["", "a", "a@b@c", "a>\r\nX: y@b.vn", "../a@b.vn", "a/b@c.vn", "a b@c.vn", "<a@b.vn>", "ạ@b.vn"])
    func refusedMessageID(id: String) throws {
        let box = try Mailbox(name: "", address: "a@b.vn")
        #expect(throws: MailRefusal.messageID) {
            try MailMessage(
                from: box, to: box, subject: "", text: "", html: "", messageID: id, date: .distantPast)
        }
    }
}
