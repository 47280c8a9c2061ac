import Feedback
import Foundation

extension Measured {
    /// `n` answers of which a share is satisfied, the rest spread as people do.
    static func sample(_ n: Int, _ share: Double) -> Measured {
        let satisfied = Int((Double(n) * share).rounded())
        let rest = n - satisfied
        let n5 = satisfied * 3 / 5
        let n1 = rest / 6
        let n2 = rest / 3
        return Measured(
            counts: Counts(n1: n1, n2: n2, n3: rest - n1 - n2, n4: satisfied - n5, n5: n5, blank: n / 40),
            ratings: n + n / 40)
    }
}

extension MonthReport {
    /// November 2026 so far, with rows of every size that the rules for small numbers know.
    static let sample = MonthReport(
        month: november, isRunning: true, cell: CellFilter(),
        rule: FigureRule(of: .sample, chosen: nil), questionnaire: .sample, headline: .sample(1_147, 0.9314),
        previous: .sample(1_302, 0.9278), change: .same, trend: year,
        units: [
            ("qldt", .sample(214, 0.841)), ("dat-dai", .sample(402, 0.925)), ("tu-phap", .sample(318, 0.962)),
            ("tn-mt", .sample(141, 0.972)), ("tckh", .sample(48, 0.979)), ("ldtbxh", .sample(17, 0.882)),
            ("noi-vu", .sample(7, 0.857)),
        ],
        desks: [
            ("q05", .sample(214, 0.841)), ("q07", .sample(402, 0.925)), ("q03", .sample(318, 0.962)),
            ("q04", .sample(141, 0.972)), ("q06", .sample(48, 0.979)), ("q08", .sample(17, 0.882)),
            ("q10", .sample(3, 1)),
        ],
        officials: [
            ("minh", .sample(318, 0.962)), ("thao", .sample(44, 0.932)), ("khoa", .sample(29, 0.931)),
            (nil, .sample(329, 0.93)),
        ],
        criteria: [
            ("LK1", .sample(1_140, 0.942)), ("LK2", .sample(1_139, 0.921)), ("LK3", .sample(1_128, 0.946)),
            ("LK4", .sample(1_131, 0.951)), ("LK5", .sample(1_147, 0.9314)),
        ],
        fields: [("dat-dai", .sample(402, 0.925)), (nil, .sample(745, 0.935))],
        channels: [(.qr, .sample(1_140, 0.931)), (.screen, .sample(7, 1))],
        evidence: [.c: .sample(1_090, 0.936), .d: .sample(57, 0.842)],
        target: Directory.officeSample.target(on: .sample),
        openCases: 6, overdueCases: 2, comments: [SampleRating.bad, praise])

    /// The first days of a month of a small unit: too few to say anything.
    static let sampleOfFew: MonthReport = {
        var report = sample
        let few = Measured.sample(8, 0.75)
        report.cell.unit = "noi-vu"
        report.headline = few
        report.change = .unknown
        report.trend[report.trend.count - 1] = MonthFigure(month: november, measured: few)
        report.units = [("noi-vu", few)]
        report.desks = [("q10", few)]
        report.officials = [(nil, few)]
        report.criteria = [("LK1", .sample(4, 0.75)), ("LK5", few)]
        report.fields = [(nil, few)]
        report.channels = [(.qr, few)]
        report.evidence = [.c: few]
        report.comments = []
        return report
    }()

    /// A month that is over, of one official.
    static let samplePast: MonthReport = {
        var report = sample
        report.month = november.previous
        report.isRunning = false
        report.cell.official = "thao"
        report.headline = .sample(44, 0.932)
        report.previous = .sample(61, 0.705)
        report.change = .higher
        report.trend = report.trend.map { MonthFigure(month: $0.month.previous, measured: .sample(44, 0.932)) }
        report.units = [("dat-dai", report.headline)]
        report.desks = [("q07", report.headline)]
        report.officials = [("thao", report.headline)]
        report.criteria = [("LK1", .sample(44, 0.909)), ("LK5", report.headline)]
        report.fields = [("dat-dai", report.headline)]
        report.channels = [(.qr, report.headline)]
        report.evidence = [.c: report.headline]
        return report
    }()

    static let sampleEmpty: MonthReport = {
        var report = sampleOfFew
        report.cell = CellFilter()
        report.headline = Measured()
        report.previous = Measured()
        report.trend = report.trend.map { MonthFigure(month: $0.month, measured: Measured()) }
        (report.units, report.desks, report.officials, report.criteria, report.fields) = ([], [], [], [], [])
        (report.channels, report.evidence, report.openCases, report.overdueCases) = ([], [:], 0, 0)
        return report
    }()

    static let praise = SampleRating.rating(
        [.verySatisfied, .verySatisfied, .verySatisfied, .verySatisfied, .verySatisfied],
        comment: "Anh ở quầy hướng dẫn kỹ, làm xong trong 10 phút.")

    private static let november = LocalDay.sample.month

    private static let year: [MonthFigure] = {
        var months = [november]
        while months.count < 12 { months.append(months[months.count - 1].previous) }
        let figures = [
            (18, 0.889), (640, 0.884), (702, 0.896), (655, 0.902), (880, 0.91), (910, 0.905), (1_004, 0.921),
            (1_120, 0.917), (1_190, 0.924), (1_260, 0.931), (1_302, 0.9278), (1_147, 0.9314),
        ]
        return zip(months.reversed(), figures).map { MonthFigure(month: $0, measured: .sample($1.0, $1.1)) }
    }()
}

extension HomeState {
    static let sample = HomeState(
        month: MonthReport.sample.month, rule: MonthReport.sample.rule, thisMonth: MonthReport.sample.headline,
        lastMonth: MonthReport.sample.previous, change: .same, trend: MonthReport.sample.trend,
        target: MonthReport.sample.target, ratingsToday: 41,
        load: CaseLoad(open: 6, unacknowledged: 1, overdue: 2, dueToday: 1, returned: 1),
        waiting: [
            Waiting(
                unit: "qldt", name: "Ngô Gia Bảo", open: 3, overdue: 2,
                firstDue: SampleRating.moment.addingTimeInterval(-90_000)),
            Waiting(
                unit: "tu-phap", name: "Trần Thị Hạnh", open: 3, overdue: 0,
                firstDue: SampleRating.moment.addingTimeInterval(7_500)),
        ],
        outbox: OutboxState(lastSent: SampleRating.moment.addingTimeInterval(-240)))

    static let sampleBroken: HomeState = {
        var state = sample
        state.outbox = OutboxState(
            waiting: 12, gaveUp: 1, oldestUnsent: SampleRating.moment.addingTimeInterval(-7_200),
            lastError: "Không nối được tới mail.longkhanh.example:587")
        return state
    }()
}
