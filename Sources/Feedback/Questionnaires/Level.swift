/// Mức 1..5, in rising order of satisfaction (Quyết định 2640/QĐ-BNV, 10/10/2017; Method.md).
package enum Level: Int, Codable, Hashable, Sendable, CaseIterable, Comparable {
    case veryDissatisfied = 1
    case dissatisfied, neutral, satisfied, verySatisfied

    package static let words = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"]

    package var words: String { Self.words[rawValue - 1] }
    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// What somebody answered: levels by criterion, in the questionnaire's order. A criterion left out is blank.
package struct Answers: Hashable, Sendable {
    package struct Answer: Hashable, Sendable {
        package let criterion: ID<Criterion>
        package let level: Level

        package init(criterion: ID<Criterion>, level: Level) {
            self.criterion = criterion
            self.level = level
        }
    }

    package let all: [Answer]

    package init(_ all: [Answer]) { self.all = all }

    package subscript(criterion: ID<Criterion>) -> Level? { all.first { $0.criterion == criterion }?.level }
    package var lowest: Level? { all.map(\.level).min() }
}
