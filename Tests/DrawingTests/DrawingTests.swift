import Drawing
import Foundation
import Testing

@Suite("Drawings on paper and as pictures")
struct DrawingTests {
    private let greeting = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><text x="10" y="50">Hài lòng</text></svg>
        """

    @Test("A PDF has one page for each drawing, each of its own size")
    func pages() throws {
        let pages = [(105.0, 148.0), (210.0, 297.0), (297.0, 210.0)]
        let pdf = try Drawing.pdf(
            pages: pages.map { SVGPage(svg: greeting, width: $0.0, height: $0.1) }, title: "Thẻ đánh giá")
        #expect(pdf.starts(with: Data("%PDF-".utf8)))
        let text = String(decoding: pdf, as: UTF8.self)
        #expect(text.matches(of: /\/Type \/Page %/).count == 3)
        let sides = text.matches(of: /\/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]/).compactMap {
            "\(Int((Double($0.1) ?? 0) / 72 * 25.4 + 0.5))×\(Int((Double($0.2) ?? 0) / 72 * 25.4 + 0.5))"
        }
        #expect(sides == ["105×148", "210×297", "297×210"])
    }

    @Test("A picture is as large as paper and resolution say, or as wide as asked")
    func pictures() throws {
        let page = try Drawing.png(SVGPage(svg: greeting, width: 50.8, height: 25.4), dpi: 300)
        #expect(pixels(of: page) == [600, 300])
        #expect(pixels(of: try Drawing.png(svg: greeting, width: 370)) == [370, 185])
    }

    @Test(
        "What is no SVG is refused with librsvg's words",
        arguments: ["", "Hài lòng", "<svg", "<html/>", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>"])
    func noSVG(text: String) {
        #expect {
            try Drawing.png(svg: text, width: 10)
        } throws: { error in
            guard case Drawing.Problem.badSVG(let words)? = error as? Drawing.Problem else { return false }
            return !words.isEmpty
        }
        #expect(throws: Drawing.Problem.self) {
            try Drawing.pdf(pages: [
                SVGPage(svg: greeting, width: 10, height: 10), SVGPage(svg: text, width: 10, height: 10),
            ])
        }
    }

    @Test("Sides that no paper has are refused", arguments: [0, -1, Double.nan, Double.infinity, 6_000])
    func sizes(side: Double) {
        let page = SVGPage(svg: greeting, width: side, height: 100)
        #expect(throws: Drawing.Problem.badSize) { try Drawing.pdf(pages: [page]) }
        #expect(throws: Drawing.Problem.badSize) { try Drawing.png(page) }
    }

    @Test("Pictures without end are refused")
    func pictureSizes() {
        #expect(throws: Drawing.Problem.badSize) { try Drawing.png(svg: greeting, width: 10_001) }
        #expect(throws: Drawing.Problem.badSize) { try Drawing.png(svg: greeting, width: 0) }
        #expect(throws: Drawing.Problem.noPages) { try Drawing.pdf(pages: []) }
    }

    /// Width and height stand behind the signature and the name of the first chunk, big-endian.
    private func pixels(of png: Data) -> [Int] {
        let bytes = [UInt8](png)
        return [16, 20].map { at in bytes[at..<(at + 4)].reduce(0) { $0 * 256 + Int($1) } }
    }
}
