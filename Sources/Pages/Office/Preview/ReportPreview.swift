import Feedback
import Foundation

extension OfficePreview {
    /// The list and the page of written reports: a draft, one that was frozen, one that was amended, one of few ratings.
    static var reports: [(name: String, page: any Page)] {
        let now = SampleRating.moment
        guard let month = try? ReportSubject(period: Period(LocalDay.sample.month.previous)),
            let unit = try? ReportSubject(period: month.period, unit: "tu-phap")
        else { return [] }
        let states = [ReportState(subject: month, hasTexts: true, editions: 2, lastFrozen: now)]
        let draft = WrittenReport.sample(month)
        var problems = FormProblems()
        problems.add("solutions", "Xin viết và lưu phần “V. Giải pháp, kiến nghị” trước khi chốt.")
        return [
            (
                "office-reports",
                ReportsPage(
                    .sample(.reports), year: 2026, unit: nil, units: [nil, "tu-phap", "dat-dai"], states: states,
                    publicity: [month.period: .inForce, month.period.previous: .withdrawn],
                    today: .sample.adding(days: 60))
            ),
            (
                "office-reports-empty",
                ReportsPage(
                    .sampleOfHead(.reports), year: 2027, unit: "tu-phap", units: ["tu-phap"], states: [], today: .sample
                )
            ),
            ("office-report", page(draft, .sample(.reports), problems: problems)),
            ("office-report-amended", page(.sampleAmended(month), .sample(.reports), drift: ReportDifference.samples)),
            ("office-report-head", page(.sample(unit), .sampleOfHead(.reports), mayWrite: false)),
        ]
    }

    private static func page(
        _ report: WrittenReport, _ frame: Frame, drift: [ReportDifference] = [], mayWrite: Bool = true,
        problems: FormProblems = FormProblems()
    ) -> ReportPage {
        ReportPage(
            frame, report: report, address: ReportAddress(report.subject), drift: drift,
            names: ["user:1": "Lê Văn Phúc"], mayWrite: mayWrite, forLeadership: mayWrite, problems: problems)
    }
}

extension ReportDifference {
    static let samples = [
        ReportDifference(
            part: .whole, name: "", old: .figure(.sample(1_302, 0.9278)), new: .figure(.sample(1_309, 0.928))),
        ReportDifference(part: .cases, name: "Số cảnh báo", old: .count(14), new: .count(15)),
    ]
}

extension WrittenReport {
    /// Home affairs' draft: shortcomings saved twice, solutions carried over.
    static func sample(_ subject: ReportSubject) -> WrittenReport {
        let now = SampleRating.moment
        let texts = ["Còn chậm trả kết quả đất đai.", "Còn chậm trả kết quả đất đai. Nguyên nhân: thiếu người."].map {
            ReportText(section: .shortcomings, at: now, actor: "user:1", body: $0)
        }
        let parts = ReportSection.allCases.map { section -> ReportPart in
            switch section {
            case .shortcomings:
                ReportPart(
                    section: section, body: texts[1].body, source: .written(at: now, actor: "user:1"), history: texts)
            case .solutions:
                ReportPart(
                    section: section, body: "Bổ sung người ở quầy 7.", source: .carried(from: subject.period.previous),
                    history: [])
            default: ReportPart(section: section, body: "", source: .empty, history: [])
            }
        }
        return WrittenReport(
            subject: subject, figures: .sample(subject), edition: nil, editions: [], parts: parts, differences: [],
            asOf: now, isRunning: false)
    }

    static func sampleAmended(_ subject: ReportSubject) -> WrittenReport {
        let now = SampleRating.moment
        let editions = [(0, ""), (1, "Phiếu giấy của phường nhập muộn.")].map { number, reason in
            ReportEdition(
                id: Int64(number + 1), subject: subject, number: number, at: now, actor: "user:1",
                snapshot: number == 0 ? "8G4T20H9MZ" : "7K3PXW5N1C", figures: .sample(subject), form: nil,
                reason: reason,
                seal: JournalSeal(line: 1_204 + Int64(number), hash: Array(repeating: 0xA7, count: 32)))
        }
        var report = sample(subject)
        report.editions = editions
        report.edition = editions[1]
        return report
    }
}

extension ReportFigures {
    /// The figures of the sample month as a report counts them.
    static func sample(_ subject: ReportSubject) -> ReportFigures {
        let directory = Directory.officeSample
        let unit = subject.unit.flatMap { directory.unit($0) }
        func line(_ id: String, _ name: String, _ now: Measured, _ before: Measured = .sample(300, 0.93)) -> Line {
            Line(
                id: id, name: name, counts: now.counts, ratings: now.ratings, before: before.counts,
                ratingsBefore: before.ratings)
        }
        var cases = CaseOutcome(
            unit: "tu-phap", unitName: "Phòng Tư pháp", category: "chua-hai-long", categoryName: "Chưa hài lòng")
        (cases.raised, cases.inTime, cases.late, cases.waiting, cases.overdue) = (14, 9, 3, 2, 1)
        (cases.confirmed, cases.unfounded, cases.unclear, cases.measures) = (7, 3, 2, 6)
        let units: [(String, Measured)] = [
            ("tu-phap", .sample(318, 0.962)), ("dat-dai", .sample(402, 0.845)), ("noi-vu", .sample(7, 0.857)),
        ]
        return ReportFigures(
            period: subject.period.rawValue, unit: unit?.id.rawValue,
            authority: directory.configuration.authority.name, unitName: unit?.name,
            question: Questionnaire.sample.criteria.last?.text,
            now: line("", "", .sample(1_302, 0.9278), .sample(1_260, 0.931)),
            lastYear: line("", "", .sample(640, 0.884)),
            months: MonthFigure.year(endingWith: subject.period.last.month).map {
                line($0.0.rawValue, $0.0.rawValue, $0.1)
            },
            deployment: Deployment(
                desks: 8, desksWithCode: 8, desksWithRatings: 7, units: 7, unitsWithRatings: 6, openings: 2_140,
                dossiers: 3_105, ratingsWithDossiers: 1_302),
            units: units.map { line($0.0, directory.unit(ID($0.0))?.name ?? $0.0, $0.1) },
            desks: [line("q03", "Quầy 3 – Chứng thực, hộ tịch", .sample(318, 0.962))],
            fields: [line("dat-dai", "Đất đai", .sample(402, 0.845)), line("", "Không rõ", .sample(900, 0.96))],
            criteria: Questionnaire.sample.criteria.enumerated().map { place, criterion in
                line(criterion.id.rawValue, criterion.text, .sample(1_290, 0.9 + Double(place) / 80))
            },
            factors: Questionnaire.sample.factors.map {
                Group(
                    id: $0.id.rawValue, name: $0.name, criteria: $0.criteria.map(\.id.rawValue),
                    askedOnlyIf: $0.askedOnlyIf)
            },
            channels: [
                line("qr", Channel.qr.words, .sample(1_295, 0.928)), line("paper", "Phiếu giấy", .sample(7, 1)),
            ],
            evidence: [line("C", "Loại C", .sample(1_240, 0.93)), line("D", "Loại D", .sample(62, 0.87))],
            officials: [
                line("minh", "Nguyễn Văn Minh", .sample(318, 0.962)), line("khoa", "Võ Đăng Khoa", .sample(29, 0.9)),
            ],
            goals: [
                Goal(name: "Mục tiêu của thành phố", value: 0.95, method: "Đánh giá tại quầy", sameMethod: true),
                Goal(name: "Cả nước 2024", value: 0.8394, method: "SIPAS", sameMethod: false),
            ], cases: [cases], themes: [Theme(name: Reason.late.words, count: 6)])
    }
}

extension MonthFigure {
    /// Twelve months, oldest first.
    fileprivate static func year(endingWith last: Month) -> [(Month, Measured)] {
        var months = [last]
        while months.count < 12 { months.append(months[months.count - 1].previous) }
        return months.reversed().enumerated().map { ($1, .sample(600 + 60 * $0, 0.88 + Double($0) / 250)) }
    }
}
