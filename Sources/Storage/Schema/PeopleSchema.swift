extension Schema {
    /// Roles come from the program, which knows them; here they only have to be words.
    static let people2 = """
        CREATE TABLE roleGrant (
            id INTEGER PRIMARY KEY, user INTEGER NOT NULL REFERENCES user(id), role TEXT NOT NULL,
            unit TEXT REFERENCES unit(id), official TEXT REFERENCES official(id), validFrom TEXT, validTo TEXT,
            CHECK (validTo IS NULL OR validFrom IS NULL OR validTo >= validFrom)
        ) STRICT;
        INSERT INTO roleGrant (user, role, unit) SELECT user, role, unit FROM userGrant;
        DROP TABLE userGrant;
        CREATE INDEX roleGrantOfUser ON roleGrant(user);
        """
}
