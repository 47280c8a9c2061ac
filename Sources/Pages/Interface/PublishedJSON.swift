package import Feedback
import Foundation

/// What was published, with what became of it: the newest first. Replaced and withdrawn figures are told no more.
package struct PublishedJSON: Sendable {
    package let json: JSONValue

    /// - Parameter scope: of the key; units outside it are left out.
    package init(_ publications: [Publication], scope: Scope) {
        json = .object([
            ("publications", .list(publications.reversed().map { Self.publication($0, scope) }))
        ])
    }

    private static func publication(_ publication: Publication, _ scope: Scope) -> JSONValue {
        let figures = publication.figures
        let isRunning = publication.period.isRunning(on: LocalDay(publication.at))
        return .object([
            ("number", .text(publication.number)), ("period", publication.period.json(isRunning: isRunning)),
            ("version", .integer(publication.version)), ("at", .text(moment(publication.at))),
            ("note", .text(publication.note)), ("end", publication.end.map(end) ?? .null),
            ("questionnaire", .text(figures.questionnaire)), ("method", .list(figures.method.map { .text($0) })),
            ("whole", publication.isInForce ? cell(figures.whole) : .null),
            (
                "units",
                .list(
                    figures.units.filter { publication.isInForce && scope.contains($0.id) }.map { row in
                        .object([
                            ("unit", .text(row.id.rawValue)), ("name", .text(row.name)), ("figure", cell(row.cell)),
                        ])
                    })
            ),
        ])
    }

    private static func end(_ end: Publication.End) -> JSONValue {
        .object([
            ("kind", .text(end.kind.rawValue)), ("at", .text(moment(end.at))), ("reason", .text(end.reason)),
        ])
    }

    private static func cell(_ cell: PublishedCell) -> JSONValue {
        let state = cell.isShown ? "shown" : cell.isHidden ? "hidden" : "empty"
        let figure = cell.measured?.figure
        func share(_ value: Double?) -> JSONValue { .decimal(value, decimals: 4) }
        return .object([
            ("state", .text(state)), ("n", .integer(figure?.n)), ("ratings", .integer(cell.measured?.ratings)),
            ("share", share(figure?.share)), ("low", share(figure?.interval.low)),
            ("high", share(figure?.interval.high)), ("dissatisfied", share(figure?.dissatisfiedShare)),
            ("mean", .decimal(figure?.mean, decimals: 2)),
            ("levels", figure.map { .list($0.counts.levels.map { .integer($0) }) } ?? .null),
        ])
    }

    /// RFC 3339, on the clock of Viet Nam.
    private static func moment(_ moment: Date) -> String {
        "\(LocalDay(moment))T\(Formats.time(moment)):00+07:00"
    }
}
