import Feedback
import Foundation
import GRDB

extension SQLiteReading {
    func user(id: Int64) throws -> User? {
        try db.row("SELECT * FROM user WHERE id = ?", [id]).map { try User(row: $0, db) }
    }

    func user(email: String) throws -> User? {
        try db.row("SELECT * FROM user WHERE email = ?", [email.lowercased()]).map { try User(row: $0, db) }
    }

    func users() throws -> [User] {
        try db.rows("SELECT * FROM user ORDER BY name, id").map { try User(row: $0, db) }
    }

    func session(tokenHash: [UInt8]) throws -> Session? {
        try db.row("SELECT * FROM session WHERE tokenHash = ?", [Data(tokenHash)]).map { row in
            Session(
                tokenHash: tokenHash, user: row["user"], formToken: row["formToken"], createdAt: row.date("createdAt"),
                seenAt: row.date("seenAt"))
        }
    }

    func invitation(tokenHash: [UInt8]) throws -> Invitation? {
        try db.row("SELECT * FROM invitation WHERE tokenHash = ?", [Data(tokenHash)]).map { row in
            Invitation(
                tokenHash: tokenHash, user: row["user"], createdAt: row.date("createdAt"),
                usedAt: row.dateIfAny("usedAt"))
        }
    }
}

extension SQLiteTransaction {
    func insertUser(_ user: User) throws -> Int64 {
        try db.run("INSERT INTO user (name, email) VALUES (?, ?)", [user.name, user.email])
        let id = db.lastInsertedRowID
        for grant in user.grants {
            try db.run(
                "INSERT INTO roleGrant (user, role, unit, official, validFrom, validTo) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    id, grant.role.rawValue, grant.unit?.rawValue, grant.official?.rawValue, grant.from?.rawValue,
                    grant.to?.rawValue,
                ])
        }
        if let password = user.password { try setPassword(password, of: id) }
        return id
    }

    func setPassword(_ password: PasswordHash, of user: Int64) throws {
        try db.run(
            """
            UPDATE user SET passwordSalt = ?, passwordRounds = ?, passwordBlockSize = ?, passwordParallelism = ?,
                passwordHash = ? WHERE id = ?
            """,
            [
                password.salt, password.rounds, password.blockSize, password.parallelism, password.hash,
                user,
            ])
    }

    func insertSession(_ session: Session) throws {
        // Yesterday's sessions go when somebody signs in, so the table never grows.
        try db.run(
            "DELETE FROM session WHERE createdAt < ?", [now.addingTimeInterval(-Session.longest).milliseconds])
        try db.run(
            "INSERT INTO session (tokenHash, user, formToken, createdAt, seenAt) VALUES (?, ?, ?, ?, ?)",
            [
                session.tokenHash, session.user, session.formToken, session.createdAt.milliseconds,
                session.seenAt.milliseconds,
            ])
    }

    func touchSession(_ tokenHash: [UInt8], at: Date) throws {
        try db.run("UPDATE session SET seenAt = ? WHERE tokenHash = ?", [at.milliseconds, tokenHash])
    }

    func deleteSession(_ tokenHash: [UInt8]) throws {
        try db.run("DELETE FROM session WHERE tokenHash = ?", [tokenHash])
    }

    func deleteSessions(of user: Int64) throws { try db.run("DELETE FROM session WHERE user = ?", [user]) }

    func insertInvitation(_ invitation: Invitation) throws {
        try db.run(
            "INSERT INTO invitation (tokenHash, user, createdAt) VALUES (?, ?, ?)",
            [invitation.tokenHash, invitation.user, invitation.createdAt.milliseconds])
    }

    func spendInvitations(of user: Int64, at: Date) throws {
        try db.run("UPDATE invitation SET usedAt = ? WHERE user = ? AND usedAt IS NULL", [at.milliseconds, user])
    }
}

extension User {
    fileprivate init(row: Row, _ db: Database) throws {
        let id: Int64 = row["id"]
        let grants = try db.rows("SELECT * FROM roleGrant WHERE user = ? ORDER BY id", [id]).map {
            Grant(
                role: try $0.choice("role"), unit: $0.idIfAny("unit"), official: $0.idIfAny("official"),
                from: $0.dayIfAny("validFrom"), to: $0.dayIfAny("validTo"))
        }
        let password = row.bytesIfAny("passwordHash").map { hash in
            PasswordHash(
                salt: row.bytes("passwordSalt"), rounds: row["passwordRounds"], blockSize: row["passwordBlockSize"],
                parallelism: row["passwordParallelism"], hash: hash)
        }
        self.init(id: id, name: row["name"], email: row["email"], password: password, grants: grants)
    }
}
