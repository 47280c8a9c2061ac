import Foundation
import Testing

@testable import Pages

@Suite("Lettering of names")
struct LetteringTests {
    @Test(
        "Lines end where a phrase ends, and never begin with a dash",
        arguments: [
            ("Hộ tịch", ["Hộ tịch"]),
            ("Tư pháp – Hộ tịch – Chứng thực", ["Tư pháp – Hộ tịch –", "Chứng thực"]),
            ("Lao động – Người có công – Bảo trợ xã hội", ["Lao động – Người có công –", "Bảo trợ xã hội"]),
            ("Địa chính – Xây dựng – Môi trường", ["Địa chính – Xây dựng –", "Môi trường"]),
            ("Nội vụ – Thi đua – Hội, quỹ, tôn giáo", ["Nội vụ – Thi đua –", "Hội, quỹ, tôn giáo"]),
            ("  \n ", []),
        ])
    func phrases(name: String, lines: [String]) {
        let measures = CardMeasures.a6
        let lettering = Lettering(name, sizes: measures.desk, width: measures.column, lines: 3, glyphs: .bold)
        #expect(lettering.lines == lines)
    }

    @Test(
        "A name of ninety characters is set whole, in three lines that all fit",
        arguments: [
            "Đăng ký biến động quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất",
            "Phòng Tiếp nhận hồ sơ và Trả kết quả giải quyết thủ tục hành chính liên thông về đất đai 1",
            String(repeating: "Đường ", count: 15), String(repeating: "ươ", count: 25),
        ])
    func longNames(name: String) {
        for measures in [CardMeasures.a6, .a4] {
            let lettering = Lettering(name, sizes: measures.desk, width: measures.column, lines: 3, glyphs: .bold)
            #expect(lettering.lines.joined().filter { $0 != " " } == name.filter { $0 != " " })
            for line in lettering.lines {
                let width = GlyphWidths.bold.width(ofDecomposed: line.decomposedStringWithCanonicalMapping)
                #expect(Double(width) / 1000 * lettering.size <= measures.column)
            }
        }
    }

    @Test("What fits nowhere is cut with an ellipsis instead of running into the code")
    func cut() {
        let name = Array(repeating: "Bộ phận", count: 60).joined(separator: " ")
        let lettering = Lettering(name, sizes: [60, 45], width: 880, lines: 3, glyphs: .bold)
        #expect(lettering.lines.count == 3)
        #expect(lettering.lines.last?.hasSuffix("…") == true)
    }

    @Test("Decomposed letters are measured and drawn as precomposed ones")
    func normalForms() {
        let name = "Tiếp nhận và Trả kết quả"
        let lettering = Lettering(
            name.decomposedStringWithCanonicalMapping, sizes: [40], width: 2000, lines: 1, glyphs: .regular)
        let precomposed = name.precomposedStringWithCanonicalMapping
        #expect(Array(lettering.lines.joined().unicodeScalars) == Array(precomposed.unicodeScalars))
    }
}
