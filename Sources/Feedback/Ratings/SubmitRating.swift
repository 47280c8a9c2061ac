import Foundation

extension Writing {
    /// Stores a rating with everything that follows from it: it replaces an earlier one of the same phone, desk and day,
    /// moves the tallies, raises an alert when it is bad, and leaves a line in the journal.
    /// Sending the same visit again changes nothing and gives the same receipt.
    /// - Throws: `Refusal.alreadySent` for a visit that was sent with other content.
    @discardableResult
    package func submit(_ submission: Submission) throws -> Rating {
        var rating = try newRating(submission)
        var replaced: Rating?
        do {
            rating.id = try insertRating(rating)
        } catch let conflict as RatingConflict {
            if let earlier = try self.rating(receipt: rating.receipt) {
                guard earlier.contentDigest == submission.contentDigest else { throw Refusal.alreadySent }
                return earlier
            }
            guard let old = try earlier(than: rating) else { throw conflict }
            rating.id = try put(rating, inPlaceOf: old)
            replaced = old
        }
        try log(.ratingReceived, about: "rating:\(rating.id)", replaced.map { "replaces=\($0.id)" } ?? "")
        if let category = directory.configuration.alerts.category(of: rating) {
            try raiseAlert(about: rating, category: category)
        }
        // After the alert: whether the reasons go past the head stands in it.
        try tally(rating, by: 1)
        return rating
    }

    /// The rating of the same phone, desk and day.
    private func earlier(than rating: Rating) throws -> Rating? {
        try rating.phoneTag.flatMap { try self.rating(desk: rating.desk, day: rating.localDay, tag: $0) }
    }

    /// The old one steps aside before the new one comes: one rating counts per phone, desk and day, and the schema
    /// enforces it.
    /// - Returns: the new one's id.
    private func put(_ rating: Rating, inPlaceOf old: Rating) throws -> Int64 {
        try supersede(old.id, by: old.id)
        try tally(old, by: -1)
        let id = try insertRating(rating)
        try supersede(old.id, by: id)
        return id
    }

    private func newRating(_ submission: Submission) throws -> Rating {
        let flags = Self.flags(submission, now: now, hours: directory.configuration.alerts.hours)
        let month = Month(now)
        let sealed = try submission.phone.map {
            try SealedPhone($0, month: month, key: dataKey(for: month), nonce: random(12))
        }
        let isWeak = submission.phone == nil || flags.contains { $0.lowersEvidence }
        let fields = submission.desk.fields
        return Rating(
            id: 0, receipt: submission.receipt, nonce: submission.visit.nonce,
            contentDigest: submission.contentDigest, desk: submission.desk.id,
            unit: submission.official?.unit ?? submission.desk.unit, official: submission.official?.id,
            field: submission.procedure?.field ?? (fields.count == 1 ? fields.first : nil), channel: submission.channel,
            evidence: isWeak ? .d : .c,
            questionnaire: submission.questionnaire.versionID, answers: submission.answers,
            reasons: submission.reasons, flags: flags, stage: submission.stage, respondent: submission.respondent,
            comment: submission.comment, phone: sealed,
            phoneTag: submission.phoneTag, mayCallBack: submission.mayCallBack,
            receivedAt: now, supersededBy: nil, notice: directory.notice(at: submission.visit.openedAt)?.id,
            procedure: submission.procedure?.id)
    }

    private static func flags(_ submission: Submission, now: Date, hours: WorkingHours) -> [Flag] {
        let age = now.timeIntervalSince(submission.visit.openedAt)
        var flags: [Flag] = []
        if age < Visit.quickest { flags.append(.tooFast) }
        if age > Visit.lifetime { flags.append(.expiredVisit) }
        if !hours.isOpen(at: now) { flags.append(.outsideHours) }
        if submission.onDuty == 0 { flags.append(.nobodyOnDuty) }
        if submission.phone?.looksInvented ?? false { flags.append(.inventedPhone) }
        return flags
    }
}
