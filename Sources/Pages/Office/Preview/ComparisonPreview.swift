import Feedback
import Foundation

extension OfficePreview {
    /// The comparison with every band, alarms in every state, a part that burns and one that is quiet, oneself, dossiers.
    static var comparison: [(name: String, page: any Page)] {
        let today = LocalDay.sample
        return [
            ("office-comparison", ComparisonPage(.sample(.comparison), comparison: .sample, today: today)),
            ("office-comparison-desks", ComparisonPage(.sample(.comparison), comparison: .sampleOfDesks, today: today)),
            (
                "office-comparison-empty",
                ComparisonPage(.sampleOfHead(.comparison), comparison: .sampleEmpty, today: today)
            ),
            ("office-part", PartPage(.sample(.comparison), report: .sample)),
            ("office-part-quiet", PartPage(.sample(.comparison, .oneStopLead, unit: "mot-cua"), report: .sampleQuiet)),
            (
                "office-own",
                OwnPage(.sample(.home, .official), own: .sample(84, isWaiting: false), window: 6)
            ),
            (
                "office-own-provisional",
                OwnPage(.sample(.home, .official), own: .sample(41, isWaiting: true), window: 3)
            ),
            ("office-own-few", OwnPage(.sample(.home, .official), own: .sample(12, isWaiting: true), window: 3)),
        ] + alarms + dossiers + fairnessHomes
    }

    private static var alarms: [(name: String, page: any Page)] {
        let users = [User(id: 2, name: "Trần Thị Hạnh", email: "hanh@longkhanh.example", grants: [])]
        var problems = FormProblems()
        problems.add("note", "Xin ghi đã xem xét thế nào, ví dụ: đã trao đổi với quầy, do mất điện.")
        return [
            (
                "office-alarms",
                AlarmsPage(
                    .sample(.comparison), alarms: [.sample, .sampleSeen, .sampleWithdrawn], users: users, isDone: true)
            ),
            (
                "office-alarms-problem",
                AlarmsPage(
                    .sample(.comparison), alarms: [.sample], users: users, problems: problems, typed: (7, "  "))
            ),
            ("office-alarms-none", AlarmsPage(.sampleOfHead(.comparison), alarms: [], users: users)),
        ]
    }

    private static var dossiers: [(name: String, page: any Page)] {
        let today = LocalDay.sample, month = today.month.previous
        let counts = [
            DossierCount(month: month, desk: "q03", count: 1_250), DossierCount(month: month, desk: "q07", count: 60),
        ]
        let rates: [ID<Desk>: ResponseRate] = [
            "q03": ResponseRate(ratings: 318, dossiers: 1_250), "q07": ResponseRate(ratings: 72, dossiers: 60),
        ]
        var problems = FormProblems()
        problems.add("count-q03", "Xin ghi một số từ 0 đến 100.000, ví dụ 620.")
        return [
            (
                "office-dossiers",
                DossiersPage(.sample(.comparison), month: month, counts: counts, rates: rates, today: today, saved: 2)
            ),
            (
                "office-dossiers-problem",
                DossiersPage(
                    .sampleOfHead(.comparison), month: today.month, counts: [], rates: [:], today: today,
                    problems: problems, typed: DossierForm(month: today.month, typed: ["q03": "8o"]),
                    pasted: "Q03 8o")
            ),
            (
                "office-dossiers-none",
                DossiersPage(
                    .sample(.comparison, .oneStopLead, unit: "noi-vu"), month: month, counts: [], rates: [:],
                    today: today)
            ),
        ]
    }

    private static var fairnessHomes: [(name: String, page: any Page)] {
        let tasks: [HomeTask] = [
            .alarms([.sample, .sampleOfDesk]), .silentDesks([SilentDesk(desk: "q10", lastRating: nil)]),
            .dossiers(LocalDay.sample.month.previous, missing: 4),
        ]
        return [
            (
                "office-home-alarms",
                HomePage(.sample(.home), state: .sample, tasks: tasks, now: SampleRating.moment)
            )
        ]
    }
}

extension Alarm {
    static let sample = Alarm(
        id: 7, subject: .official("thao"), unit: "dat-dai", raisedAt: SampleRating.moment, firstRating: 1_004,
        lastRating: 1_147, firstDay: LocalDay.sample.adding(days: -11), lastDay: .sample, n: 31, negatives: 9)

    static let sampleOfDesk: Alarm = {
        var alarm = sample
        (alarm.id, alarm.subject) = (8, .desk("q05"))
        return alarm
    }()

    static let sampleSeen: Alarm = {
        var alarm = sampleOfDesk
        alarm.id = 5
        alarm.steps = [
            AlarmStep(
                kind: .acknowledged, at: SampleRating.moment, actor: "user:2",
                note: "Máy in hỏng hai ngày, người dân chờ lâu. Đã thay máy.")
        ]
        return alarm
    }()

    static let sampleWithdrawn: Alarm = {
        var alarm = sample
        alarm.id = 4
        alarm.steps = [AlarmStep(kind: .withdrawn, at: SampleRating.moment, actor: "user:2", note: "")]
        return alarm
    }()
}

extension FairComparison {
    private static func part(_ id: String, _ n: Int, _ share: Double) -> Part {
        let measured = Measured.sample(n, share)
        return Part(
            id: id, measured: measured, band: Band(of: measured, whole: .sample(1_147, 0.9314)),
            shrunken: measured.shrunken(towards: 0.9314))
    }

    static let sample: FairComparison = {
        let parts = [
            part("noi-vu", 7, 0.857), part("tu-phap", 318, 0.962), part("dat-dai", 402, 0.925),
            part("tn-mt", 141, 0.972), part("qldt", 214, 0.841), part("tckh", 48, 0.979), part("ldtbxh", 36, 0.806),
        ]
        let month = LocalDay.sample.month
        return FairComparison(
            period: Period(.quarter, holding: .sample), isRunning: true, side: .unit, field: nil,
            rule: FigureRule(of: .sample, chosen: nil), whole: .sample(1_147, 0.9314), parts: parts,
            officials: [
                ("minh", 318, Band.clearlyHigher(isAlarm: false)), ("thao", 44, .same), ("khoa", 12, .tooFew),
            ],
            praise: [parts[1]], concern: [parts[4], parts[6], parts[2]],
            topics: [
                Topic(
                    field: "dat-dai", measured: .sample(402, 0.905), band: .clearlyLower(isAlarm: false), weight: 0.412)
            ],
            topicMonths: month.previous.previous.previous.previous.previous...month, rates: [:],
            silent: [
                SilentDesk(desk: "q10", lastRating: LocalDay.sample.adding(days: -17)),
                SilentDesk(desk: "q08", lastRating: nil),
            ])
    }()

    static let sampleOfDesks: FairComparison = {
        var comparison = sample
        comparison.side = .desk
        comparison.field = "dat-dai"
        comparison.parts = [part("q03", 318, 0.962), part("q07", 402, 0.895), part("q04", 22, 0.91), part("q10", 3, 1)]
        (comparison.praise, comparison.concern) = ([comparison.parts[0]], [comparison.parts[1]])
        comparison.rates = [
            "q03": ResponseRate(ratings: 318, dossiers: 1_250), "q07": ResponseRate(ratings: 402, dossiers: 310),
        ]
        return comparison
    }()

    static let sampleEmpty: FairComparison = {
        var comparison = sample
        comparison.whole = Measured()
        (comparison.parts, comparison.praise, comparison.concern, comparison.topics) = ([], [], [], [])
        (comparison.officials, comparison.silent) = ([], [])
        return comparison
    }()
}

extension PartReport {
    static let sample = PartReport(
        subject: .unit("dat-dai"), month: LocalDay.sample.month, rule: FigureRule(of: .sample, chosen: nil),
        thisMonth: .sample(402, 0.885), lastMonth: .sample(390, 0.931), change: .same, trend: HomeState.sample.trend,
        recent: .sample(1_180, 0.905), whole: .sample(3_709, 0.9314), band: .clearlyLower(isAlarm: true),
        strong: [("LK1", .sample(1_170, 0.915)), ("LK4", .sample(1_166, 0.912))],
        weak: [("LK2", .sample(1_175, 0.901)), ("LK3", .sample(1_171, 0.905))], questionnaire: .sample,
        rate: (LocalDay.sample.month.previous, ResponseRate(ratings: 390, dossiers: 310)), desks: ["q07", "q04"],
        silent: [SilentDesk(desk: "q04", lastRating: nil)],
        load: CaseLoad(open: 6, unacknowledged: 1, overdue: 2, dueToday: 1, returned: 1),
        alarms: [.sample, .sampleSeen, .sampleWithdrawn], target: Directory.officeSample.target(on: .sample))

    static let sampleQuiet: PartReport = {
        var report = sample
        report.subject = .desk("q03")
        report.thisMonth = .sample(8, 0.75)
        report.change = .unknown
        report.recent = .sample(8, 0.75)
        report.band = .tooFew
        (report.strong, report.weak, report.rate, report.desks) = ([], [], nil, ["q03"])
        report.silent = [SilentDesk(desk: "q03", lastRating: LocalDay.sample.adding(days: -12))]
        (report.load, report.alarms, report.target) = (nil, [], nil)
        return report
    }()
}

extension OwnFigures {
    static func sample(_ n: Int, isWaiting: Bool) -> OwnFigures {
        let month = LocalDay.sample.month.previous
        let isShown = n >= 30
        let rows: [(id: ID<Criterion>, measured: Measured)] = [
            ("LK1", .sample(n, 0.97)), ("LK2", .sample(n, 0.88)), ("LK3", .sample(n, 0.93)), ("LK4", .sample(n, 0.95)),
            ("LK5", .sample(n, 0.93)),
        ]
        return OwnFigures(
            official: "minh", months: month.previous.previous...month, measured: .sample(n, 0.93),
            whole: isShown ? .sample(3_709, 0.9314) : nil, criteria: isShown ? rows : [], questionnaire: .sample,
            isWaiting: isWaiting)
    }
}
