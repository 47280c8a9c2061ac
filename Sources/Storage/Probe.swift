import GRDB

extension SQLiteStore {
    /// Any statement on the writer's connection, past all verbs: for the tests of this target, which ask the pragmas and
    /// try what the schema must refuse. Not `package`, so nobody else has this door.
    /// - Returns: rows as text, "NULL" for null.
    @discardableResult
    func statement(_ sql: String) throws -> [[String]] {
        try database.writeWithoutTransaction { db in
            var rows: [[String]] = []
            let statements = try db.allStatements(sql: sql)
            while let statement = try statements.next() { rows += try statement.fetchedRows() }
            return rows
        }
    }

    /// What the migration does to a database from before comments were searched.
    func keepAllCommentTexts() throws { try database.writeWithoutTransaction { try $0.keepAllCommentTexts() } }

    /// What the migration does to a database from before numbers in comments were masked.
    func maskAllComments() throws { try database.writeWithoutTransaction { try $0.maskAllComments() } }

    func checkIsSafe(_ durability: Durability = .full, onDisk: Bool) throws {
        try database.checkIsSafe(durability, onDisk: onDisk)
    }
}

extension Statement {
    fileprivate func fetchedRows() throws -> [[String]] {
        if columnCount == 0 {
            try execute()
            return []
        }
        return try Row.fetchAll(self).map { row in
            row.databaseValues.map { $0.isNull ? "NULL" : String.fromDatabaseValue($0) ?? $0.description }
        }
    }
}
