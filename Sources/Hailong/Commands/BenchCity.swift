import Feedback
import Storage

/// An authority of any size for measuring: units side by side, an official at a desk each, the forms of `kiosk-config`.
struct BenchCity {
    let configuration: KioskConfiguration
    let questionnaire: Questionnaire
    let places: [BenchFill.Place]

    static let proceduresOfField = 3
    private static let fields = 20

    /// - Returns: nil when `base` asks nothing at the desks.
    init?(_ base: KioskConfiguration, units: Int, officials: Int, since: LocalDay, on day: LocalDay) {
        let asked = base.questionnaires.filter { $0.id == base.form.questionnaire && $0.from <= day }
        guard let questionnaire = asked.max(by: { $0.version < $1.version }) else { return nil }
        self.questionnaire = questionnaire
        let root = Unit(id: "ubnd", name: "UBND thành phố thử", kind: .city, notRatedBecause: "Cấp trên của các đơn vị")
        let own = (1...units).map {
            Unit(id: ID("u\($0)"), name: "Đơn vị thử \($0)", kind: .department, parent: root.id)
        }
        let fields = (1...Self.fields).map { Field(id: ID("f\($0)"), name: "Lĩnh vực thử \($0)") }
        places = (0..<officials).map { place in
            BenchFill.Place(
                desk: ID("d\(place + 1)"), unit: own[place % units].id, official: ID("o\(place + 1)"),
                field: fields[place % Self.fields].id)
        }
        var city = base
        city.authority.homeAffairs = own[0].id
        city.units = [root] + own
        city.fields = fields
        city.procedures = fields.flatMap { field in
            (1...Self.proceduresOfField).map { number in
                Procedure(id: ID("\(field.id)-\(number)"), name: "Thủ tục \(number) của \(field.name)", field: field.id)
            }
        }
        city.desks = places.enumerated().map { place, its in
            Desk(id: its.desk, name: "Quầy thử \(place + 1)", unit: its.unit, fields: [its.field])
        }
        city.officials = places.enumerated().map { place, its in
            Official(id: its.official, name: "Công chức thử \(place + 1)", title: "Chuyên viên", unit: its.unit)
        }
        city.postings = places.map { Posting(desk: $0.desk, official: $0.official, from: since) }
        configuration = city
    }
}
