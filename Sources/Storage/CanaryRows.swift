import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func lastCanary() throws -> CanaryFlight? {
        try db.row("SELECT * FROM canary ORDER BY id DESC LIMIT 1").map(CanaryFlight.init(row:))
    }

    func canary(inMail id: Int64) throws -> CanaryFlight? {
        try db.row("SELECT * FROM canary WHERE mail = ?", [id]).map(CanaryFlight.init(row:))
    }
}

extension SQLiteTransaction {
    func insertCanary(_ flight: CanaryFlight) throws {
        try db.run(
            "INSERT INTO canary (day, sentAt, dueAt, mail, messageID) VALUES (?, ?, ?, ?, ?)",
            [
                flight.day.rawValue, flight.sentAt.milliseconds, flight.dueAt.milliseconds, flight.mail,
                flight.messageID,
            ])
    }

    func markCanaryArrived(_ id: Int64) throws {
        try db.run("UPDATE canary SET arrivedAt = ? WHERE id = ?", [now.milliseconds, id])
    }

    func markCanaryLost(_ id: Int64) throws {
        try db.run("UPDATE canary SET lostAt = ? WHERE id = ?", [now.milliseconds, id])
    }
}

extension CanaryFlight {
    fileprivate init(row: Row) throws {
        guard let day = row.dayIfAny("day") else { throw BrokenRow(column: "day") }
        self.init(
            id: row["id"], day: day, sentAt: row.date("sentAt"), dueAt: row.date("dueAt"), mail: row["mail"],
            messageID: row["messageID"], arrivedAt: row.dateIfAny("arrivedAt"), lostAt: row.dateIfAny("lostAt"))
    }
}
