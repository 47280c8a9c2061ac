import Feedback
import Foundation

extension OfficePreview {
    /// The home page of roles that see something else than figures.
    static var homes: [(name: String, page: any Page)] {
        let own = HomeTask.own(
            "minh", months: LocalDay.sample.month.previous.previous...LocalDay.sample.month.previous, .sample(84, 0.95))
        return [
            (
                "office-home-lead",
                home(.oneStopLead, [.shifts(desks: 10, empty: ["q03", "q07"], isDayOff: false)], unit: "mot-cua")
            ),
            (
                "office-home-privacy",
                home(
                    .dataProtection,
                    [.dataRequests(DataRequestLoad(open: 3, overdue: 1, nextDay: .sample, incidents: 1, notifyBy: nil))]
                )
            ),
            ("office-home-official", home(.official, [own])),
            (
                "office-home-month-ended",
                home(
                    .homeAffairs,
                    [
                        .report(Period(LocalDay.sample.month.previous), isBegun: true),
                        .report(Period(.quarter, holding: .sample).previous, isBegun: false),
                    ], mailGoesOut: false)
            ),
            ("office-home-leadership", home(.leadership, [.publication(Period(LocalDay.sample.month.previous))])),
            ("office-home-entry", home(.paperEntry, [.idle(.paperEntry)])),
        ]
    }

    private static func home(
        _ role: Role, _ tasks: [HomeTask], unit: ID<Feedback.Unit>? = nil, mailGoesOut: Bool = true
    ) -> any Page {
        var frame = Frame.sample(.home, role, unit: unit)
        frame.mailGoesOut = mailGoesOut
        return HomePage(frame, state: .sample, tasks: tasks, now: SampleRating.moment)
    }
}
