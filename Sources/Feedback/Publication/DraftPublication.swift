import Crypto
import Foundation

/// A publication as it would be, before somebody says yes.
package struct PublicationDraft: Sendable, Hashable {
    package var period: Period
    package var figures: PublishedFigures
    /// What was public when it was made.
    package var stamp: PublicationStamp
    /// Cells of fewer than ten people.
    package var few: Int
    /// Cells hidden so that others cannot be computed.
    package var protecting: Int
    /// Units whose figure differs from the version in force by fewer than ten ratings: whoever kept that version can
    /// tell what these few said.
    package var nearlySame: [String]

    package init(
        period: Period, figures: PublishedFigures, stamp: PublicationStamp, few: Int, protecting: Int,
        nearlySame: [String]
    ) {
        self.period = period
        self.figures = figures
        self.stamp = stamp
        self.few = few
        self.protecting = protecting
        self.nearlySame = nearlySame
    }

    /// Whether there is anything to say.
    package var isPublishable: Bool { figures.whole.isShown }

    /// Of the figures: what was looked at is what is published.
    package var digest: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // These values are always encodable; an empty text agrees with no other.
        let bytes = (try? encoder.encode(figures)) ?? Data()
        return SHA256.hash(data: bytes).prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension Reading {
    /// What a publication of a period would show now.
    /// - Throws: `Refusal.notFound` for a period that is not over, or of a kind that is not published.
    package func publicationDraft(of period: Period) throws -> PublicationDraft {
        guard Publication.kinds.contains(period.kind), !period.isRunning(on: LocalDay(now)) else {
            throw Refusal.notFound
        }
        let all = try publications()
        let questionnaire = directory.deskQuestionnaire(on: period.last)
        let system = try OpenSystem(
            publishing: period.days, told: Self.told(all), overall: questionnaire?.overall,
            read: { try openCounts($0) })
        let hidden = system.hidden()
        let figures = PublicationWords(
            period: period, directory: directory.on(period.last), questionnaire: questionnaire, counts: system.counts,
            hidden: hidden, cases: try publishedCases(period.days)
        ).figures
        let few = hidden.count { system.counts.size($0) < Suppression.least }
        return PublicationDraft(
            period: period, figures: figures, stamp: try publicationStamp(), few: few,
            protecting: hidden.count - few,
            nearlySame: all.last { $0.period == period && $0.isInForce }.map { figures.nearlySame(as: $0.figures) }
                ?? [])
    }

    private static func told(_ all: [Publication]) -> [OpenSystem.Told] {
        all.map { publication in
            let cells = publication.figures.cells
            return OpenSystem.Told(
                days: publication.period.days, shown: cells.compactMapValues(\.measured),
                hidden: publication.isInForce ? Set(cells.filter { $0.value.isHidden }.keys) : [])
        }
    }
}

extension PublishedFigures {
    fileprivate func nearlySame(as old: PublishedFigures) -> [String] {
        units.filter { unit in
            guard let now = unit.cell.measured, let then = old.unit(unit.id)?.cell.measured, now != then else {
                return false
            }
            return abs(now.ratings - then.ratings) < Suppression.least
        }.map(\.name)
    }
}
