extension Schema {
    /// Changes, substitutions and corrections stay when they are undone: the journal names them by number.
    static let shifts2 = """
        CREATE INDEX postingByDesk ON posting(desk);
        CREATE TABLE shiftChange (
            id INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, added TEXT NOT NULL, removed TEXT NOT NULL,
            undoneAt INTEGER
        ) STRICT;
        CREATE TABLE substitution (
            id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES shiftChange(id),
            desk TEXT NOT NULL REFERENCES desk(id), absent TEXT REFERENCES official(id),
            substitute TEXT REFERENCES official(id), validFrom TEXT NOT NULL CHECK (length(validFrom) = 10),
            validTo TEXT NOT NULL CHECK (length(validTo) = 10), half TEXT CHECK (half IN ('morning', 'afternoon')),
            CHECK (validTo >= validFrom), CHECK (absent IS NOT NULL OR substitute IS NOT NULL),
            CHECK (absent IS NULL OR substitute IS NULL OR absent <> substitute)
        ) STRICT;
        CREATE INDEX substitutionOfChange ON substitution(change);
        CREATE TABLE dutyCorrection (
            id INTEGER PRIMARY KEY, desk TEXT NOT NULL REFERENCES desk(id),
            localDay TEXT NOT NULL CHECK (length(localDay) = 10), half TEXT CHECK (half IN ('morning', 'afternoon')),
            wasOfficial TEXT REFERENCES official(id), isOfficial TEXT REFERENCES official(id),
            reason TEXT NOT NULL CHECK (reason IN ('late-entry', 'wrong-entry', 'wrong-desk', 'other')),
            note TEXT NOT NULL CHECK (length(note) <= 300), moved INTEGER NOT NULL CHECK (moved >= 0),
            change INTEGER REFERENCES shiftChange(id), at INTEGER NOT NULL, actor TEXT NOT NULL, undoneAt INTEGER,
            CHECK (wasOfficial IS NOT isOfficial)
        ) STRICT;
        CREATE INDEX dutyCorrectionByDesk ON dutyCorrection(desk);
        CREATE INDEX dutyCorrectionByChange ON dutyCorrection(change);
        CREATE TABLE correctedRating (
            correction INTEGER NOT NULL REFERENCES dutyCorrection(id), rating INTEGER NOT NULL REFERENCES rating(id),
            official TEXT REFERENCES official(id), unit TEXT NOT NULL REFERENCES unit(id),
            PRIMARY KEY (correction, rating)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX correctedRatingByRating ON correctedRating(rating);
        CREATE TABLE importDraft (
            id INTEGER PRIMARY KEY, user INTEGER NOT NULL REFERENCES user(id), createdAt INTEGER NOT NULL,
            body TEXT NOT NULL
        ) STRICT;
        """
}
