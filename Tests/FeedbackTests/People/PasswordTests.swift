import Feedback
import Testing

@Suite("A password")
struct PasswordTests {
    @Test("is kept as a scrypt hash that only the same words open, however their diacritics are encoded")
    func scrypt() throws {
        let hash = try PasswordHash(password: "ngõ nhỏ phố nhỏ", salt: Array(0..<16))
        #expect(hash.rounds == 32_768 && hash.blockSize == 8 && hash.parallelism == 3 && hash.hash.count == 32)
        #expect(try hash.matches("ngo\u{303} nho\u{309} phô\u{301} nho\u{309}"))
        #expect(try !hash.matches("ngõ nhỏ phố nhơ"))
    }

    @Test(
        "must be long and not one that everybody tries",
        arguments: [
            ("", false), ("ngắn", false), ("12345678901", false), ("ngõ nhỏ phố nhỏ", true), ("mot cau de nho", true),
            ("aaaaaaaaaaaaaaaa", false), ("abababababab", false), ("Password2026!", false), ("matkhau-cua-toi", false),
            ("hailong-longkhanh", false), ("qwertyuiop[]", false), ("xin chào hanh.tran", false),
            (String(repeating: "nhà tôi ", count: 16), true), (String(repeating: "nhà tôi ", count: 17), false),
        ])
    func rule(password: String, isGood: Bool) {
        #expect((PasswordRule.problem(with: password, email: "hanh.tran@longkhanh.example") == nil) == isGood)
    }
}
