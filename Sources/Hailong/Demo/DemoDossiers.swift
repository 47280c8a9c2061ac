import Feedback

/// The dossiers that the demo's desks handled, month by month: about as many as its ratings come from.
struct DemoDossiers {
    private var dice: SeededDice
    private let desks: [DemoDesk]

    init(seed: UInt64, directory: Directory) {
        dice = SeededDice(seed: seed &+ 2)
        let places = Dictionary(grouping: directory.configuration.desks, by: \.unit)
        desks = directory.configuration.desks.map { desk in
            DemoDesk(desk, place: places[desk.unit]?.firstIndex(of: desk) ?? 0, in: directory)
        }
    }

    /// Home affairs enters the numbers of all months that are over.
    func count(_ months: ClosedRange<Month>, into store: any Store, as actor: Actor) async throws {
        var forms: [DossierForm] = []
        var dice = dice
        var month = months.lowerBound
        while month <= months.upperBound {
            var typed: [ID<Desk>: String] = [:]
            for desk in desks {
                typed[desk.desk.id] = String(Int((desk.dossiersPerMonth * (0.9 + 0.2 * dice.share())).rounded()))
            }
            forms.append(DossierForm(month: month, typed: typed))
            month = month.next
        }
        for form in forms {
            _ = try await store.write(as: actor) { try $0.countDossiers(form, scope: .whole) }
        }
    }
}
