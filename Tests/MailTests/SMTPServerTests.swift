import Mail
import Testing

@Suite struct SMTPServerTests {
    @Test(
        "An address of a mail server that works",
        arguments: [
            "smtp://thu.example.vn", "smtp://thu.example.vn:25", "SMTP://thu.example.vn:587/", "smtps://thu.example.vn",
            "smtp://ten:mat%20khau@thu.example.vn", "smtp://ten%40example.vn:a%3Ab@thu.example.vn:2525",
            "smtp://ten@example.vn:a@b@thu.example.vn", "smtp://[::1]:2525", "smtp://10.0.0.7", "smtp://localhost",
            "smtp://ten:a:b@thu.example.vn",
        ])
    func works(url: String) throws {
        _ = try SMTPMailer(url: url)
    }

    @Test(
        "An address of a mail server that does not work is refused with its reason",
        arguments: [
            ("", .scheme), ("thu.example.vn:587", .scheme), ("http://thu.example.vn", .scheme),
            ("file:///etc/passwd", .scheme), ("smtp:thu.example.vn", .scheme),
            ("smtp://", .host), ("smtp://:587", .host), ("smtp://thu_1.vn", .host), ("smtp://thư.vn", .host),
            ("smtp://a b.vn", .host), ("smtp://a.vn\r\nX", .host), ("smtp://[::1", .host), ("smtp://[a.vn]", .host),
            ("smtp://a.vn:", .port), ("smtp://a.vn:0", .port), ("smtp://a.vn:65536", .port), ("smtp://a.vn:x", .port),
            ("smtp://a.vn:+5", .port), ("smtp://a.vn:1:2", .port), ("smtp://[::1]5", .port),
            ("smtp://a.vn/helo", .path), ("smtp://a.vn?x=1", .path), ("smtp://t:a#b@a.vn", .path),
            ("smtp://t:a/b@a.vn", .path), ("smtp://ten@a.vn", .login), ("smtp://:mk@a.vn", .login),
            ("smtp://ten:@a.vn", .login), ("smtp://ten:a%zz@a.vn", .percent), ("smtp://ten:a%00@a.vn", .percent),
            ("smtp://ten:a%0Ab@a.vn", .percent), ("smtp://t%:a@a.vn", .percent),
        ] as [(String, MailURLFault)])
    func refused(url: String, fault: MailURLFault) {
        let error = #expect(throws: MailURLFault.self) { try SMTPMailer(url: url) }
        #expect(error == fault)
        #expect(error?.description.contains("Địa chỉ máy chủ thư không dùng được") == true)
    }

    @Test("A greeting that could carry a command, or authorities that cannot be read, are refused")
    func setUp() {
        #expect(throws: MailURLFault.helo) { try SMTPMailer(url: "smtp://a.vn", helo: "x\r\nMAIL FROM:<a@b.vn>") }
        #expect(throws: MailURLFault.authorities) { try SMTPMailer(url: "smtp://a.vn", authorities: "/no/such/file") }
    }

    @Test("Only this machine itself is spoken to without TLS")
    func loopback() {
        for host in ["localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "::1"] {
            #expect(SMTPMailer.isLoopback(host: host))
        }
        for host in [
            "127.0.0.1.example.vn", "127.example.vn", "localhost.example.vn", "128.0.0.1", "10.0.0.1", "::", "127.0.0",
            "127.0.0.256", "127.0.0.+1", "0.0.0.0", "",
        ] { #expect(!SMTPMailer.isLoopback(host: host), "\(host)") }
    }
}
