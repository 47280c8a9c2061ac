import Drawing
package import Feedback
package import Foundation
import QRCode

/// A poster of one office: what people said in the last published period, what was done, and where to read it all.
/// As a PDF to print, and as a page that a screen at the desk can show.
package struct OpenPoster: Sendable {
    package let office: String
    package let unit: String
    /// "Tháng 10/2026: 214 lượt đánh giá"; nil: too few to say so.
    let lead: String?
    /// "93,14 % hài lòng".
    let figure: String?
    /// What to say instead, or besides.
    let question: String
    let cases: String?
    /// Where the QR code leads.
    let address: String

    /// Ratings from which on a poster says a share: under 30 it is provisional (Statistics.md, "Small numbers").
    static let least = 30

    /// - Parameters:
    ///   - publication: the last one in force; nil: nothing was published yet.
    ///   - today: when the month before is "tháng trước"; nil on paper, which stays longer than a month.
    /// - Throws: `Refusal.notFound` for a unit that is not rated.
    package init(
        unit id: ID<Feedback.Unit>, publication: Publication?, directory: Directory, baseURL: String, today: LocalDay?
    ) throws(Refusal) {
        guard let unit = directory.unit(id), unit.isRated else { throw .notFound }
        office = directory.configuration.authority.name
        self.unit = unit.name
        address = "\(baseURL)/open".uppercased()
        let row = publication?.figures.unit(id)
        if let publication, let measured = row?.cell.measured, let share = measured.figure.share,
            min(measured.ratings, measured.counts.n) >= Self.least
        {
            let isLast = today.map { publication.period == Period($0.month.previous) } ?? false
            let time = isLast ? "Tháng trước" : Formats.period(publication.period).firstUppercased
            lead = "\(time), \(Formats.count(measured.ratings))\(Formats.space)lượt đánh giá"
            figure = "\(Formats.percent(share)) hài lòng"
            question = "Ông/Bà cũng vậy? Xin quét mã ở quầy và cho biết, chỉ mất một phút."
        } else {
            lead = nil
            figure = nil
            question = "Ông/Bà thấy nơi này phục vụ thế nào? Xin quét mã ở quầy và cho biết, chỉ mất một phút."
        }
        cases = row?.cases.flatMap { $0.raised == 0 ? nil : OpenWhole.words($0) }
    }

    /// The latest month in force, or the latest period.
    package static func latest(_ publications: [Publication]) -> Publication? {
        let open = publications.filter(\.isInForce)
        let months = open.filter { $0.period.kind == .month }
        return (months.isEmpty ? open : months).max { $0.period.last < $1.period.last }
    }

    /// One A4 page.
    package func pdf() throws -> Data {
        let page = SVGPage(svg: try drawing().document(title: "\(unit), \(office)"), width: 210, height: 297)
        return try Drawing.pdf(pages: [page], title: "Người dân đánh giá \(unit)")
    }

    func codeSVG() throws(QRCode.Problem) -> String { try QRCode(address, level: .medium).svg() }

    func drawing() throws(QRCode.Problem) -> SVGDrawing {
        let (width, height, margin) = (2100.0, 2970.0, 180.0)
        var drawing = SVGDrawing(width: width, height: height)
        var y = margin
        func write(_ text: String, _ sizes: [Double], bold: Bool, fill: String, lines: Int = 4) {
            let lettering = Lettering(
                text, sizes: sizes, width: width - 2 * margin, lines: lines, glyphs: bold ? .bold : .regular)
            for line in lettering.lines {
                drawing.text(line, x: width / 2, y: y + lettering.size, size: lettering.size, bold: bold, fill: fill)
                y += lettering.size * 1.3
            }
        }
        write(office, [66], bold: true, fill: Ink.accent)
        y += 12
        write(unit, [122, 110, 99, 88], bold: true, fill: Ink.black)
        y += 150
        if let lead, let figure {
            write(lead, [104, 92, 80], bold: false, fill: Ink.black, lines: 2)
            y += 40
            write(figure, [220, 200, 180, 160], bold: true, fill: Ink.accent, lines: 1)
            y += 70
        }
        write(question, lead == nil ? [140, 120] : [92, 84], bold: lead == nil, fill: Ink.black)
        if let cases {
            y += 60
            write(cases, [66, 60], bold: false, fill: Ink.muted, lines: 4)
        }
        let symbol = try QRCode(address, level: .medium)
        let side = 560.0
        let module = side / Double(symbol.size)
        let top = height - margin - side - 200
        drawing.line(
            from: (margin, top - 110), to: (width - margin, top - 110), stroke: Ink.line, width: 3)
        drawing.path(symbol.path(margin: 0), x: (width - side) / 2, y: top, scale: module, fill: Ink.code)
        y = top + side + 60
        write("Mọi số liệu đã công bố: \(shownAddress)", [56, 50, 44], bold: false, fill: Ink.black, lines: 2)
        return drawing
    }

    /// As somebody types it.
    var shownAddress: String {
        let lowered = address.lowercased()
        return lowered.hasPrefix("https://") ? String(lowered.dropFirst("https://".count)) : lowered
    }
}

/// The poster on a screen at the desk, which asks for it anew every few minutes.
package struct OpenPosterPage: Page {
    package static let template = "open-poster"

    let style: String
    let title: String
    let office: String
    let unit: String
    let lead: String?
    let figure: String?
    let question: String
    let cases: String?
    let qr: String
    let shownAddress: String
    let pdfHref: String

    package init(_ poster: OpenPoster, unit id: ID<Feedback.Unit>) throws {
        style = OpenStyle.css
        title = poster.unit
        office = poster.office
        unit = poster.unit
        lead = poster.lead
        figure = poster.figure
        question = poster.question
        cases = poster.cases
        qr = try poster.codeSVG()
        shownAddress = poster.shownAddress
        pdfHref = OpenAddress.posterPDF(id)
    }
}
