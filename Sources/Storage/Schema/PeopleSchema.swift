extension Schema {
    /// Roles come from the program, which knows them; here they only have to be words. A grant that was withdrawn
    /// before it began has its last day before its first.
    static let people2 = """
        CREATE TABLE roleGrant (
            id INTEGER PRIMARY KEY, user INTEGER NOT NULL REFERENCES user(id), role TEXT NOT NULL,
            unit TEXT REFERENCES unit(id), official TEXT REFERENCES official(id),
            validFrom TEXT CHECK (length(validFrom) = 10), validTo TEXT CHECK (length(validTo) = 10)
        ) STRICT;
        INSERT INTO roleGrant (user, role, unit) SELECT user, role, unit FROM userGrant;
        DROP TABLE userGrant;
        CREATE INDEX roleGrantOfUser ON roleGrant(user);
        ALTER TABLE user ADD COLUMN closedAt INTEGER;
        ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
        CREATE INDEX sessionOfUser ON session(user);
        CREATE TABLE secondStep (
            user INTEGER PRIMARY KEY REFERENCES user(id), sealed BLOB NOT NULL, madeAt INTEGER NOT NULL,
            confirmedAt INTEGER, lastStep INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE recoveryCode (
            user INTEGER NOT NULL REFERENCES user(id), stamp BLOB NOT NULL CHECK (length(stamp) = 16), usedAt INTEGER,
            PRIMARY KEY (user, stamp)
        ) STRICT, WITHOUT ROWID;
        """
}
