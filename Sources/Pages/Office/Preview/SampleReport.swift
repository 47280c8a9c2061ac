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

extension PeriodReport {
    /// November 2026 so far, with rows of every size that the rules for small numbers know.
    static let sample = PeriodReport(
        period: Period(november), isRunning: true, cell: CellFilter(),
        rule: FigureRule(of: .sample, chosen: nil), questionnaire: .sample, headline: .sample(1_147, 0.9314),
        previous: Comparison(period: Period(november.previous), measured: .sample(1_302, 0.9278), change: .same),
        lastYear: Comparison(
            period: Period(november).sameLastYear, measured: .sample(640, 0.884), change: .higher),
        trend: ControlTrend(months),
        units: [
            UnitRow(id: "ubnd", depth: 0, measured: .sample(1_147, 0.9314), isSum: true),
            unit("qldt", .sample(214, 0.841)), unit("dat-dai", .sample(402, 0.925)),
            unit("tu-phap", .sample(318, 0.962)),
            unit("tn-mt", .sample(141, 0.972)), unit("tckh", .sample(48, 0.979)), unit("ldtbxh", .sample(17, 0.882)),
            unit("noi-vu", .sample(7, 0.857)),
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
        factors: Questionnaire.sample.factors.map { factor in
            FactorFigure(
                factor: factor, rule: .pooled,
                parts: factor.id == "chung"
                    ? [.sample(1_147, 0.9314)]
                    : [.sample(1_140, 0.942), .sample(1_139, 0.921), .sample(1_128, 0.946), .sample(1_131, 0.951)])
        },
        criteria: [
            ("LK1", .sample(1_140, 0.942)), ("LK2", .sample(1_139, 0.921)), ("LK3", .sample(1_128, 0.946)),
            ("LK4", .sample(1_131, 0.951)), ("LK5", .sample(1_147, 0.9314)),
        ],
        fields: [("dat-dai", .sample(402, 0.925)), (nil, .sample(745, 0.935))],
        procedures: [
            ("cap-so-dat", .sample(212, 0.901)), ("khai-sinh", .sample(180, 0.967)), (nil, .sample(755, 0.932)),
        ],
        channels: [(.qr, .sample(1_140, 0.931)), (.screen, .sample(7, 1))],
        evidence: [.c: .sample(1_090, 0.936), .d: .sample(57, 0.842)],
        stages: [(.submitted, .sample(410, 0.951)), (.received, .sample(702, 0.922)), (nil, .sample(35, 0.886))],
        hours: week, targets: benchmarked, cases: CasesRaised(all: 14, open: 6, overdue: 2),
        response: ResponseRate(ratings: 1_261, dossiers: 9_940), comments: [SampleRating.bad, praise])

    /// The first days of a month of a small unit: too few to say anything.
    static let sampleOfFew: PeriodReport = {
        var report = sample
        let few = Measured.sample(8, 0.75)
        report.cell.unit = "noi-vu"
        report.headline = few
        report.previous.change = .unknown
        report.lastYear.change = .unknown
        report.lastYear.measured = Measured()
        report.trend = ControlTrend(
            months.dropLast().map { MonthFigure(month: $0.month, measured: .sample(9, 0.9)) }
                + [MonthFigure(month: november, measured: few)])
        report.units = [UnitRow(id: "noi-vu", depth: 0, measured: few, isSum: false)]
        report.desks = [("q10", few)]
        report.officials = [(nil, few)]
        report.factors = []
        report.criteria = [("LK1", .sample(4, 0.75)), ("LK5", few)]
        report.fields = [(nil, few)]
        report.procedures = []
        report.channels = [(.qr, few)]
        report.evidence = [.c: few]
        report.stages = []
        report.hours = [WeekHour(weekday: 2, hour: 9): few]
        report.targets = []
        report.comments = []
        return report
    }()

    /// A month that is over, of one official.
    static let samplePast: PeriodReport = {
        var report = sample
        report.period = Period(november.previous)
        report.isRunning = false
        report.cell.official = "thao"
        report.headline = .sample(68, 0.941)
        report.previous = Comparison(
            period: report.period.previous, measured: .sample(61, 0.705), change: .higher)
        report.lastYear = Comparison(
            period: report.period.sameLastYear, measured: .sample(66, 0.985), change: .lower)
        report.trend = ControlTrend(
            months.enumerated().map { index, each in
                MonthFigure(month: each.month.previous, measured: .sample(62 + index % 5, index == 14 ? 0.70 : 0.94))
            }, of: .official)
        report.units = [UnitRow(id: "dat-dai", depth: 0, measured: report.headline, isSum: false)]
        report.desks = [("q07", report.headline)]
        report.officials = [("thao", report.headline)]
        report.factors = []
        report.criteria = [("LK1", .sample(68, 0.909)), ("LK5", report.headline)]
        report.fields = [("dat-dai", report.headline)]
        report.procedures = []
        report.channels = [(.qr, report.headline)]
        report.evidence = [.c: report.headline]
        report.stages = []
        report.hours = [:]
        return report
    }()

    /// Any two days, read by the mean of criteria.
    static let sampleOfRange: PeriodReport = {
        var report = sample
        report.period = Period(november.firstDay...november.firstDay.adding(days: 19))
        report.isRunning = false
        report.cell = CellFilter(field: "dat-dai", stage: .received)
        report.factors = report.factors.enumerated().map { index, each in
            var factor = each.factor
            if index == 1 { factor.askedOnlyIf = "người đã gửi phản ánh" }
            return FactorFigure(factor: factor, rule: .meanOfCriteria, parts: each.parts)
        }
        return report
    }()

    /// So many procedures that their table does not stand whole; the directory knows them by code only.
    static let sampleOfMany: PeriodReport = {
        var report = sample
        report.procedures = (0..<48).map { index in
            (ID("1.00\(1_193 + index * 37)"), .sample(400 - index * 8, 0.9 + Double(index * 29 % 80) / 1_000))
        }
        return report
    }()

    static let sampleEmpty: PeriodReport = {
        var report = sampleOfFew
        report.cell = CellFilter()
        report.headline = Measured()
        report.previous.measured = Measured()
        report.trend = ControlTrend(months.map { MonthFigure(month: $0.month, measured: Measured()) })
        (report.units, report.desks, report.officials, report.criteria, report.fields) = ([], [], [], [], [])
        (report.channels, report.evidence, report.hours) = ([], [:], [:])
        report.cases = CasesRaised()
        return report
    }()

    static let praise = SampleRating.rating(
        [.verySatisfied, .verySatisfied, .verySatisfied, .verySatisfied, .verySatisfied],
        comment: "Anh ở quầy hướng dẫn kỹ, làm xong trong 10 phút.")

    static let november = LocalDay.sample.month

    private static func unit(_ id: ID<Feedback.Unit>, _ measured: Measured) -> UnitRow {
        UnitRow(id: id, depth: 1, measured: measured, isSum: false)
    }

    private static let benchmarked =
        Directory.officeSample.targets(on: .sample)
        + [
            Feedback.Target(
                id: "ca-nuoc-2024", name: "Cả nước 2024", value: 0.8394, from: LocalDay(number: 19_723),
                method: "SIPAS, Quyết định 1001/QĐ-BNV", sameMethod: false)
        ]

    /// Fewer people at noon, and one hour that goes wrong.
    private static let week: [WeekHour: Measured] = {
        var week: [WeekHour: Measured] = [:]
        for day in 1...5 {
            for hour in 7...16 where hour != 12 {
                let n = hour == 11 || hour == 7 ? 4 + day * 5 : 30 + (day * 13 + hour * 7) % 41
                week[WeekHour(weekday: day, hour: hour)] = .sample(n, day == 1 && hour == 8 ? 0.7 : 0.95)
            }
        }
        week[WeekHour(weekday: 3, hour: 9)] = .sample(190, 1)
        return week
    }()

    /// Two years, oldest first: the last twelve months are those of the home page.
    static let months: [MonthFigure] = {
        var months = [november]
        while months.count < 24 { months.append(months[months.count - 1].previous) }
        let figures = [
            (0, 0.0), (7, 0.85), (22, 0.864), (210, 0.871), (305, 0.892), (322, 0.881), (298, 0.913), (410, 0.829),
            (455, 0.895), (502, 0.886), (560, 0.899), (590, 0.871),
            (18, 0.889), (640, 0.884), (702, 0.896), (655, 0.902), (880, 0.91), (910, 0.905), (1_004, 0.921),
            (1_120, 0.917), (1_190, 0.924), (1_260, 0.931), (1_302, 0.9278), (1_147, 0.9314),
        ]
        return zip(months.reversed(), figures).map { MonthFigure(month: $0, measured: .sample($1.0, $1.1)) }
    }()
}

extension SavedView {
    static let samples = [
        SavedView(
            id: 4, user: 1, name: "Đất đai, tháng trước", period: .last(.month), query: "field=dat-dai",
            madeAt: SampleRating.moment),
        SavedView(
            id: 7, user: 1, name: "Toàn thành phố", period: .running(.month), query: "", madeAt: SampleRating.moment),
    ]
}

extension HomeState {
    static let sample = HomeState(
        month: PeriodReport.november, rule: PeriodReport.sample.rule, thisMonth: PeriodReport.sample.headline,
        lastMonth: PeriodReport.sample.previous.measured, change: .same, trend: Array(PeriodReport.months.suffix(12)),
        target: Directory.officeSample.target(on: .sample), ratingsToday: 41,
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
