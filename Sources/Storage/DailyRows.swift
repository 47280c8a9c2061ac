import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func lastDailyRound() throws -> DailyRound? {
        try db.row("SELECT * FROM dailyRound ORDER BY day DESC LIMIT 1").map { row in
            guard let day = row.dayIfAny("day") else { throw BrokenRow(column: "day") }
            return DailyRound(day: day, at: row.date("at"), mails: row["mails"])
        }
    }
}

extension SQLiteTransaction {
    func insertDailyRound(_ round: DailyRound) throws {
        try db.run(
            "INSERT INTO dailyRound (day, at, mails) VALUES (?, ?, ?)",
            [round.day.rawValue, round.at.milliseconds, round.mails])
    }
}
