extension Schema {
    /// A report is what was written into it and what was frozen of it: rows that are added and never changed. `period` is
    /// as in addresses ("2024-11", "2024-Q4"). A unit's rows stay when the unit is gone: units leave no table.
    static let reports3 = """
        CREATE TABLE reportText (
            id INTEGER PRIMARY KEY, period TEXT NOT NULL CHECK (length(period) BETWEEN 4 AND 7),
            unit TEXT REFERENCES unit(id),
            section TEXT NOT NULL
                CHECK (section IN ('deployment', 'results', 'negative', 'shortcomings', 'solutions')),
            at INTEGER NOT NULL, actor TEXT NOT NULL, body TEXT NOT NULL CHECK (length(body) <= 40000)
        ) STRICT;
        CREATE INDEX reportTextOf ON reportText(period, unit, id);
        CREATE TABLE reportEdition (
            id INTEGER PRIMARY KEY, period TEXT NOT NULL CHECK (length(period) BETWEEN 4 AND 7),
            unit TEXT REFERENCES unit(id), number INTEGER NOT NULL CHECK (number >= 0), at INTEGER NOT NULL,
            actor TEXT NOT NULL, snapshot TEXT NOT NULL CHECK (length(snapshot) = 10), figures TEXT NOT NULL,
            reason TEXT NOT NULL CHECK (length(reason) <= 4000), line INTEGER NOT NULL, hash BLOB NOT NULL,
            CHECK ((number = 0) = (reason = ''))
        ) STRICT;
        CREATE UNIQUE INDEX reportEditionOf ON reportEdition(period, COALESCE(unit, ''), number);
        CREATE TRIGGER reportEditionIsNotChanged BEFORE UPDATE ON reportEdition
            BEGIN SELECT RAISE(ABORT, 'a frozen report never changes'); END;
        CREATE TRIGGER reportEditionIsNotDeleted BEFORE DELETE ON reportEdition
            BEGIN SELECT RAISE(ABORT, 'a frozen report never changes'); END;
        CREATE TABLE reportReminder (
            month TEXT PRIMARY KEY CHECK (length(month) = 7), at INTEGER NOT NULL, mails INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX alertRaised ON alert(raisedAt);
        """

    /// What a frozen report looks like is kept with it: a new head of the office does not sign an old month. The index
    /// was there twice.
    static let reports4 = """
        ALTER TABLE reportEdition ADD COLUMN form TEXT;
        DROP INDEX IF EXISTS alertByRaisedAt;
        """
}
