import Feedback
import Foundation

/// What was typed into a form of the directory, as an order. Says what is missing where a field is none.
struct TypedOrders {
    let form: FormFields
    let configuration: KioskConfiguration

    init(_ form: FormFields, _ directory: Directory) {
        self.form = form
        configuration = directory.configuration
    }

    func newUnit() throws(Refusal) -> DirectoryOrder {
        let facts = unitFacts()
        let unit = Feedback.Unit(
            id: configuration.newUnitID(facts.name), name: facts.name, kind: facts.kind, parent: facts.parent,
            notRatedBecause: facts.notRatedBecause, head: head())
        return try order(.addUnit(unit))
    }

    func change(_ id: ID<Feedback.Unit>) throws(Refusal) -> DirectoryOrder { try order(.changeUnit(id, unitFacts())) }

    func setHead(_ id: ID<Feedback.Unit>, today: LocalDay) -> DirectoryOrder {
        DirectoryOrder(.setHead(id, head()), from: today)
    }

    func newDesk() throws(Refusal) -> DirectoryOrder {
        let facts = deskFacts()
        return try order(
            .addDesk(
                Desk(
                    id: configuration.newDeskID(facts.name), name: facts.name, unit: facts.unit, place: facts.place,
                    fields: facts.fields)))
    }

    func change(_ id: ID<Desk>) throws(Refusal) -> DirectoryOrder { try order(.changeDesk(id, deskFacts())) }

    func close(_ id: ID<Desk>) throws(Refusal) -> DirectoryOrder {
        try order(.closeDesk(id, to: ids("successors")), closes: true)
    }

    func newOfficial() throws(Refusal) -> DirectoryOrder {
        let facts = officialFacts()
        return try order(
            .addOfficial(
                Official(
                    id: configuration.newOfficialID(), name: facts.name, title: facts.title, unit: facts.unit)))
    }

    func change(_ id: ID<Official>) throws(Refusal) -> DirectoryOrder {
        try order(.changeOfficial(id, officialFacts()))
    }

    func newField() throws(Refusal) -> DirectoryOrder {
        try order(.addField(Field(id: configuration.newFieldID(text("name")), name: text("name"))))
    }

    func change(_ id: ID<Field>) throws(Refusal) -> DirectoryOrder {
        try order(.changeField(id, Field.Facts(name: text("name"))))
    }

    func newProcedure() throws(Refusal) -> DirectoryOrder {
        let facts = procedureFacts()
        return try order(
            .addProcedure(
                Feedback.Procedure(
                    id: configuration.newProcedureID(facts.name), name: facts.name, code: facts.code,
                    field: facts.field)))
    }

    func change(_ id: ID<Feedback.Procedure>) throws(Refusal) -> DirectoryOrder {
        try order(.changeProcedure(id, procedureFacts()))
    }

    func close(_ thing: Thing) throws(Refusal) -> DirectoryOrder {
        switch thing {
        case .official(let id): try order(.closeOfficial(id), closes: true)
        case .field(let id): try order(.closeField(id), closes: true)
        case .procedure(let id): try order(.closeProcedure(id), closes: true)
        case .desk(let id): try close(id)
        case .unit: throw .notFound
        }
    }

    func authority() -> Authority {
        Authority(
            name: text("name"), homeAffairs: ID(text("homeAffairs")), address: text("address"), phone: text("phone"))
    }

    /// - Parameter closes: the form asks for the last day, the order for the first day after it.
    func order(_ deed: DirectoryOrder.Deed, closes: Bool = false) throws(Refusal) -> DirectoryOrder {
        let field = closes ? "last" : "day"
        guard let day = LocalDay(rawValue: text(field)) else {
            throw .invalid(FormProblems([.init(field: field, message: "Xin chọn một ngày có thật.")]))
        }
        return DirectoryOrder(deed, from: closes ? day.adding(days: 1) : day, note: someText("note"))
    }

    func text(_ name: String) -> String {
        (form[name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
    }

    func someText(_ name: String) -> String? {
        let text = text(name)
        return text.isEmpty ? nil : text
    }

    func ids<Subject>(_ name: String) -> [ID<Subject>] { form.values(name).filter { !$0.isEmpty }.map { ID($0) } }
    func someID<Subject>(_ name: String) -> ID<Subject>? { someText(name).map { ID($0) } }

    /// Nil when all three fields are empty; a half-filled one is for the plan to refuse.
    func head() -> Head? {
        let head = Head(name: text("headName"), title: text("headTitle"), email: text("headEmail"))
        return head.name.isEmpty && head.title.isEmpty && head.email.isEmpty ? nil : head
    }

    var kind: Feedback.Unit.Kind { Feedback.Unit.Kind(rawValue: text("kind")) ?? .department }

    private func unitFacts() -> Feedback.Unit.Facts {
        Feedback.Unit.Facts(
            name: text("name"), kind: kind, parent: someID("parent"), notRatedBecause: someText("notRated"))
    }

    private func deskFacts() -> Desk.Facts {
        let unit: ID<Feedback.Unit> = ID(text("unit"))
        let place: ID<Feedback.Unit>? = someID("place")
        return Desk.Facts(
            name: text("name"), unit: unit, place: place == unit ? nil : place, fields: ids("fields"))
    }

    private func officialFacts() -> Official.Facts {
        Official.Facts(name: text("name"), title: text("title"), unit: ID(text("unit")))
    }

    private func procedureFacts() -> Feedback.Procedure.Facts {
        Feedback.Procedure.Facts(name: text("name"), code: someText("code"), field: ID(text("field")))
    }
}
