import Feedback

/// Every unit with its desks: what code stands where, cards to print, codes to change or withdraw.
package struct CardsPage: Page {
    package static let template = "office-cards"

    struct Place: Sendable {
        let name: String
        let id: String
        let cardHref: String
        let posterHref: String
        let sheetHref: String
        let pdfHref: String
        let desks: [DeskRow]
    }

    struct DeskRow: Sendable {
        let name: String
        /// In two groups, as people read it out: "8G4TX YZ123".
        let code: String?
        let formHref: String?
        let svgHref: String
        let pngHref: String
        let rotateAction: String
        let retireAction: String
        let mayChange: Bool
    }

    let header: Header
    let formToken: String
    let places: [Place]
    let isEmpty: Bool

    package init(_ frame: Frame) {
        header = Header(frame, title: "Thẻ QR")
        formToken = frame.formToken
        let directory = frame.directory
        let scope = frame.rights.scope(of: .printCards)
        let desks = directory.openDesks.filter(scope.contains)
        let byPlace = Dictionary(grouping: desks) { $0.place ?? $0.unit }
        places = directory.units.compactMap { unit in
            byPlace[unit.id].map { Self.place(unit, $0, frame) }
        }
        isEmpty = places.isEmpty
    }

    private static func place(_ unit: Feedback.Unit, _ desks: [Desk], _ frame: Frame) -> Place {
        let path = "/office/cards/\(unit.id)"
        return Place(
            name: unit.name, id: "unit-\(unit.id)", cardHref: "\(path)?layout=card",
            posterHref: "\(path)?layout=poster",
            sheetHref: "\(path)?layout=sheet", pdfHref: "\(path).pdf?layout=sheet",
            desks: desks.map { desk in
                let code = frame.directory.code(of: desk.id)?.rawValue
                return DeskRow(
                    name: desk.name, code: code.map { "\($0.prefix(5)) \($0.suffix(5))" },
                    formHref: code.map { "/q/\($0)" }, svgHref: "/office/desks/\(desk.id).svg",
                    pngHref: "/office/desks/\(desk.id).png", rotateAction: "/office/desks/\(desk.id)/rotate",
                    retireAction: "/office/desks/\(desk.id)/retire", mayChange: frame.rights.may(.changeCodes))
            })
    }
}
