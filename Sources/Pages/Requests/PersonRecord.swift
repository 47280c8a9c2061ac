package import Feedback
import Foundation

/// The copy for machines: what the page says, with the names that the database uses. Times in ISO 8601, UTC.
package struct PersonRecord: Encodable, Sendable {
    package static let mediaType = "application/json; charset=utf-8"

    let authority: String
    let madeAt: Date
    let ratings: [RatingRecord]

    struct RatingRecord: Encodable, Sendable {
        let receipt: String
        let receivedAt: Date
        let desk: String
        let deskName: String?
        let unit: String
        let unitName: String?
        let official: String?
        let officialName: String?
        let field: String?
        let procedure: String?
        let channel: String
        let evidence: String
        let questionnaire: String
        /// Criterion → 1...5.
        let answers: [String: Int]
        let reasons: [String]
        let flags: [String]
        let stage: String?
        let respondent: String?
        let comment: String?
        /// "090•••123".
        let phone: String?
        let phoneCanBeRead: Bool
        let mayCallBack: Bool
        let wasReplaced: Bool
        let caseNumber: String?
        let caseSteps: [Moment]
        let calls: [Moment]
        let reveals: [Moment]
        let requests: [RequestRecord]
        let journal: [Moment]
    }

    struct RequestRecord: Encodable, Sendable {
        let number: String
        let kind: String
        let wish: String
        let receivedAt: Date
        let steps: [Moment]
    }

    struct Moment: Encodable, Sendable {
        let at: Date
        let what: String
        let text: String?
    }

    package init(_ file: PersonFile, directory: Directory) {
        authority = directory.configuration.authority.name
        madeAt = file.madeAt
        ratings = file.items.map { RatingRecord($0, directory) }
    }

    /// Keys sorted: two copies of the same data are the same bytes.
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return Array(try encoder.encode(self))
    }
}

extension PersonRecord.RatingRecord {
    init(_ item: PersonFile.Item, _ directory: Directory) {
        let rating = item.rating
        receipt = rating.receipt.rawValue
        receivedAt = rating.receivedAt
        desk = rating.desk.rawValue
        deskName = directory.desk(rating.desk)?.name
        unit = rating.unit.rawValue
        unitName = directory.unit(rating.unit)?.name
        official = rating.official?.rawValue
        officialName = rating.official.flatMap { directory.official($0)?.name }
        field = rating.field?.rawValue
        procedure = rating.procedure?.rawValue
        channel = rating.channel.rawValue
        evidence = rating.evidence.rawValue
        questionnaire = rating.questionnaire.rawValue
        answers = Dictionary(
            rating.answers.all.map { ($0.criterion.rawValue, $0.level.rawValue) }, uniquingKeysWith: { _, last in last }
        )
        reasons = rating.reasons.map(\.rawValue)
        flags = rating.flags.map(\.rawValue)
        stage = rating.stage?.rawValue
        respondent = rating.respondent?.rawValue
        comment = rating.comment
        if case .masked(let masked) = item.phone { phone = masked } else { phone = nil }
        phoneCanBeRead = phone != nil
        mayCallBack = rating.mayCallBack
        wasReplaced = rating.supersededBy != nil
        caseNumber = item.alert?.number
        caseSteps = item.caseSteps.map {
            .init(at: $0.at, what: $0.kind.rawValue, text: $0.kind == .answered ? $0.text : nil)
        }
        calls = item.calls.map { .init(at: $0.at, what: $0.outcome?.rawValue ?? "begun", text: nil) }
        reveals = item.reveals.map { .init(at: $0.reveal.at, what: $0.reveal.reason.rawValue, text: nil) }
        requests = item.requests.map(PersonRecord.RequestRecord.init)
        journal = item.entries.map { .init(at: $0.at, what: $0.kind, text: nil) }
    }
}

extension PersonRecord.RequestRecord {
    init(_ file: DataRequestFile) {
        number = file.request.number
        kind = file.request.kind.rawValue
        wish = file.request.wish
        receivedAt = file.request.receivedAt
        steps = file.steps.map { .init(at: $0.at, what: $0.kind.rawValue, text: $0.text.isEmpty ? nil : $0.text) }
    }
}
