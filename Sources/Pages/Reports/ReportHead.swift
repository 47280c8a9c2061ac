import Documents
import Feedback

/// Head and foot of the document. Number, day and signature are blank: they are the clerk's.
extension ReportPaper {
    var head: [Paper.Block] {
        let agency = [
            line(form.parentAgency.uppercased(), size: 12),
            line(form.issuingAgency.uppercased(), size: 12, bold: true, rule: 0.4),
        ]
        let state = [
            line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size: 12, bold: true),
            line("Độc lập - Tự do - Hạnh phúc", size: 13, bold: true, rule: 0.55),
        ]
        let number = line("Số:          /\(form.symbol)", size: 13, before: 6)
        let date = line("\(form.place), \(day)", size: 13, italic: true, before: 6)
        // Number and date stand on one line, however many lines the name above takes.
        return [
            .grid([
                [Paper.Column(width: 0.42, lines: agency), Paper.Column(width: 0.58, lines: state)],
                [Paper.Column(width: 0.42, lines: [number]), Paper.Column(width: 0.58, lines: [date])],
            ])
        ]
    }

    /// Blank but for the year. Signed after the period: a report of December is signed in January.
    var day: String {
        let last = report.subject.period.last
        return "ngày        tháng        năm \((report.isRunning ? last : last.adding(days: 1)).year)"
    }

    /// The kind of document and what it is about.
    func title(_ kind: String, _ about: [String]) -> [Paper.Block] {
        let lines =
            [line(kind, size: 14, bold: true, before: 12)]
            + about.enumerated().map { place, text in
                line(text, size: 14, bold: true, rule: place == about.count - 1 ? 0.4 : 0)
            }
        return lines.map { .paragraph($0) }
    }

    func opening(on page: inout PaperWriter) {
        let whom = figures.unitName.map { "của \($0)" } ?? "của cơ quan hành chính Nhà nước \(form.area)"
        page.add(
            title(
                "BÁO CÁO",
                [
                    "Kết quả khảo sát sự hài lòng của người dân, tổ chức đối với sự phục vụ \(whom)", words.period,
                ]))
        page.add([.paragraph(line("Kính gửi: \(form.addressee).", size: 14, before: 6, after: 6))])
        let ground = form.bases.joined(separator: "; ")
        let intro =
            "\(form.issuingAgency) báo cáo kết quả khảo sát sự hài lòng của người dân, tổ chức tại các quầy tiếp nhận và "
            + "trả kết quả \(words.period) như sau:"
        page.paragraph(ground.isEmpty ? intro : "\(ground), \(intro)")
    }

    func closing(on page: inout PaperWriter) {
        page.paragraph(
            "Trên đây là báo cáo kết quả khảo sát sự hài lòng của người dân, tổ chức \(words.period), "
                + "\(form.issuingAgency) kính báo cáo \(form.addressee)./.")
    }

    /// Nơi nhận, and where somebody signs.
    var tail: [Paper.Block] {
        let last = form.recipients.count - 1
        let recipients = form.recipients.enumerated().map { place, name in
            line("- \(name)\(place == last ? "." : ";")", size: 11, alignment: .left)
        }
        let heading = Paper.Line(
            [Paper.Run("Nơi nhận:", bold: true, italic: true)], alignment: .left, size: 12, before: 6, after: 0)
        let room = (0..<4).map { _ in line(" ", size: 13) }
        let signature = form.signature.map { line($0.uppercased(), size: 13, bold: true) }
        let foot = Paper.Block.grid([
            [
                Paper.Column(width: 0.5, lines: [heading] + recipients),
                Paper.Column(width: 0.5, lines: signature + room),
            ]
        ])
        guard let seal else { return [foot] }
        return [
            foot,
            .paragraph(
                Paper.Line(
                    [Paper.Run(seal, italic: true)], alignment: .left, size: 10, before: 12, after: 0)),
        ]
    }

    /// By which somebody proves later that neither figures nor journal were written anew. A draft has none: that it is
    /// one stands at the foot of each page.
    private var seal: String? {
        guard let edition = report.edition else { return nil }
        return "Số liệu chốt lúc \(Formats.moment(edition.at)), mã số liệu \(edition.snapshot). Nhật ký đến dòng "
            + "\(edition.seal.line), mã băm \(edition.seal.hex). Kiểm tra: hailong verify --line \(edition.seal.line) "
            + "--hash \(edition.seal.hex.prefix(16))"
    }

    func line(
        _ text: String, size: Double, bold: Bool = false, italic: Bool = false,
        alignment: Paper.Line.Alignment = .centre, before: Double = 0, after: Double = 0, rule: Double = 0
    ) -> Paper.Line {
        Paper.Line(
            [Paper.Run(text, bold: bold, italic: italic)], alignment: alignment, size: size, before: before,
            after: rule > 0 ? 4 : after, rule: rule)
    }
}
