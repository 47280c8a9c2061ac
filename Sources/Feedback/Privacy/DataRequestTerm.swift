extension DataRequest {
    /// The legal clock of a request: Decree 356/2025/NĐ-CP, Art. 5, as second-hand notes give it (to be checked by
    /// counsel before article numbers are printed).
    ///
    /// - The first reply is due within two *working* days: weekends and holidays do not count, compensated days do.
    /// - The whole is due within 15 days (withdraw, restrict, object), 10 days (see, correct, provide) or 20 days
    ///   (delete). These are *calendar* days: the decree says "ngày" here and "ngày làm việc" there.
    /// - One extension, with a reason, to 20, 15 or 30 days in all from the day of receipt. The decree lets it be as
    ///   long as the term again; ours stays within that.
    ///
    /// The day of receipt is not counted, and a term that ends on a day off ends with the next working day (Civil Code
    /// 91/2015/QH13, Art. 147.2 and 148.5). A deadline is a day: the term ends with its last minute (Art. 148.6).
    package struct Term: Sendable, Hashable {
        package static let workingDaysToReply = 2

        /// Calendar days.
        package let days: Int
        /// Calendar days in all, after the one extension.
        package let extendedDays: Int

        package func replyBy(after received: LocalDay, _ hours: WorkingHours) -> LocalDay {
            hours.workingDay(Self.workingDaysToReply, after: received)
        }

        package func dueBy(after received: LocalDay, _ hours: WorkingHours) -> LocalDay {
            hours.workingDay(onOrAfter: received.adding(days: days))
        }

        package func extendedTo(after received: LocalDay, _ hours: WorkingHours) -> LocalDay {
            hours.workingDay(onOrAfter: received.adding(days: extendedDays))
        }
    }
}

extension DataRequest.Kind {
    package var term: DataRequest.Term {
        switch self {
        case .copy, .correct: DataRequest.Term(days: 10, extendedDays: 15)
        case .withdraw, .restrict, .object: DataRequest.Term(days: 15, extendedDays: 20)
        case .delete: DataRequest.Term(days: 20, extendedDays: 30)
        }
    }
}

extension WorkingHours {
    /// The `count`th working day after `day`. Looks a year ahead at most, like a calendar without any work.
    package func workingDay(_ count: Int, after day: LocalDay) -> LocalDay {
        var (next, left) = (day, count)
        for _ in 0..<366 where left > 0 {
            next = next.adding(days: 1)
            if works(on: next) { left -= 1 }
        }
        return next
    }

    package func workingDay(onOrAfter day: LocalDay) -> LocalDay {
        works(on: day) ? day : workingDay(1, after: day)
    }
}
