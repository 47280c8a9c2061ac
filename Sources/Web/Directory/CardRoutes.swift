import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    func addCards(to routes: inout Routes) {
        routes.get("/office/cards", for: .printCards) { _, staff in
            try answers.office(CardsPage(staff.frame(.cards)))
        }
        routes.get("/office/cards/{unit}", for: .printCards) { _, staff in
            let document = try document(staff)
            return answers.printed(document.printPage(), style: document.layout.printStyle)
        }
        routes.get("/office/cards/{unit}.pdf", for: .printCards) { _, staff in
            let document = try document(staff)
            let bytes = try await drawings.run { try document.pdf() }
            return answers.file(bytes, type: "application/pdf", saveAs: "the-\(document.layout.rawValue).pdf")
        }
        routes.get("/office/desks/{desk}.svg", for: .printCards) { _, staff in
            let card = try card(staff)
            return answers.file(try card.codeSVG().utf8, type: "image/svg+xml", saveAs: "ma-\(card.code).svg")
        }
        routes.get("/office/desks/{desk}.png", for: .printCards) { _, staff in
            let card = try card(staff)
            let bytes = try await drawings.run { try card.codePNG() }
            return answers.file(bytes, type: "image/png", saveAs: "ma-\(card.code).png")
        }
    }

    /// The cards that stand in a unit: of desks placed there, and of its own.
    private func document(_ staff: StaffContext) throws -> CardDocument {
        let id = ID<Feedback.Unit>(try staff.parameter("unit"))
        let layout = staff.query["layout"].flatMap(CardLayout.init) ?? .card
        guard let unit = staff.directory.unit(id) else { throw Refusal.notFound }
        let desks = staff.directory.openDesks.filter {
            ($0.place ?? $0.unit) == id && staff.scope.contains($0)
        }
        let cards = desks.compactMap { Card($0, directory: staff.directory, baseURL: settings.baseURL) }
        guard !cards.isEmpty else { throw Refusal.notFound }
        return try CardDocument(cards, layout: layout, title: unit.name)
    }

    private func card(_ staff: StaffContext) throws -> Card {
        guard let desk = staff.directory.desk(ID(try staff.parameter("desk"))), staff.scope.contains(desk),
            let card = Card(desk, directory: staff.directory, baseURL: settings.baseURL)
        else { throw Refusal.notFound }
        return card
    }
}
