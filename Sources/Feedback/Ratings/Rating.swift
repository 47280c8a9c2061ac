package import Foundation

/// Lượt đánh giá: what one person said of one visit to a desk.
package struct Rating: Sendable {
    package var id: Int64
    package var receipt: Receipt
    package var nonce: [UInt8]
    package var contentDigest: [UInt8]
    package var desk: ID<Desk>
    /// The rated unit: the official's home unit, or the desk's.
    package var unit: ID<Unit>
    package var official: ID<Official>?
    package var field: ID<Field>?
    /// What the person came for, as far as they said; its field is then the rating's.
    package var procedure: ID<Procedure>?
    package var channel: Channel
    package var evidence: EvidenceClass
    package var questionnaire: QuestionnaireVersion
    package var answers: Answers
    package var reasons: [Reason]
    package var flags: [Flag]
    package var stage: Stage?
    package var respondent: Respondent?
    /// Without phone and identity numbers, whoever made this rating and out of what: masked here, they are neither kept
    /// nor shown, exported or sent.
    package private(set) var comment: String?
    package var phone: SealedPhone?
    package var phoneTag: PhoneTag?
    package var mayCallBack: Bool
    package let receivedAt: Date
    package let localDay: LocalDay
    /// The rating of the same phone, desk and day that took this one's place.
    package var supersededBy: Int64?
    /// The notice that stood on the page, and with it the words of the consent; nil before notices had versions.
    package var notice: Int64?

    package init(
        id: Int64, receipt: Receipt, nonce: [UInt8], contentDigest: [UInt8], desk: ID<Desk>, unit: ID<Unit>,
        official: ID<Official>?, field: ID<Field>?, channel: Channel, evidence: EvidenceClass,
        questionnaire: QuestionnaireVersion, answers: Answers, reasons: [Reason], flags: [Flag], stage: Stage?,
        respondent: Respondent?, comment: String?, phone: SealedPhone?, phoneTag: PhoneTag?, mayCallBack: Bool,
        receivedAt: Date, supersededBy: Int64?, notice: Int64? = nil, procedure: ID<Procedure>? = nil
    ) {
        self.id = id
        self.receipt = receipt
        self.nonce = nonce
        self.contentDigest = contentDigest
        self.desk = desk
        self.unit = unit
        self.official = official
        self.field = field
        self.procedure = procedure
        self.channel = channel
        self.evidence = evidence
        self.questionnaire = questionnaire
        self.answers = answers
        self.reasons = reasons
        self.flags = flags
        self.stage = stage
        self.respondent = respondent
        self.comment = comment?.maskingNumbers
        self.phone = phone
        self.phoneTag = phoneTag
        self.mayCallBack = mayCallBack
        self.receivedAt = receivedAt
        localDay = LocalDay(receivedAt)
        self.supersededBy = supersededBy
        self.notice = notice
    }

    /// For readers who may see the levels alone.
    package mutating func withholdWords() { (comment, reasons) = (nil, []) }
}

/// Where a rating came from. Kept apart in every figure.
package enum Channel: String, Codable, Hashable, Sendable, CaseIterable {
    case qr, screen, slip, web, paper, hotline

    package var words: String {
        switch self {
        case .qr: "Mã QR tại quầy"
        case .screen: "Màn hình tại quầy"
        case .slip: "Giấy hẹn"
        case .web: "Trang web"
        case .paper: "Phiếu giấy"
        case .hotline: "Đường dây nóng"
        }
    }
}

/// How well we know that somebody was really served. Set by the server alone.
package enum EvidenceClass: String, Codable, Hashable, Sendable, CaseIterable {
    /// Tied to a dossier or a single-use slip · fresh code from a desk screen · printed code with a phone · without.
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
}

/// What speaks for caution with a rating. It lowers the evidence class or asks for a look; it never discards.
package enum Flag: String, Codable, Hashable, Sendable, CaseIterable {
    /// Sent less than five seconds after the page was opened.
    case tooFast = "too-fast"
    /// The page was opened more than 48 hours before.
    case expiredVisit = "expired-visit"
    case outsideHours = "outside-hours"
    case nobodyOnDuty = "nobody-on-duty"
    case inventedPhone = "invented-phone"

    package var lowersEvidence: Bool { self == .tooFast || self == .expiredVisit }
}

/// "Ông/Bà đã nhận kết quả chưa?"
package enum Stage: String, Codable, Hashable, Sendable, CaseIterable {
    case submitted, received
}

/// For whom the visit was.
package enum Respondent: String, Codable, Hashable, Sendable, CaseIterable {
    case person, organization
}

/// The code on the receipt page: 13 Crockford characters, 65 bits that only this server can tell from the visit.
/// So a visit sent again has the same receipt, and one unique index keeps both.
package struct Receipt: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package static let length = 13
    package let rawValue: String

    package init?(_ typed: some StringProtocol) {
        guard let code = Crockford.normalized(typed, count: Self.length) else { return nil }
        rawValue = code
    }

    package init?(rawValue: String) { self.init(rawValue) }

    package init(random: [UInt8]) { rawValue = Crockford.code(Self.length, from: random) }

    init(of visit: Visit, _ secrets: Secrets) { self.init(random: secrets.receipts.of(visit.nonce)) }

    package var description: String { rawValue }
}
