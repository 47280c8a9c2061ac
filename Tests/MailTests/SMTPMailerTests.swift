import Foundation
import Mail
import TestSupport
import Testing

@Suite struct SMTPMailerTests {
    @Test("Fifty mails go over one connection, each to its one recipient, byte for byte")
    func reuse() async throws {
        let sink = try SMTPSink()
        let mailer = try SMTPMailer(url: sink.url, patience: .untiring)
        for number in 1...50 { try await mailer.send(letter("alert-\(number)", to: "h\(number)@example.vn")) }
        #expect(sink.connections == 1)
        #expect(sink.messageIDs == (1...50).map { "<alert-\($0)@longkhanh.example.vn>" })
        #expect(sink.received.map(\.recipients) == (1...50).map { ["h\($0)@example.vn"] })
        #expect(try sink.received[6].data == letter("alert-7", to: "h7@example.vn").mime())
    }

    @Test("Callers at the same time wait in line for the one connection")
    func together() async throws {
        let sink = try SMTPSink()
        let mailer = try SMTPMailer(url: sink.url, patience: .untiring)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...100 { group.addTask { try await mailer.send(letter("alert-\(number)")) } }
            try await group.waitForAll()
        }
        #expect(sink.connections == 1)
        #expect(Set(sink.messageIDs).count == 100)
    }

    @Test("An unused connection is closed with QUIT, and the next mail opens another")
    func idle() async throws {
        let sink = try SMTPSink()
        var patience = SMTPPatience()
        patience.idle = 0.05
        let mailer = try SMTPMailer(url: sink.url, patience: patience)
        try await mailer.send(letter())
        try await Task.sleep(for: .milliseconds(300))
        #expect(sink.commands.last == "QUIT")
        try await mailer.send(letter("alert-2"))
        #expect(sink.connections == 2)
    }

    @Test("A connection that the server closed meanwhile does not cost a mail")
    func closedMeanwhile() async throws {
        let sink = try SMTPSink()
        let mailer = try SMTPMailer(url: sink.url)
        try await mailer.send(letter())
        sink.goDown()
        try sink.comeUp()
        try await mailer.send(letter("alert-2"))
        #expect(sink.received.map(\.connection) == [1, 2])
    }

    @Test("A login is asked for and given")
    func login() async throws {
        var offer = SMTPSink.Offer()
        offer.login = SMTPSink.Login(user: "hailong@example.vn", password: "mật:khẩu/@%")
        let sink = try SMTPSink(offer: offer)
        let secret = "m%E1%BA%ADt%3Akh%E1%BA%A9u%2F%40%25"
        let mailer = try SMTPMailer(url: "smtp://hailong%40example.vn:\(secret)@127.0.0.1:\(sink.port)")
        try await mailer.send(letter())
        #expect(sink.received.map(\.user) == ["hailong@example.vn"])
    }

    @Test("A wrong password can be mended: temporary, and not repeated in the text")
    func wrongLogin() async throws {
        var offer = SMTPSink.Offer()
        offer.login = SMTPSink.Login(user: "hailong", password: "right")
        let sink = try SMTPSink(offer: offer)
        let mailer = try SMTPMailer(url: "smtp://hailong:Wr0ngSecret@127.0.0.1:\(sink.port)")
        let failure = try await failure(of: letter(), through: mailer)
        #expect(failure == .temporary("Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu (535 5.7.8)"))
        #expect(sink.received.isEmpty)
    }

    @Test(
        "Without STARTTLS nothing is said to a server outside this machine, no login, no mail",
        arguments: [false, true])
    func startTLSRequired(brokenTLS: Bool) async throws {
        var offer = SMTPSink.Offer()
        offer.login = SMTPSink.Login(user: "hailong", password: "secret")
        offer.brokenTLS = brokenTLS
        let sink = try SMTPSink(offer: offer)
        let url = "smtp://hailong:secret@127.0.0.1:\(sink.port)"
        let mailer = try SMTPMailer(url: url, mayStayPlain: { _ in false })
        let failure = try await failure(of: letter(), through: mailer)
        #expect(isTemporary(failure))
        #expect(!sink.commands.contains { $0 == "AUTH" || $0.hasPrefix("MAIL") })
        #expect(sink.received.isEmpty)
    }

    @Test("TLS from the first byte against a server without it is a temporary failure")
    func implicitTLS() async throws {
        let sink = try SMTPSink()
        var patience = SMTPPatience()
        patience.untilDot = 1
        let mailer = try SMTPMailer(url: "smtps://127.0.0.1:\(sink.port)", patience: patience)
        #expect(isTemporary(try await failure(of: letter(), through: mailer)))
        #expect(sink.received.isEmpty)
    }

    @Test("A mailer that was closed says so, and does not lose what waits in line")
    func closed() async throws {
        let sink = try SMTPSink()
        let mailer = try SMTPMailer(url: sink.url)
        try await mailer.send(letter())
        mailer.close()
        #expect(isTemporary(try await failure(of: letter("alert-2"), through: mailer)))
        try await Task.sleep(for: .milliseconds(200))
        #expect(sink.commands.last == "QUIT")
    }
}

func failure(of message: MailMessage, through mailer: any Mailer) async throws -> MailFailure? {
    do {
        try await mailer.send(message)
        return nil
    } catch let failure as MailFailure {
        return failure
    }
}

func isTemporary(_ failure: MailFailure?) -> Bool {
    switch failure {
    case .temporary, .unreachable: true
    case .permanent, nil: false
    }
}
