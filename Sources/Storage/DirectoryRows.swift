import Feedback
import Foundation
import GRDB

extension SQLiteTransaction {
    func replaceConfiguration(with configuration: KioskConfiguration) throws {
        for table in ["unit", "field", "desk", "official", "procedure", "questionnaire"] {
            try db.execute(sql: "UPDATE \(table) SET isPresent = 0")
        }
        try db.execute(
            sql: """
                DELETE FROM deskField; DELETE FROM posting; DELETE FROM former; DELETE FROM unitSuccessor;
                DELETE FROM deskSuccessor
                """)
        for (position, unit) in configuration.units.enumerated() { try put(unit, position) }
        for (position, field) in configuration.fields.enumerated() { try put(field, position) }
        for (position, desk) in configuration.desks.enumerated() { try put(desk, position) }
        for (position, official) in configuration.officials.enumerated() { try put(official, position) }
        for (position, procedure) in configuration.procedures.enumerated() { try put(procedure, position) }
        try putSuccessors(of: configuration.units, configuration.desks)
        for posting in configuration.postings {
            try db.run(
                "INSERT INTO posting (desk, official, validFrom, validTo, weekdays) VALUES (?, ?, ?, ?, ?)",
                [
                    posting.desk.rawValue, posting.official.rawValue, posting.from.rawValue, posting.to?.rawValue,
                    posting.weekdays.map(String.init).joined(separator: ","),
                ])
        }
        for (position, questionnaire) in configuration.questionnaires.enumerated() {
            try put(questionnaire, position)
        }
        try putDocument("authority", configuration.authority)
        try putDocument("alerts", configuration.alerts)
        try putDocument("targets", configuration.targets)
        try putDocument("form", configuration.form)
        try putDocument("reports", configuration.reports)
        try reloadDirectory()
    }

    func put(_ edit: DirectoryEdit) throws {
        for unit in edit.units { try put(unit, position(of: .unit(unit.id))) }
        for field in edit.fields { try put(field, position(of: .field(field.id))) }
        for desk in edit.desks { try put(desk, position(of: .desk(desk.id))) }
        for official in edit.officials { try put(official, position(of: .official(official.id))) }
        for procedure in edit.procedures { try put(procedure, position(of: .procedure(procedure.id))) }
        try putSuccessors(of: edit.units, edit.desks)
        try reloadDirectory()
    }

    func remove(_ edit: DirectoryEdit) throws {
        for thing in edit.things { try db.run("UPDATE \(thing.kind) SET isPresent = 0 WHERE id = ?", [thing.id]) }
        try reloadDirectory()
    }

    func putAuthority(_ authority: Authority) throws {
        try putDocument("authority", authority)
        try reloadDirectory()
    }

    /// Where it stands in its list, or the place after the last.
    private func position(of thing: Thing) throws -> Int {
        let place = try db.number(
            """
            SELECT COALESCE((SELECT position FROM \(thing.kind) WHERE id = ? AND isPresent = 1),
                (SELECT MAX(position) + 1 FROM \(thing.kind)), 0)
            """, [thing.id])
        return Int(place ?? 0)
    }

    func insertCode(_ code: DeskCode, for desk: ID<Desk>) throws {
        try db.run(
            "INSERT INTO deskCode (code, desk, issuedAt) VALUES (?, ?, ?)",
            [code.rawValue, desk.rawValue, now.milliseconds])
        try reloadDirectory()
    }

    func retireCode(_ code: DeskCode) throws {
        try db.run("UPDATE deskCode SET retiredAt = ? WHERE code = ?", [now.milliseconds, code.rawValue])
        try reloadDirectory()
    }

    func reloadDirectory() throws {
        group.directory = try Directory(db, version: group.directory.version + 1, day: LocalDay(now))
        signal(.directory)
    }

    private func put(_ unit: Feedback.Unit, _ position: Int) throws {
        try db.run(
            """
            INSERT INTO unit (id, position, name, kind, parent, notRatedBecause, headName, headTitle, headEmail,
                validFrom, validTo)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name, kind = excluded.kind,
                parent = excluded.parent, notRatedBecause = excluded.notRatedBecause, headName = excluded.headName,
                headTitle = excluded.headTitle, headEmail = excluded.headEmail, validFrom = excluded.validFrom,
                validTo = excluded.validTo, isPresent = 1
            """,
            [
                unit.id.rawValue, position, unit.name, unit.kind.rawValue, unit.parent?.rawValue,
                unit.notRatedBecause, unit.head?.name, unit.head?.title, unit.head?.email, unit.validFrom?.rawValue,
                unit.validTo?.rawValue,
            ])
        try putFormer(.unit(unit.id), unit.was)
    }

    private func put(_ field: Field, _ position: Int) throws {
        try db.run(
            """
            INSERT INTO field (id, position, name, validFrom, validTo) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name,
                validFrom = excluded.validFrom, validTo = excluded.validTo, isPresent = 1
            """,
            [field.id.rawValue, position, field.name, field.validFrom?.rawValue, field.validTo?.rawValue])
        try putFormer(.field(field.id), field.was)
    }

    private func put(_ official: Official, _ position: Int) throws {
        try db.run(
            """
            INSERT INTO official (id, position, name, title, unit, validFrom, validTo) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name,
                title = excluded.title, unit = excluded.unit, validFrom = excluded.validFrom,
                validTo = excluded.validTo, isPresent = 1
            """,
            [
                official.id.rawValue, position, official.name, official.title, official.unit.rawValue,
                official.validFrom?.rawValue, official.validTo?.rawValue,
            ])
        try putFormer(.official(official.id), official.was)
    }

    private func put(_ procedure: Feedback.Procedure, _ position: Int) throws {
        try db.run(
            """
            INSERT INTO procedure (id, position, name, code, field, validFrom, validTo) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name, code = excluded.code,
                field = excluded.field, validFrom = excluded.validFrom, validTo = excluded.validTo, isPresent = 1
            """,
            [
                procedure.id.rawValue, position, procedure.name, procedure.code, procedure.field.rawValue,
                procedure.validFrom?.rawValue, procedure.validTo?.rawValue,
            ])
        try putFormer(.procedure(procedure.id), procedure.was)
    }

    private func put(_ desk: Desk, _ position: Int) throws {
        try db.run(
            """
            INSERT INTO desk (id, position, name, unit, place, validFrom, validTo) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name, unit = excluded.unit,
                place = excluded.place, validFrom = excluded.validFrom, validTo = excluded.validTo, isPresent = 1
            """,
            [
                desk.id.rawValue, position, desk.name, desk.unit.rawValue, desk.place?.rawValue,
                desk.validFrom?.rawValue, desk.validTo?.rawValue,
            ])
        try putFormer(.desk(desk.id), desk.was)
        try db.run("DELETE FROM deskField WHERE desk = ?", [desk.id.rawValue])
        for (position, field) in desk.fields.enumerated() {
            try db.run(
                "INSERT INTO deskField (desk, position, field) VALUES (?, ?, ?)",
                [desk.id.rawValue, position, field.rawValue])
        }
    }

    /// A published version never changes: an answer points at the words that were asked.
    private func put(_ questionnaire: Questionnaire, _ position: Int) throws {
        let version = questionnaire.versionID.rawValue
        let body = try JSON.text(questionnaire)
        if let kept = try db.row("SELECT body FROM questionnaire WHERE version = ?", [version]), kept["body"] != body,
            try db.number("SELECT 1 FROM rating WHERE questionnaire = ? LIMIT 1", [version]) != nil
        {
            throw PublishedVersionChanged(version: questionnaire.versionID)
        }
        try db.run(
            """
            INSERT INTO questionnaire (version, position, body) VALUES (?, ?, ?)
            ON CONFLICT (version) DO UPDATE SET position = excluded.position, body = excluded.body, isPresent = 1
            """, [version, position, body])
    }

    private func putDocument(_ name: String, _ value: some Encodable) throws {
        try db.run(
            "INSERT INTO document (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body",
            [name, try JSON.text(value)])
    }
}

extension Directory {
    /// What the database says of the configured world; an empty one before the first `apply`.
    /// - Parameter day: whose picture is wanted; nil: what is known last.
    convenience init(_ db: Database, version: Int, day: LocalDay? = nil) throws {
        let former = try FormerRows(db)
        let fields = Dictionary(
            grouping: try db.rows("SELECT desk, field FROM deskField ORDER BY desk, position"),
            by: { $0["desk"] as String })
        let reports: ReportForm?? = try JSON.document("reports", db)
        let configuration = KioskConfiguration(
            authority: try JSON.document("authority", db)
                ?? Authority(name: "", homeAffairs: "", address: "", phone: ""),
            units: try Self.present("unit", db).map { try Feedback.Unit(row: $0, former) },
            fields: try Self.present("field", db).map { row in
                Field(
                    id: row.id("id"), name: row["name"], validFrom: row.dayIfAny("validFrom"),
                    validTo: row.dayIfAny("validTo"), was: try former.was(.field(row.id("id"))))
            },
            desks: try Self.present("desk", db).map { row in
                Desk(
                    id: row.id("id"), name: row["name"], unit: row.id("unit"), place: row.idIfAny("place"),
                    fields: (fields[row["id"]] ?? []).map { $0.id("field") }, validFrom: row.dayIfAny("validFrom"),
                    validTo: row.dayIfAny("validTo"), was: try former.was(.desk(row.id("id"))),
                    successors: try former.successors(of: row.id("id") as ID<Desk>))
            },
            officials: try Self.present("official", db).map { row in
                Official(
                    id: row.id("id"), name: row["name"], title: row["title"], unit: row.id("unit"),
                    validFrom: row.dayIfAny("validFrom"), validTo: row.dayIfAny("validTo"),
                    was: try former.was(.official(row.id("id"))))
            },
            postings: try db.rows("SELECT * FROM posting ORDER BY id").map(Posting.init(row:)),
            questionnaires: try Self.present("questionnaire", db).map { try JSON.value($0["body"]) },
            alerts: try JSON.document("alerts", db) ?? AlertPolicy(),
            targets: try JSON.document("targets", db) ?? [],
            form: try JSON.document("form", db) ?? FormSettings(questionnaire: ""),
            procedures: try Self.present("procedure", db).map { row in
                Feedback.Procedure(
                    id: row.id("id"), name: row["name"], code: row["code"], field: row.id("field"),
                    validFrom: row.dayIfAny("validFrom"), validTo: row.dayIfAny("validTo"),
                    was: try former.was(.procedure(row.id("id"))))
            }, reports: reports ?? nil)
        let codes = try db.rows("SELECT * FROM deskCode ORDER BY issuedAt, code").map { row in
            guard let code = DeskCode(rawValue: row["code"]) else { throw BrokenRow(column: "code") }
            return IssuedCode(code: code, desk: row.id("desk"), isRetired: row.dateIfAny("retiredAt") != nil)
        }
        let past: [Questionnaire] = try db.rows("SELECT body FROM questionnaire WHERE isPresent = 0")
            .map { try JSON.value($0["body"]) }
        self.init(
            configuration: configuration, codes: codes, version: version, past: past,
            substitutions: try Substitution.all(db), day: day, notices: try PrivacyNotice.all(db))
    }

    private static func present(_ table: String, _ db: Database) throws -> [Row] {
        try Row.fetchAll(db, sql: "SELECT * FROM \(table) WHERE isPresent = 1 ORDER BY position")
    }
}

extension Feedback.Unit {
    fileprivate init(row: Row, _ former: FormerRows) throws {
        let head = (row["headName"] as String?).map { name in
            Head(name: name, title: row["headTitle"] ?? "", email: row["headEmail"] ?? "")
        }
        self.init(
            id: row.id("id"), name: row["name"], kind: try row.choice("kind"), parent: row.idIfAny("parent"),
            notRatedBecause: row["notRatedBecause"], head: head, validFrom: row.dayIfAny("validFrom"),
            validTo: row.dayIfAny("validTo"), was: try former.was(.unit(row.id("id"))),
            successors: try former.successors(of: row.id("id") as ID<Feedback.Unit>))
    }
}

extension Posting {
    fileprivate init(row: Row) throws {
        guard let from = row.dayIfAny("validFrom") else { throw BrokenRow(column: "validFrom") }
        let weekdays = (row["weekdays"] as String).split(separator: ",").compactMap { Int($0) }
        self.init(
            desk: row.id("desk"), official: row.id("official"), from: from, to: row.dayIfAny("validTo"),
            weekdays: weekdays)
    }
}

/// Documents that are read and written as a whole.
enum JSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }

    static func document<Value: Decodable>(_ name: String, _ db: Database) throws -> Value? {
        try db.row("SELECT body FROM document WHERE name = ?", [name]).map { try value($0["body"]) }
    }
}
