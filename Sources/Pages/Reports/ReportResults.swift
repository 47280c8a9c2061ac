import Charts
import Feedback

extension ReportPaper {
    /// II. Kết quả.
    func results(on page: inout PaperWriter) {
        let tables = ReportTables(self)
        page.chapter("II. KẾT QUẢ")
        page.section("1. Kết quả chung")
        page.paragraph("Tỷ lệ hài lòng chung (mức 4 và mức 5): \(ReportSentences.share(figures.headline)).\(rest)")
        if figures.headline.counts.n > 0 { page.table(tables.levels) }
        page.paragraph(
            ReportSentences.change(figures.previous, figures.headline, since: report.subject.period.previous))
        // Nine months have the nine months of the year before as their period before: once is enough.
        if report.subject.period.previous != report.subject.period.sameLastYear {
            page.paragraph(
                ReportSentences.change(
                    figures.lastYear.measured, figures.headline, since: report.subject.period.sameLastYear))
        }
        if !figures.goals.isEmpty { page.table(tables.goals) }
        trend(on: &page)
        parts(on: &page, tables)
        page.section("3. Theo lĩnh vực")
        if figures.fields.isEmpty {
            page.paragraph("Chưa có phiếu nào gắn với lĩnh vực.")
        } else {
            page.paragraph(
                "Thủ tục khác lĩnh vực khó dễ khác nhau, nên chỉ so sánh trong cùng một lĩnh vực mới công bằng.")
            page.table(tables.fields)
        }
        criteria(on: &page, tables)
        page.section("5. Theo kênh và mức xác thực")
        if figures.headline.ratings > 0 {
            page.paragraph("Các kênh được tính riêng; con số chung gộp các kênh theo đúng số phiếu của từng kênh.")
            page.table(tables.channels)
            page.table(tables.evidence)
        } else {
            page.paragraph("Chưa có phiếu.")
        }
        page.section("6. Công chức được đánh giá")
        page.paragraph("Số liệu của từng công chức chỉ gửi lãnh đạo, theo phụ lục riêng.")
        page.prose(text(.results))
    }

    private var rest: String {
        let text = FigureText(figures.headline)
        guard let mean = text.mean, let bad = text.dissatisfied else { return "" }
        return " Không hài lòng (mức 1 và mức 2): \(bad). Điểm trung bình: \(mean) trên 5."
    }

    private func trend(on page: inout PaperWriter) {
        let now = Month(report.asOf)
        let points = figures.months.compactMap { line -> Trend.Point? in
            guard let month = Month(rawValue: line.id), month <= now else { return nil }
            let shown = line.measured.isFitForChart(of: .anything) ? line.measured : Measured()
            return Trend.Point(year: month.year, month: month.number, n: shown.counts.n, share: shown.chartShare)
        }
        guard points.contains(where: { $0.n >= 10 }) else { return }
        let last = min(report.subject.period.last.month, now)
        let title = "Tỷ lệ hài lòng mười hai tháng đến \(Formats.month(last))"
        let goal = figures.goals.first { $0.sameMethod }.map { Charts.Target($0.value, name: $0.name) }
        page.picture(Trend(id: "r-trend", title: title, points: points, target: goal).svg(.wide), title: title)
    }

    /// Of units, or of a unit's desks: who clearly differs, and a picture of all.
    private func parts(on page: inout PaperWriter, _ tables: ReportTables) {
        let isWhole = figures.unit == nil
        page.section(isWhole ? "2. Theo cơ quan, đơn vị, phường, xã" : "2. Theo quầy")
        let told = figures.parts.filter { !keeps($0, figures.partsTable) }
        let ids = Set(told.map(\.id))
        let (lower, higher) = (
            figures.lower.filter { ids.contains($0.id) }, figures.higher.filter { ids.contains($0.id) }
        )
        if !figures.isCompared {
            page.paragraph("Chưa có hai \(figures.partWord) đủ 30 phiếu để so sánh.")
        } else if lower.isEmpty && higher.isEmpty {
            page.paragraph("Không \(figures.partWord) nào rõ ràng khác mức chung.")
        }
        if !higher.isEmpty { page.paragraph("Rõ ràng cao hơn mức chung: \(ReportSentences.list(higher)).") }
        if !lower.isEmpty { page.paragraph("Rõ ràng thấp hơn mức chung: \(ReportSentences.list(lower)).") }
        let named = figures.parts.filter { !$0.id.isEmpty }
        let few = named.filter { $0.measured.size != .full }
        let appendix = ReportAppendix.all(of: self).first { $0.appendix == (isWhole ? .units : .desks) }
        if let appendix, !named.isEmpty {
            page.paragraph(
                (few.isEmpty
                    ? "" : "\(Formats.count(few.count)) \(figures.partWord) có dưới 30 phiếu nên chưa so sánh. ")
                    + "Số liệu từng \(figures.partWord) ở \(appendix.name).")
        }
        let rows = told.filter { $0.measured.isFitForChart(of: .anything) && $0.measured.counts.n >= 10 }
        guard (2...Self.mostDrawn).contains(rows.count) else { return }
        let title = "Tỷ lệ hài lòng theo \(figures.partWord), với khoảng tin cậy 95 %"
        let chart = IntervalChart(
            id: "r-parts", title: title, shareName: "hài lòng",
            rows: rows.map { .init(label: $0.name, n: $0.measured.counts.n, share: $0.measured.chartShare) },
            target: figures.headline.figure.share.map { Charts.Target($0, name: "Mức chung") })
        page.picture(chart.svg(.wide), title: title)
    }

    /// Rows of a picture that still fits a page.
    private static let mostDrawn = 36

    private func criteria(on page: inout PaperWriter, _ tables: ReportTables) {
        page.section("4. Theo tiêu chí, yếu tố")
        guard !figures.criteria.isEmpty else { return page.paragraph("Chưa có phiếu.") }
        let ranked = figures.rankedCriteria
        if let worst = ranked.first, let best = ranked.last, worst.id != best.id {
            let sure = Change(from: worst.measured, to: best.measured) == .higher
            page.paragraph(
                "Cao nhất: “\(best.name)” (\(ReportSentences.short(best.measured))). "
                    + "Thấp nhất: “\(worst.name)” (\(ReportSentences.short(worst.measured))). "
                    + (sure
                        ? "Hai tiêu chí này khác nhau rõ rệt."
                        : "Chênh lệch giữa hai tiêu chí này có thể do ngẫu nhiên."))
        }
        if !figures.factorLines.isEmpty { page.table(tables.factors) }
        page.table(tables.criteria)
    }
}
