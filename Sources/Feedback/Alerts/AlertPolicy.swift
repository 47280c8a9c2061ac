/// What is negative, how serious it is, who is told and by when. From `alerts.yaml`.
package struct AlertPolicy: Codable, Hashable, Sendable {
    /// Any criterion at this level or below makes a rating negative. Default 2.
    package var negativeLevel: Int
    /// From the gravest down; the first that matches is the alert's.
    package var categories: [Category]
    package var digest: Digest
    /// Whether the mail quotes the comment. Off: people write personal data.
    package var commentInMail: Bool
    package var hours: WorkingHours
    package var cases: CaseRules
    /// Working minutes until a case that nobody took on goes up, level by level; empty: never.
    package var escalation: [Int]
    package var canary: Canary

    package init(
        negativeLevel: Int = 2, categories: [Category] = [], digest: Digest = Digest(), commentInMail: Bool = false,
        hours: WorkingHours = WorkingHours(), cases: CaseRules = CaseRules(),
        escalation: [Int] = AlertPolicy.usualEscalation, canary: Canary = Canary()
    ) {
        self.negativeLevel = negativeLevel
        self.categories = categories
        self.digest = digest
        self.commentInMail = commentInMail
        self.hours = hours
        self.cases = cases
        self.escalation = escalation
        self.canary = canary
    }

    package static let usualEscalation = [30, 30, 30]

    /// Keys that came with a later version are missing from what an earlier one stored: the usual takes their place.
    package init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        negativeLevel = try stored.decode(Int.self, forKey: .negativeLevel)
        categories = try stored.decode([Category].self, forKey: .categories)
        digest = try stored.decode(Digest.self, forKey: .digest)
        commentInMail = try stored.decode(Bool.self, forKey: .commentInMail)
        hours = try stored.decode(WorkingHours.self, forKey: .hours)
        cases = try stored.decodeIfPresent(CaseRules.self, forKey: .cases) ?? CaseRules()
        escalation = try stored.decodeIfPresent([Int].self, forKey: .escalation) ?? Self.usualEscalation
        canary = try stored.decodeIfPresent(Canary.self, forKey: .canary) ?? Canary()
    }

    package struct Category: Codable, Hashable, Sendable {
        package var id: ID<Category>
        package var name: String
        /// Reasons that put a rating here.
        package var reasons: [Reason]
        /// Words that do, matched with and without diacritics.
        package var words: [String]
        /// Whether a low level alone does. One category, the last, has it.
        package var lowLevels: Bool
        package var recipients: [Recipient]
        /// Working hours until an answer is due.
        package var answerWithin: Int

        package init(
            id: ID<Category>, name: String, reasons: [Reason] = [], words: [String] = [], lowLevels: Bool = false,
            recipients: [Recipient], answerWithin: Int
        ) {
            self.id = id
            self.name = name
            self.reasons = reasons
            self.words = words
            self.lowLevels = lowLevels
            self.recipients = recipients
            self.answerWithin = answerWithin
        }

        /// Kept from the desk's own head: only home affairs sees the case and its comment.
        package var bypassesHead: Bool { !recipients.contains(.head) }
    }

    package enum Recipient: String, Codable, Hashable, Sendable, CaseIterable {
        /// The head of the rated unit.
        case head
        /// The head of the home-affairs office.
        case homeAffairs
    }

    /// After so many mails about one desk within so many minutes, further ratings share one mail.
    package struct Digest: Codable, Hashable, Sendable {
        package var after: Int
        package var minutes: Int

        package init(after: Int = 3, minutes: Int = 10) {
            self.after = after
            self.minutes = minutes
        }
    }
}

/// Lý do: what a citizen may tick (Method.md, "The reasons that may be ticked").
package enum Reason: String, Codable, Hashable, Sendable, CaseIterable {
    case passTheBuck = "pass-the-buck"
    case disrespect
    case repeatedSupplements = "repeated-supplements"
    case late
    case unofficialPayment = "unofficial-payment"
    case other

    package var words: String {
        switch self {
        case .passTheBuck: "đùn đẩy trách nhiệm"
        case .disrespect: "thờ ơ, thiếu tôn trọng"
        case .repeatedSupplements: "bổ sung hồ sơ nhiều lần"
        case .late: "trễ hẹn"
        case .unofficialPayment: "phải chi tiền ngoài quy định"
        case .other: "khác"
        }
    }
}
