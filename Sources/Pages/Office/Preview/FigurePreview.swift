import Feedback

extension OfficePreview {
    static var figurePages: [(name: String, page: any Page)] {
        let address = FigureAddress(month: PeriodReport.november, cell: CellFilter(unit: "tu-phap"))
        return [
            ("office-figures", figures(.sample(.month), .sample, views: SavedView.samples)),
            ("office-figures-past", figures(.sampleOfHead(.month), .samplePast)),
            ("office-figures-range", figures(.sample(.month), .sampleOfRange)),
            ("office-figures-long", figures(.sample(.month), .sampleOfMany)),
            ("office-figures-few", figures(.sample(.month), .sampleOfFew)),
            ("office-figures-empty", figures(.sample(.month), .sampleEmpty)),
            ("office-figures-administrator", figures(.sampleOfAdministrator(.month), .sample)),
            (
                "office-view-form",
                ViewFormPage(
                    .sample(.month), address: address, today: .sample, typed: FormFields(),
                    problems: FormProblems([.init(field: "name", message: "Xin đặt tên cho cách xem này.")]))
            ),
            (
                "office-ratings",
                RatingsPage(
                    .sample(.month), address: address.turned(to: 2), ratings: [SampleRating.bad, PeriodReport.praise],
                    total: 318)
            ),
            (
                "office-ratings-low",
                RatingsPage(
                    .sample(.month),
                    address: FigureAddress(month: PeriodReport.november, levels: [.veryDissatisfied]), ratings: [],
                    total: 0)
            ),
        ]
    }

    private static func figures(_ frame: Frame, _ report: PeriodReport, views: [SavedView] = []) -> any Page {
        FigurePage(
            frame, report: report, today: .sample, views: views,
            seal: report.isRunning ? nil : JournalSeal(line: 1_024, hash: Array(0..<32)))
    }
}
