extension Schema {
    /// A key is never deleted: the journal names it by number.
    static let interface3 = """
        CREATE TABLE accessToken (
            id INTEGER PRIMARY KEY, tokenHash BLOB NOT NULL UNIQUE CHECK (length(tokenHash) = 32),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 320), unit TEXT REFERENCES unit(id),
            madeAt INTEGER NOT NULL, madeBy INTEGER NOT NULL REFERENCES user(id),
            lastDay TEXT NOT NULL CHECK (length(lastDay) = 10), usedAt INTEGER, revokedAt INTEGER
        ) STRICT;
        CREATE TABLE tokenReach (
            token INTEGER NOT NULL REFERENCES accessToken(id), reach TEXT NOT NULL, PRIMARY KEY (token, reach)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER accessTokenIsKept BEFORE DELETE ON accessToken
            BEGIN SELECT RAISE(ABORT, 'a key is never deleted'); END;
        CREATE TRIGGER accessTokenStaysRevoked BEFORE UPDATE OF revokedAt ON accessToken WHEN OLD.revokedAt IS NOT NULL
            BEGIN SELECT RAISE(ABORT, 'a key that was revoked stays so'); END;
        CREATE TABLE ratingExport (
            id INTEGER PRIMARY KEY, at INTEGER NOT NULL, user INTEGER NOT NULL REFERENCES user(id),
            firstDay TEXT NOT NULL CHECK (length(firstDay) = 10), lastDay TEXT NOT NULL CHECK (length(lastDay) = 10),
            purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 2000),
            officials INTEGER NOT NULL CHECK (officials IN (0, 1)), comments INTEGER NOT NULL CHECK (comments IN (0, 1)),
            lines INTEGER NOT NULL CHECK (lines >= 0), CHECK (lastDay >= firstDay)
        ) STRICT;
        CREATE TRIGGER ratingExportIsKept BEFORE DELETE ON ratingExport
            BEGIN SELECT RAISE(ABORT, 'what left the house stays written down'); END;
        CREATE INDEX IF NOT EXISTS alertByRaisedAt ON alert(raisedAt);
        """
}
