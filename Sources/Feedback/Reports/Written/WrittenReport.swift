package import Foundation

/// A report as somebody reads it: a draft with the figures of now, or an edition that was frozen.
package struct WrittenReport: Sendable {
    package var subject: ReportSubject
    package var figures: ReportFigures
    /// Nil: a draft.
    package var edition: ReportEdition?
    /// All that were frozen, by number.
    package var editions: [ReportEdition]
    package var parts: [ReportPart]
    /// Of an amendment: what changed since the edition before. Of the last edition otherwise: what is different now.
    package var differences: [ReportDifference]
    /// The moment whose figures these are.
    package var asOf: Date
    /// Whether the period is not over: it cannot be frozen yet.
    package var isRunning: Bool

    package init(
        subject: ReportSubject, figures: ReportFigures, edition: ReportEdition?, editions: [ReportEdition],
        parts: [ReportPart], differences: [ReportDifference], asOf: Date, isRunning: Bool
    ) {
        self.subject = subject
        self.figures = figures
        self.edition = edition
        self.editions = editions
        self.parts = parts
        self.differences = differences
        self.asOf = asOf
        self.isRunning = isRunning
    }

    package var isDraft: Bool { edition == nil }
    package var isLatest: Bool { edition?.number == editions.last?.number }

    package func part(_ section: ReportSection) -> ReportPart? { parts.first { $0.section == section } }
}

extension Reading {
    /// - Parameters:
    ///   - scope: where whoever asks may see reports.
    ///   - number: of the edition; nil: the last one, or the draft.
    /// - Throws: `Refusal.notFound` outside the scope, for a unit or an edition that is not there, and for a period that
    ///   has not begun.
    package func writtenReport(
        _ subject: ReportSubject, scope: Scope, edition number: Int? = nil
    ) throws -> WrittenReport {
        guard subject.isFor(scope), !subject.period.isFuture(on: LocalDay(now)),
            subject.unit.map({ directory.unit($0) != nil }) ?? true
        else { throw Refusal.notFound }
        let editions = try reportEditions(of: subject)
        let edition = number.map { number in editions.first { $0.number == number } } ?? editions.last
        guard number == nil || edition != nil else { throw Refusal.notFound }
        return WrittenReport(
            subject: subject, figures: try edition?.figures ?? reportFigures(subject), edition: edition,
            editions: editions, parts: try reportParts(subject, until: editions.first?.at),
            differences: try differences(subject, edition, editions), asOf: edition?.at ?? now,
            isRunning: subject.period.isRunning(on: LocalDay(now)))
    }

    private func differences(
        _ subject: ReportSubject, _ edition: ReportEdition?, _ editions: [ReportEdition]
    ) throws -> [ReportDifference] {
        guard let edition else { return [] }
        if edition.number > 0, let before = editions.first(where: { $0.number == edition.number - 1 }) {
            return edition.figures.differences(from: before.figures)
        }
        return []
    }

    /// What is different now from the last edition; nothing for a draft. Cases are looked at as of then: that they
    /// were answered since is no correction.
    package func reportDrift(_ subject: ReportSubject) throws -> [ReportDifference] {
        guard let last = try reportEditions(of: subject).last else { return [] }
        return try reportFigures(subject, asOf: last.at).differences(from: last.figures)
    }

    /// Each part as it was written last, or carried over from the report before.
    /// - Parameter until: what was written later is of no report; nil: until now.
    func reportParts(_ subject: ReportSubject, until: Date?) throws -> [ReportPart] {
        let texts = try reportTexts(of: subject).filter { text in until.map { text.at <= $0 } ?? true }
        let before = try reportTexts(of: subject.previous)
        return ReportSection.allCases.map { section in
            let history = texts.filter { $0.section == section }
            if let last = history.last {
                return ReportPart(
                    section: section, body: last.body, source: .written(at: last.at, actor: last.actor),
                    history: history)
            }
            // A remark is about its own figures; what is wrong and what is to be done goes on until it is mended.
            guard until == nil, section.isRequired, let old = before.last(where: { $0.section == section }),
                !old.body.isEmpty
            else { return ReportPart(section: section, body: "", source: .empty, history: []) }
            return ReportPart(
                section: section, body: old.body, source: .carried(from: subject.previous.period), history: [])
        }
    }
}
