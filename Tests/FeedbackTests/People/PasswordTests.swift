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
            // What everybody tries, with what everybody adds to it.
            ("Mật-Khẩu-Của-Tôi", false), ("matkhau20262027", false), ("M@tKh4u2026!!!", false),
            ("p@ssw0rdp@ssw0rd", false),
            ("anhyeuem123456", false), ("iloveyou-1402", false), ("abcdefghijklmn", false), ("zyxwvutsrqponm", false),
            ("098765432109", false), ("083201774625", false), ("qwerty-asdfgh-1", false), ("UBNDLongKhanh2026", false),
            ("hanoi saigon danang", false), ("lan1lan1lan1lan1", false), ("hành chính công 24/7", false),
            ("correct horse battery staple", false), ("Nguyen Van A 1990", false),
            // What only one person would think of.
            ("con mèo nhà bên hay ngáp", true), ("quán phở góc phố ồn", true), ("8F3K-22Q9-7731", true),
            ("k7!2x9#4b1$8", true), ("chiều qua mưa to quá", true), ("b7c0e1a94f2d", true), ("привет из Ханоя", true),
            (String(repeating: "nhà tôi ", count: 16), true), (String(repeating: "nhà tôi ", count: 17), false),
        ])
    func rule(password: String, isGood: Bool) {
        #expect((PasswordRule.problem(with: password, email: "hanh.tran@longkhanh.example") == nil) == isGood)
    }
}
