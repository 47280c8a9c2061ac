import Feedback

/// `reports.yaml`: what stands around the words of a report.
extension ReportForm {
    init(_ keys: Keys) {
        self.init(
            parentAgency: keys.text("parentAgency"), issuingAgency: keys.text("issuingAgency"),
            symbol: keys.text("symbol"), place: keys.text("place"), addressee: keys.text("addressee"),
            area: keys.text("area"), bases: keys.list("bases", required: false) { $0.text() },
            recipients: keys.list("recipients") { $0.text() }, signature: keys.list("signature") { $0.text() })
        if signature.isEmpty && keys.has("signature") {
            keys.fault("signature", "cần ít nhất một dòng, ví dụ “Trưởng phòng”")
        }
    }

    var tree: YAMLTree {
        .keys([
            ("parentAgency", .text(parentAgency)), ("issuingAgency", .text(issuingAgency)), ("symbol", .text(symbol)),
            ("place", .text(place)), ("addressee", .text(addressee)), ("area", .text(area)),
            ("bases", bases.isEmpty ? nil : .list(bases.map { .text($0) })),
            ("recipients", .list(recipients.map { .text($0) })), ("signature", .list(signature.map { .text($0) })),
        ])
    }
}
