import Feedback
import TestSupport
import Testing

@Suite("The legal clock of a request")
struct TermTests {
    /// Weekdays, with one holiday and one Saturday that is worked.
    private let hours = WorkingHours(holidays: [.on("2026-09-02")], compensated: [.on("2026-08-22")])

    @Test(
        "A first reply is due on the second working day; the day of receipt, weekends and holidays do not count",
        arguments: [
            ("2026-11-16", "2026-11-18"), ("2026-11-19", "2026-11-23"), ("2026-11-20", "2026-11-24"),
            ("2026-11-21", "2026-11-24"), ("2026-09-01", "2026-09-04"), ("2026-08-20", "2026-08-22"),
        ])
    func reply(received: String, due: String) {
        let term = DataRequest.Kind.copy.term
        #expect(term.replyBy(after: .on(received), hours) == .on(due))
    }

    @Test(
        "The whole is counted in calendar days, and a last day off moves to the next working day",
        arguments: [
            (DataRequest.Kind.copy, "2026-11-20", "2026-11-30", "2026-12-07"),
            (.correct, "2026-11-18", "2026-11-30", "2026-12-03"),
            (.withdraw, "2026-11-20", "2026-12-07", "2026-12-10"),
            (.restrict, "2026-11-17", "2026-12-02", "2026-12-07"),
            (.object, "2026-11-20", "2026-12-07", "2026-12-10"), (.delete, "2026-11-20", "2026-12-10", "2026-12-21"),
            (.delete, "2026-08-13", "2026-09-03", "2026-09-14"),
        ])
    func whole(kind: DataRequest.Kind, received: String, due: String, extended: String) {
        #expect(kind.term.dueBy(after: .on(received), hours) == .on(due))
        #expect(kind.term.extendedTo(after: .on(received), hours) == .on(extended))
    }

    @Test("A calendar without any work still gives a day")
    func noWork() {
        let never = WorkingHours(weekdays: [])
        #expect(DataRequest.Kind.copy.term.dueBy(after: .on("2026-11-20"), never) > .on("2026-11-30"))
    }

    @Test("A moment is read as browsers write it and as people do, and nothing else")
    func moments() {
        let moment = IncidentMoment.moment("2026-11-20T09:15")
        #expect(moment == .inVietNam("2026-11-20", 9, 15))
        #expect(moment.map(IncidentMoment.typed) == "2026-11-20T09:15")
        #expect(IncidentMoment.moment("20/11/2026 9:15") == moment)
        for wrong in ["", "2026-11-20", "2026-02-30T09:00", "2026-11-20T24:00", "hôm qua 09:15", "//"] {
            #expect(IncidentMoment.moment(wrong) == nil, "\(wrong)")
        }
    }
}
