import Feedback
import Foundation
import GRDB

/// Facts that held until a day, and what took whose place: by the thing they are about.
struct FormerRows {
    private let former: [String: [Row]]
    private let unitSuccessors: [String: [Row]]
    private let deskSuccessors: [String: [Row]]

    init(_ db: Database) throws {
        former = Dictionary(grouping: try db.rows("SELECT * FROM former ORDER BY kind, id, until")) {
            Self.key($0["kind"], $0["id"])
        }
        unitSuccessors = Dictionary(grouping: try db.rows("SELECT * FROM unitSuccessor ORDER BY unit, position")) {
            $0["unit"]
        }
        deskSuccessors = Dictionary(grouping: try db.rows("SELECT * FROM deskSuccessor ORDER BY desk, position")) {
            $0["desk"]
        }
    }

    func was<Facts: FactSheet>(_ thing: Thing) throws -> [Was<Facts>] {
        try (former[Self.key(thing.kind, thing.id)] ?? []).map { row in
            guard let until = row.dayIfAny("until") else { throw BrokenRow(column: "until") }
            return Was(until: until, facts: try JSON.value(row["facts"]))
        }
    }

    func successors(of unit: ID<Feedback.Unit>) throws -> [Successor<Feedback.Unit>] {
        try (unitSuccessors[unit.rawValue] ?? []).map(Successor.init(row:))
    }

    func successors(of desk: ID<Desk>) throws -> [Successor<Desk>] {
        try (deskSuccessors[desk.rawValue] ?? []).map(Successor.init(row:))
    }

    private static func key(_ kind: String, _ id: String) -> String { "\(kind) \(id)" }
}

extension Successor {
    fileprivate init(row: Row) throws {
        guard let from = row.dayIfAny("validFrom") else { throw BrokenRow(column: "validFrom") }
        self.init(id: row.id("successor"), from: from, note: row["note"])
    }
}

extension SQLiteTransaction {
    /// In the place of what was kept of this thing.
    func putFormer(_ thing: Thing, _ was: [Was<some FactSheet>]) throws {
        try db.run("DELETE FROM former WHERE kind = ? AND id = ?", [thing.kind, thing.id])
        for each in was {
            try db.run(
                "INSERT INTO former (kind, id, until, facts) VALUES (?, ?, ?, ?)",
                [thing.kind, thing.id, each.until.rawValue, try JSON.text(each.facts)])
        }
    }

    /// After all units and desks are there: one may point at another.
    func putSuccessors(of units: [Feedback.Unit], _ desks: [Desk]) throws {
        for unit in units {
            try db.run("DELETE FROM unitSuccessor WHERE unit = ?", [unit.id.rawValue])
            for (position, successor) in unit.successors.enumerated() {
                try db.run(
                    "INSERT INTO unitSuccessor (unit, position, successor, validFrom, note) VALUES (?, ?, ?, ?, ?)",
                    [unit.id.rawValue, position, successor.id.rawValue, successor.from.rawValue, successor.note])
            }
        }
        for desk in desks {
            try db.run("DELETE FROM deskSuccessor WHERE desk = ?", [desk.id.rawValue])
            for (position, successor) in desk.successors.enumerated() {
                try db.run(
                    "INSERT INTO deskSuccessor (desk, position, successor, validFrom, note) VALUES (?, ?, ?, ?, ?)",
                    [desk.id.rawValue, position, successor.id.rawValue, successor.from.rawValue, successor.note])
            }
        }
    }
}
