/// A cell of what is published of a period: the tables for the public are these and no others.
///
/// Fields and channels stand beside units, each alone over the same ratings; officials, desks, hours and comments are
/// not for the public.
package enum OpenCell: Hashable, Sendable, Comparable {
    case whole
    case unit(ID<Unit>)
    case criterion(ID<Criterion>)
    /// What a unit got on one criterion.
    case answer(ID<Unit>, ID<Criterion>)
    case channel(String)
    /// "" where none was named.
    case field(String)

    private var place: (Int, String, String) {
        switch self {
        case .whole: (0, "", "")
        case .unit(let unit): (1, unit.rawValue, "")
        case .criterion(let criterion): (2, criterion.rawValue, "")
        case .answer(let unit, let criterion): (3, unit.rawValue, criterion.rawValue)
        case .channel(let channel): (4, channel, "")
        case .field(let field): (5, field, "")
        }
    }

    package static func < (a: Self, b: Self) -> Bool { a.place < b.place }
}
