import Feedback
import Foundation
import TestSupport
import Testing

@Suite("What is held about somebody")
struct PersonFileTests {
    @Test("A receipt opens its rating and those it replaced; a number opens all of its ratings")
    func whose() async throws {
        let fixture = try await Fixture()
        let first = try await fixture.rate(level: .dissatisfied)
        let second = try await fixture.rate()
        let other = try await fixture.rate("q07")
        try await fixture.rate(phone: Cast.tuan.phone)
        let byReceipt = try await fixture.store.read { try $0.personFile(of: second) }
        #expect(byReceipt.items.map(\.rating.id) == [first.id, second.id] && byReceipt.others == 1)
        let tag = PhoneTag(try Phone(typed: Cast.lan.phone), secrets: fixture.secrets)
        let byPhone = try await fixture.store.read { try $0.personFile(of: tag) }
        #expect(byPhone.items.map(\.rating.id) == [first.id, second.id, other.id] && byPhone.others == 0)
    }

    @Test("It holds the case with its steps, the request, and the lines of the journal; the number is masked")
    func all() async throws {
        let fixture = try await Fixture()
        let rating = try await fixture.rate(level: .veryDissatisfied)
        let form = try DataRequestForm(
            TypedForm([("receipt", rating.receipt.rawValue), ("kind", "copy")]).read())
        try await fixture.store.write(as: .citizen) { _ = try $0.ask(form) }
        let item = try #require(try await fixture.store.read { try $0.personFile(of: rating) }.items.first)
        #expect(item.alert != nil && item.caseSteps.map(\.kind) == [.opened])
        #expect(item.requests.map(\.request.kind) == [.copy])
        let kinds = Set(item.entries.map(\.kind))
        #expect(kinds.isSuperset(of: ["rating.received", "alert.raised", "data-request.received"]))
        guard case .masked(let masked) = item.phone else { return #expect(Bool(false)) }
        #expect(masked.contains("•••") && !masked.contains("0950000101"))
    }

    @Test("Every column that the list of the impact file names is in the database")
    func columns() async throws {
        let fixture = try await Fixture()
        let columns = try await fixture.store.read { try $0.schemaColumns() }
        #expect(columns.contains(SchemaColumn(table: "rating", name: "phone", type: "BLOB")))
        #expect(ImpactFields.present(in: columns).map(\.place) == ImpactFields.known.map(\.place))
    }
}
