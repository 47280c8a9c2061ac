import Foundation

extension KioskConfiguration {
    /// An id for something new: its name without marks, with a number when that is taken.
    package func newUnitID(_ name: String) -> ID<Unit> {
        ID(Self.free(Self.plain(name, or: "don-vi")) { id in units.contains { $0.id.rawValue == id } })
    }

    package func newDeskID(_ name: String) -> ID<Desk> {
        ID(Self.free(Self.plain(name, or: "quay")) { id in desks.contains { $0.id.rawValue == id } })
    }

    package func newFieldID(_ name: String) -> ID<Field> {
        ID(Self.free(Self.plain(name, or: "linh-vuc")) { id in fields.contains { $0.id.rawValue == id } })
    }

    package func newProcedureID(_ name: String) -> ID<Procedure> {
        ID(Self.free(Self.plain(name, or: "thu-tuc")) { id in procedures.contains { $0.id.rawValue == id } })
    }

    /// Of a person: a number, for ids stand in addresses and names do not.
    package func newOfficialID() -> ID<Official> {
        ID(Self.free("cb-\(officials.count + 1)") { id in officials.contains { $0.id.rawValue == id } })
    }

    private static func free(_ wish: String, isTaken: (String) -> Bool) -> String {
        guard isTaken(wish) else { return wish }
        var number = 2
        while isTaken("\(wish)-\(number)") { number += 1 }
        return "\(wish)-\(number)"
    }

    /// "Trung tâm PVHCC – Quầy 2" → "trung-tam-pvhcc-quay-2", at most 48 characters.
    private static func plain(_ name: String, or other: String) -> String {
        let scalars = name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.map {
            $0 == "đ" ? "d" : $0
        }.filter { $0.properties.generalCategory != .nonspacingMark }
        let words = String(String.UnicodeScalarView(scalars))
            .split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
        var id = ""
        for word in words where id.count + word.count < 48 { id += id.isEmpty ? word : "-\(word)" }
        return id.isEmpty ? other : id
    }
}
