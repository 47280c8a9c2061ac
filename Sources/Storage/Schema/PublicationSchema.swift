extension Schema {
    /// What was published is never changed and never deleted; its end is a row of its own. `figures` hold what readers
    /// saw and nothing that was hidden from them.
    static let publication3 = """
        CREATE TABLE publication (
            id INTEGER PRIMARY KEY, period TEXT NOT NULL CHECK (length(period) BETWEEN 4 AND 7),
            version INTEGER NOT NULL CHECK (version >= 1), at INTEGER NOT NULL, actor TEXT NOT NULL,
            note TEXT NOT NULL CHECK (length(note) <= 1000), figures TEXT NOT NULL, UNIQUE (period, version)
        ) STRICT;
        CREATE TRIGGER publicationIsNotChanged BEFORE UPDATE ON publication
            BEGIN SELECT RAISE(ABORT, 'a publication never changes'); END;
        CREATE TRIGGER publicationIsNotDeleted BEFORE DELETE ON publication
            BEGIN SELECT RAISE(ABORT, 'a publication is never deleted'); END;
        CREATE TABLE publicationEnd (
            publication INTEGER PRIMARY KEY REFERENCES publication(id),
            kind TEXT NOT NULL CHECK (kind IN ('replaced', 'withdrawn')), at INTEGER NOT NULL, actor TEXT NOT NULL,
            reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000)
        ) STRICT;
        CREATE TRIGGER publicationEndIsNotChanged BEFORE UPDATE ON publicationEnd
            BEGIN SELECT RAISE(ABORT, 'the end of a publication never changes'); END;
        CREATE TRIGGER publicationEndIsNotDeleted BEFORE DELETE ON publicationEnd
            BEGIN SELECT RAISE(ABORT, 'the end of a publication is never deleted'); END;
        """
}
