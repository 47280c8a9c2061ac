import Foundation
import Mail
import TestSupport
import Testing

@Suite struct SMTPFaultTests {
    @Test(
        "What the server may take later is temporary, and the next attempt on a fresh connection arrives",
        arguments: [
            (.busy, "Máy chủ thư hẹn lại sau (421 4.3.2)"), (.cut, nil),
            (.unwelcome, "Máy chủ thư không chịu làm việc với máy này (554 5.7.1)"),
            (.refuseSender("451 4.3.0 wait"), "Máy chủ thư hẹn lại sau (451 4.3.0)"),
            (.refuseSender("550 5.7.1 you not"), "Máy chủ thư không nhận địa chỉ người gửi (550 5.7.1)"),
            (.refuseRecipient("450 4.2.1 busy"), "Máy chủ thư hẹn lại sau (450 4.2.1)"),
            (.refuseRecipient("452 4.2.2 full"), "Máy chủ thư hẹn lại sau (452 4.2.2)"),
            (.refuseMail("451 4.3.0 no room"), "Máy chủ thư hẹn lại sau (451 4.3.0)"),
            (.refuseMail("421 closing"), "Máy chủ thư hẹn lại sau (421)"),
            (.resetMidData, nil), (.resetAfterDot, nil),
        ] as [(SMTPSink.Fault, String?)])
    func temporary(fault: SMTPSink.Fault, text: String?) async throws {
        let sink = try SMTPSink()
        sink.failNext(fault)
        let mailer = try SMTPMailer(url: sink.url)
        let failure = try await failure(of: letter(), through: mailer)
        #expect(isTemporary(failure))
        if let text { #expect(failure == .temporary(text)) }
        #expect(sink.received.isEmpty)
        try await mailer.send(letter())
        #expect(sink.messageIDs == ["<alert-1@longkhanh.example.vn>"])
        #expect(sink.connections == 2)
    }

    @Test(
        "What the server refuses for good is permanent, and its words stay out of the text",
        arguments: [
            (
                .refuseRecipient("550 5.1.1 Nguyễn Văn A unknown"),
                "Máy chủ thư không nhận thư cho người nhận này (550 5.1.1)"
            ),
            (.refuseRecipient("553 no"), "Máy chủ thư không nhận thư cho người nhận này (553)"),
            (.refuseMail("554 5.6.0 spam: Quầy số 3"), "Máy chủ thư không nhận nội dung thư (554 5.6.0)"),
            (.refuseMail("552 5.3.4.9999 size"), "Máy chủ thư không nhận nội dung thư (552)"),
        ] as [(SMTPSink.Fault, String)])
    func permanent(fault: SMTPSink.Fault, text: String) async throws {
        let sink = try SMTPSink()
        sink.failNext(fault)
        let mailer = try SMTPMailer(url: sink.url)
        #expect(try await failure(of: letter(), through: mailer) == .permanent(text))
        try await mailer.send(letter("alert-2"))
        #expect(sink.messageIDs == ["<alert-2@longkhanh.example.vn>"])
    }

    @Test("A server that is down is a temporary failure; once it is up, mail flows")
    func down() async throws {
        let sink = try SMTPSink()
        let mailer = try SMTPMailer(url: sink.url)
        sink.goDown()
        #expect(isTemporary(try await failure(of: letter(), through: mailer)))
        #expect(sink.connections == 0)
        try sink.comeUp()
        try await mailer.send(letter())
        #expect(sink.received.count == 1)
    }

    @Test("Greylisting takes the second attempt of each recipient")
    func greylist() async throws {
        let sink = try SMTPSink()
        sink.greylist()
        let mailer = try SMTPMailer(url: sink.url)
        for head in ["hanh@example.vn", "dung@example.vn"] {
            #expect(isTemporary(try await failure(of: letter(to: head), through: mailer)))
            try await mailer.send(letter(to: head))
        }
        #expect(sink.received.flatMap(\.recipients) == ["hanh@example.vn", "dung@example.vn"])
    }

    @Test("A host name that nobody knows is a temporary failure")
    func unknownHost() async throws {
        let mailer = try SMTPMailer(url: "smtp://no-such-host.invalid")
        #expect(isTemporary(try await failure(of: letter(), through: mailer)))
    }

    @Test("The answer to the final dot is waited for longer than everything before it")
    func slowAnswer() async throws {
        let sink = try SMTPSink()
        var patience = SMTPPatience()
        patience.untilDot = 0.5
        patience.afterDot = 2
        let mailer = try SMTPMailer(url: sink.url, patience: patience)
        sink.failNext(.slowAnswer(1.5), .slowAnswer(30))
        try await mailer.send(letter())
        #expect(sink.received.count == 1)
        let failure = try await failure(of: letter("alert-2"), through: mailer)
        #expect(failure == .temporary("Máy chủ thư không xác nhận đã nhận thư"))
    }

    @Test("A server that does not greet is given up, yet a slow greeting outlasts the limit on connecting")
    func slowGreeting() async throws {
        var offer = SMTPSink.Offer()
        offer.greetingDelay = 1.5
        let sink = try SMTPSink(offer: offer)
        var patience = SMTPPatience()
        patience.connect = 0.5
        try await SMTPMailer(url: sink.url, patience: patience).send(letter())
        patience.untilDot = 0.5
        let impatient = try SMTPMailer(url: sink.url, patience: patience)
        #expect(try await failure(of: letter(), through: impatient) == .temporary("Máy chủ thư trả lời quá chậm"))
    }
}
