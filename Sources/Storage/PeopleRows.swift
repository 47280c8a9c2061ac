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

    func heldGrants(of user: Int64) throws -> [HeldGrant] {
        try db.rows("SELECT * FROM roleGrant WHERE user = ? ORDER BY id", [user]).map(HeldGrant.init(row:))
    }

    func session(tokenHash: [UInt8]) throws -> Session? {
        try db.row("SELECT * FROM session WHERE tokenHash = ?", [Data(tokenHash)]).map(Session.init(row:))
    }

    func sessions(of user: Int64) throws -> [Session] {
        try db.rows("SELECT * FROM session WHERE user = ? ORDER BY seenAt DESC, tokenHash", [user])
            .map(Session.init(row:))
    }

    func secondStep(of user: Int64) throws -> SecondStep? {
        try db.row("SELECT * FROM secondStep WHERE user = ?", [user]).map { row in
            SecondStep(
                user: user, sealed: row.bytes("sealed"), madeAt: row.date("madeAt"),
                confirmedAt: row.dateIfAny("confirmedAt"), lastStep: row["lastStep"])
        }
    }

    func recoveryCodesLeft(of user: Int64) throws -> Int {
        Int(try db.number("SELECT COUNT(*) FROM recoveryCode WHERE user = ? AND usedAt IS NULL", [user]) ?? 0)
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
        for grant in user.grants { _ = try insertGrant(grant, of: id) }
        if let password = user.password { try setPassword(password, of: id) }
        return id
    }

    func insertGrant(_ grant: Grant, of user: Int64) throws -> Int64 {
        try db.run(
            "INSERT INTO roleGrant (user, role, unit, official, validFrom, validTo) VALUES (?, ?, ?, ?, ?, ?)",
            [
                user, grant.role.rawValue, grant.unit?.rawValue, grant.official?.rawValue, grant.from?.rawValue,
                grant.to?.rawValue,
            ])
        return db.lastInsertedRowID
    }

    func setLastDay(_ day: LocalDay?, ofGrant id: Int64) throws {
        try db.run("UPDATE roleGrant SET validTo = ? WHERE id = ?", [day?.rawValue, id])
    }

    func setName(_ name: String, of user: Int64) throws {
        try db.run("UPDATE user SET name = ? WHERE id = ?", [name, user])
    }

    func setClosed(_ at: Date?, of user: Int64) throws {
        try db.run("UPDATE user SET closedAt = ? WHERE id = ?", [at?.milliseconds, user])
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
            "INSERT INTO session (tokenHash, user, formToken, createdAt, seenAt, device) VALUES (?, ?, ?, ?, ?, ?)",
            [
                session.tokenHash, session.user, session.formToken, session.createdAt.milliseconds,
                session.seenAt.milliseconds, session.device,
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

    func saveSecondStep(_ step: SecondStep) throws {
        try db.run(
            """
            INSERT INTO secondStep (user, sealed, madeAt, confirmedAt, lastStep) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (user) DO UPDATE SET sealed = excluded.sealed, madeAt = excluded.madeAt,
                confirmedAt = excluded.confirmedAt, lastStep = excluded.lastStep
            """,
            [step.user, step.sealed, step.madeAt.milliseconds, step.confirmedAt?.milliseconds, step.lastStep])
    }

    func deleteSecondStep(of user: Int64) throws {
        try db.run("DELETE FROM secondStep WHERE user = ?", [user])
        try db.run("DELETE FROM recoveryCode WHERE user = ?", [user])
    }

    func replaceRecoveryCodes(_ stamps: [[UInt8]], of user: Int64) throws {
        try db.run("DELETE FROM recoveryCode WHERE user = ?", [user])
        for stamp in stamps { try db.run("INSERT INTO recoveryCode (user, stamp) VALUES (?, ?)", [user, stamp]) }
    }

    func spendRecoveryCode(_ stamp: [UInt8], of user: Int64, at: Date) throws -> Bool {
        let changes = db.totalChangesCount
        try db.run(
            "UPDATE recoveryCode SET usedAt = ? WHERE user = ? AND stamp = ? AND usedAt IS NULL",
            [at.milliseconds, user, stamp])
        return db.totalChangesCount > changes
    }
}

extension HeldGrant {
    fileprivate init(row: Row) throws {
        let grant = Grant(
            role: try row.choice("role"), unit: row.idIfAny("unit"), official: row.idIfAny("official"),
            from: row.dayIfAny("validFrom"), to: row.dayIfAny("validTo"))
        self.init(id: row["id"], grant: grant)
    }
}

extension Session {
    fileprivate init(row: Row) {
        self.init(
            tokenHash: row.bytes("tokenHash"), user: row["user"], formToken: row["formToken"],
            createdAt: row.date("createdAt"), seenAt: row.date("seenAt"), device: row["device"])
    }
}

extension User {
    fileprivate init(row: Row, _ db: Database) throws {
        let id: Int64 = row["id"]
        let grants = try db.rows("SELECT * FROM roleGrant WHERE user = ? ORDER BY id", [id])
            .map { try HeldGrant(row: $0).grant }
        let since = try db.row(
            "SELECT confirmedAt FROM secondStep WHERE user = ? AND confirmedAt IS NOT NULL", [id]
        )?.date("confirmedAt")
        let password = row.bytesIfAny("passwordHash").map { hash in
            PasswordHash(
                salt: row.bytes("passwordSalt"), rounds: row["passwordRounds"], blockSize: row["passwordBlockSize"],
                parallelism: row["passwordParallelism"], hash: hash)
        }
        self.init(
            id: id, name: row["name"], email: row["email"], password: password, grants: grants, secondStepSince: since,
            closedAt: row.dateIfAny("closedAt"))
    }
}
