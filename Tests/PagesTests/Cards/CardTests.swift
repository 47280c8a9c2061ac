import Drawing
import Foundation
import QRCode
import Testing

@testable import Pages

@Suite("Printed cards")
struct CardTests {
    private static let longName =
        "Đăng ký biến động quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất"

    private func card(desk: String = "Tư pháp – Hộ tịch – Chứng thực", unit: String? = nil) -> Card {
        Card(
            address: "HTTPS://LONGKHANH.EXAMPLE.VN/Q/8G4TXYZ123", code: "8G4TXYZ123",
            officeName: "UBND thành phố Long Khánh", unit: unit ?? "Bộ phận Tiếp nhận và Trả kết quả thành phố",
            desk: desk, place: "Quầy 7",
            complaintsAddress: "Phòng Nội vụ thành phố Long Khánh, Số 01 đường CMT8, phường Xuân Hòa",
            complaintsPhone: "0251.3877.328")
    }

    @Test("A card says office, unit, desk, place, grouped code, typed address, three steps and where to complain")
    func words() throws {
        let svg = try card().page(layout: .card).svg
        for words in [
            "UBND thành phố Long Khánh", "Bộ phận Tiếp nhận và Trả kết quả thành phố", "Chứng thực", "Quầy 7",
            ">8G4TX YZ123<", ">longkhanh.example.vn/q/8G4TXYZ123<", "Mở camera hoặc Zalo, quét mã.",
            "Chọn mức hài lòng.", "Nhập số điện thoại, bấm Gửi.", "Phản ánh, khiếu nại: Phòng Nội vụ", "0251.3877.328",
        ] {
            #expect(svg.contains(words), "\(words)")
        }
        #expect(!svg.contains("style="))
    }

    @Test("Names with characters of markup are written out, in the card and on the print page")
    func escaping() throws {
        let name = "Hỏi & đáp <b> \"một\" 'cửa' \u{7}"
        let document = try CardDocument([card(desk: name, unit: name)], layout: .card, title: name)
        for text in [document.pages[0].svg, document.printPage()] {
            #expect(text.contains("Hỏi &amp; đáp &lt;b&gt; &quot;một&quot; &#39;cửa&#39;"))
            #expect(!text.contains("<b>") && !text.contains("\u{7}"))
        }
        #expect(throws: Never.self) { try document.pdf() }
    }

    @Test("The code is at least three centimetres wide, however long the names", arguments: CardLayout.allCases)
    func codeSize(layout: CardLayout) throws {
        for card in [card(), card(desk: Self.longName, unit: Self.longName)] {
            let svg = try card.page(layout: layout).svg
            let scale = try #require(svg.firstMatch(of: /scale\(([0-9.]+)\)/).flatMap { Double($0.1) })
            #expect(scale * Double(try QRCode(card.address).size) >= 300, "tenths of a millimetre")
        }
    }

    @Test(
        "Sixty-one cards take a page each, or a quarter of one",
        arguments: zip(CardLayout.allCases, [61, 61, 16]))
    func pages(layout: CardLayout, count: Int) throws {
        let cards = Array(repeating: card(), count: 61)
        let document = try CardDocument(cards, layout: layout, title: "Thẻ đánh giá")
        #expect(document.pages.count == count)
        let pdf = String(decoding: try document.pdf(), as: UTF8.self)
        #expect(pdf.matches(of: /\/Type \/Page %/).count == count)
        let page = document.printPage()
        #expect(page.matches(of: /<section>/).count == count)
        #expect(page.contains(layout == .card ? "@page{size:105mm 148mm;" : "@page{size:210mm 297mm;"))
        #expect(!page.contains("<script") && page.contains("<style>\(layout.printStyle)</style>"))
        #expect(page.matches(of: />8G4TX YZ123</).count == 61)
    }

    @Test(
        "The typed address leaves out what browsers add, and keeps what they do not",
        arguments: [
            ("HTTPS://LONGKHANH.EXAMPLE.VN/Q/8G4TXYZ123", "longkhanh.example.vn/q/8G4TXYZ123"),
            ("HTTP://192.168.1.5:8080/Q/8G4TXYZ123", "http://192.168.1.5:8080/q/8G4TXYZ123"),
        ])
    func typedAddress(address: String, typed: String) {
        let card = Card(
            address: address, code: "8G4TXYZ123", officeName: "", unit: "", desk: "", complaintsAddress: "")
        #expect(card.typedAddress == typed)
    }

    @Test("The code alone comes as SVG and as a picture of whole pixels")
    func codeAlone() throws {
        #expect(try card().codeSVG().contains("viewBox=\"0 0 37 37\""))
        let png = [UInt8](try card().codePNG(pixelsPerModule: 10))
        #expect(Array(png[16..<24]) == [0, 0, 1, 114, 0, 0, 1, 114])
    }
}
