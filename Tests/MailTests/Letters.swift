import Foundation
import Mail

/// A mail of the kind the product writes.
func letter(
    _ id: String = "alert-1", to: String = "hanh@longkhanh.example.vn", name: String = "Trần Thị Hạnh",
    subject: String = "Đánh giá cần xem", text: String = "Quầy số 3", html: String = "<p>Quầy số 3</p>"
) throws -> MailMessage {
    try MailMessage(
        from: Mailbox(name: "Hài Lòng – TP Long Khánh", address: "hailong@longkhanh.example.vn"),
        to: Mailbox(name: name, address: to), subject: subject, text: text, html: html,
        messageID: "\(id)@longkhanh.example.vn", date: Date(timeIntervalSince1970: 1_709_622_309))
}

/// A seeded generator (SplitMix64): `HAILONG_SEED` replays a run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    static func seed() -> UInt64 {
        let seed = ProcessInfo.processInfo.environment["HAILONG_SEED"].flatMap(UInt64.init) ?? .random(in: 0..<1 << 32)
        print("HAILONG_SEED=\(seed)")
        return seed
    }
}

extension SMTPPatience {
    /// For tests that count connections: a test that waits for a busy machine is not a mailer that rests.
    static var untiring: SMTPPatience {
        var patience = SMTPPatience()
        patience.idle = 3_600
        return patience
    }
}
