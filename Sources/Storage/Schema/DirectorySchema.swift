extension Schema {
    /// `former` holds what was true until a day; `facts` is the thing's fact sheet as it was. Ids are for good, so what
    /// stands in it needs no foreign key. `directoryChange` is what the office did, with the things before and after.
    static let directory2 = """
        ALTER TABLE field ADD COLUMN validFrom TEXT;
        ALTER TABLE field ADD COLUMN validTo TEXT;
        ALTER TABLE official ADD COLUMN validFrom TEXT;
        ALTER TABLE official ADD COLUMN validTo TEXT;
        CREATE TABLE procedure (
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, code TEXT,
            field TEXT NOT NULL REFERENCES field(id) DEFERRABLE INITIALLY DEFERRED, validFrom TEXT, validTo TEXT,
            isPresent INTEGER NOT NULL DEFAULT 1 CHECK (isPresent IN (0, 1))
        ) STRICT;
        CREATE TABLE former (
            kind TEXT NOT NULL CHECK (kind IN ('unit', 'desk', 'official', 'field', 'procedure')), id TEXT NOT NULL,
            until TEXT NOT NULL CHECK (length(until) = 10), facts TEXT NOT NULL, PRIMARY KEY (kind, id, until)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE unitSuccessor (
            unit TEXT NOT NULL REFERENCES unit(id), position INTEGER NOT NULL,
            successor TEXT NOT NULL REFERENCES unit(id), validFrom TEXT NOT NULL CHECK (length(validFrom) = 10),
            note TEXT, PRIMARY KEY (unit, position), UNIQUE (unit, successor), CHECK (unit <> successor)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE deskSuccessor (
            desk TEXT NOT NULL REFERENCES desk(id), position INTEGER NOT NULL,
            successor TEXT NOT NULL REFERENCES desk(id), validFrom TEXT NOT NULL CHECK (length(validFrom) = 10),
            note TEXT, PRIMARY KEY (desk, position), UNIQUE (desk, successor), CHECK (desk <> successor)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE directoryChange (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'head-set', 'closed', 'merged', 'split')),
            day TEXT NOT NULL CHECK (length(day) = 10), note TEXT CHECK (length(note) BETWEEN 1 AND 400),
            madeAt INTEGER NOT NULL, actor TEXT NOT NULL, stateBefore TEXT NOT NULL, stateAfter TEXT NOT NULL,
            endedPostings TEXT NOT NULL, withdrawnAt INTEGER
        ) STRICT;
        CREATE TABLE directoryChangeThing (
            kind TEXT NOT NULL, thing TEXT NOT NULL, change INTEGER NOT NULL REFERENCES directoryChange(id),
            PRIMARY KEY (kind, thing, change)
        ) STRICT, WITHOUT ROWID;
        """
}
