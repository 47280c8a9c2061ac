import Feedback
import TestSupport
import Testing

@Suite("Phone and identity numbers in what people write")
struct NumbersInWordsTests {
    @Test(
        "Of a number the last three digits are left, however it is grouped",
        arguments: [
            ("gọi tôi 0912345678", "gọi tôi •••678"), ("gọi 0912 345 678 nhé", "gọi •••678 nhé"),
            ("0912.345.678", "•••678"), ("09.1234.5678", "•••678"), ("0 9 1 2 3 4 5 6 7 8", "•••678"),
            ("0912/345/678, 0912,345,678", "•••678, •••678"), ("+84912345678", "•••678"),
            ("(+84) 912-345-678", "•••678"), ("0084 912 345 678", "•••678"), ("84 912 345 678.", "•••678."),
            ("sđt0912345678", "sđt•••678"), ("sđt0912 345 678", "sđt•••678"),
            ("0912345678/0987654321", "•••678/•••321"), ("0912 345 678 0987 654 321", "•••678 •••321"),
            ("912345678 hay 912 345 678", "•••678 hay •••678"), ("(0251) 3877 328", "•••328"),
            ("0251/3877328", "•••328"), ("số cũ 0168 234 5678", "số cũ •••678"),
            ("０９１２ ３４５ ６７８", "•••678"), ("0912\u{A0}345\u{A0}678", "•••678"),
            ("CCCD 075089001234", "CCCD •••234"), ("CCCD: 075 089 001 234, cấp 2021", "CCCD: •••234, cấp 2021"),
            ("0750 8900 1234", "•••234"), ("CMND 271234567 được cấp", "CMND •••567 được cấp"),
            ("CMND 271 234 567", "CMND •••567"), ("BHXH 7516012345", "BHXH •••345"),
            ("STK 5900205123456", "STK •••456"), ("quầy 03 0912 345 678", "quầy 03 •••678"),
            ("ngày 21/11/2026 0912 345 678", "ngày 21/11/2026 •••678"),
        ])
    func masked(typed: String, shown: String) {
        #expect(typed.maskingNumbers == shown)
        #expect(typed.holdsNumber)
        #expect(shown.maskingNumbers == shown)
        #expect(!shown.holdsNumber)
    }

    @Test(
        "Dates, hours, sums, dossiers, documents and service numbers stay",
        arguments: [
            "", "1", "Chờ lâu", "21/11/2026", "ngày 09.11.2026 08 giờ", "từ 05-11-2026 - 08-11-2026",
            "lúc 08:30 ngày 09/11/2026", "7h30-11h30, 13h-17h, thứ 2-6", "năm 2024 2025 2026", "1.250.000 đồng",
            "1.250.000.000 đồng", "125.000.500 đ", "125000500 đồng", "500000000", "1250000000",
            "000.12.34.H19-241105-0012", "H19.129-241120-0012", "H03-241105-0012, H03-241105-01",
            "Số 0123/2026/QĐ-UBND", "gọi 1022, 1900 1234 không được", "60C1-234.56", "thửa 123 tờ 45, 1.250 m2",
            "1, 2, 3, 4, 5, 6, 7, 8, 9, 10", "bàn 1 2 3 4 5 6 7 8 9 10", "10.30\n0912\n345 678",
            "•••678 345 123",
        ])
    func kept(typed: String) {
        #expect(typed.maskingNumbers == typed)
        #expect(!typed.holdsNumber)
    }

    @Test("Masked twice is masked once, and never longer, whatever is typed")
    func twice() {
        let letters = Array("01234567890123456789 .-/(+đ•\n,".unicodeScalars)
        var dice = Dice()
        for _ in 0..<5_000 {
            let typed = (0..<Int.random(in: 0...40, using: &dice)).compactMap { _ in letters.randomElement(using: &dice)
            }
            let text = String(String.UnicodeScalarView(typed))
            let once = text.maskingNumbers
            #expect(once.maskingNumbers == once, "\(text.debugDescription)")
            #expect(once.unicodeScalars.count <= typed.count, "\(text.debugDescription)")
        }
    }

    @Test("The same page sent twice is one rating, though its words were masked")
    func sentTwice() async throws {
        let fixture = try await Fixture()
        let form = try fixture.form(comment: "Gọi tôi 0912345678")
        let first = try await fixture.send(form)
        #expect(try await fixture.send(form).id == first.id)
    }
}
