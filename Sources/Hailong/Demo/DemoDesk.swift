import Feedback

/// How busy a desk of the demo is, and how its people are (Method.md, "The demo's invented world").
struct DemoDesk {
    enum Character {
        /// About 92 of 100 satisfied.
        case usual
        /// About 78: the land desk.
        case strained
        /// About 74: one commune.
        case poor
        /// All fives, in bursts and faster than anybody reads: there to be noticed.
        case suspicious
    }

    let desk: Desk
    let dossiersPerMonth: Double
    let character: Character

    /// What the city's desks take in a month. The desk that only hands out numbers is not rated.
    private static let city: [ID<Desk>: Double] = [
        "Q01": 0, "Q02": 620, "Q03": 580, "Q04": 140, "Q05": 160, "Q06": 110, "Q07": 210, "Q08": 120, "Q09": 70,
        "Q10": 15,
    ]
    /// Seven of ten dossiers of a ward are certifications, at its first desk.
    private static let shares = [0.64, 0.15, 0.13, 0.08]

    /// - Parameter place: the desk's place among the desks of its unit, from 0.
    init(_ desk: Desk, place: Int, in directory: Directory) {
        self.desk = desk
        let kind = directory.unit(desk.unit)?.kind
        let whole = kind == .commune ? 220.0 : directory.desks(of: desk.unit).count > 3 ? 800 : 480
        dossiersPerMonth = Self.city[desk.id] ?? whole * Self.shares[min(place, Self.shares.count - 1)]
        character =
            switch (desk.id, desk.unit) {
            case ("Q02", _): .strained
            case (_, "xa-bau-tram"): .poor
            case ("suoi-tre-p1", _): .suspicious
            default: .usual
            }
    }

    /// Chances of the levels 1..5 for somebody's mood at this desk.
    var moods: [Double] {
        switch character {
        case .usual: [0.006, 0.012, 0.055, 0.255, 0.672]
        case .strained: [0.025, 0.06, 0.135, 0.35, 0.43]
        case .poor: [0.03, 0.075, 0.155, 0.36, 0.38]
        case .suspicious: [0, 0, 0, 0, 1]
        }
    }
}

extension Directory {
    func desks(of unit: ID<Feedback.Unit>) -> [Desk] { configuration.desks.filter { $0.unit == unit } }
}
