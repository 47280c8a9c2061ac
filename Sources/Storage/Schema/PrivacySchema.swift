extension Schema {
    /// The keys of months left the database: a key in it would stand in every copy of it (Decision 0014).
    /// `phoneReveal.words` says why somebody looked; people write names into it, so it is no part of the journal.
    /// `notice` is bound to by every rating, so neither it nor what it says can go.
    static let privacy2 = """
        CREATE TABLE notice (
            id INTEGER PRIMARY KEY, since INTEGER NOT NULL, actor TEXT NOT NULL,
            hash TEXT NOT NULL CHECK (length(hash) = 64), body TEXT NOT NULL, source TEXT
        ) STRICT;
        CREATE TRIGGER noticeIsNotChanged BEFORE UPDATE ON notice
            BEGIN SELECT RAISE(ABORT, 'a published notice never changes'); END;
        CREATE TRIGGER noticeIsNotDeleted BEFORE DELETE ON notice
            BEGIN SELECT RAISE(ABORT, 'a published notice never changes'); END;
        ALTER TABLE rating ADD COLUMN notice INTEGER REFERENCES notice(id);
        CREATE TRIGGER dataKeyIsElsewhere BEFORE INSERT ON dataKey
            BEGIN SELECT RAISE(ABORT, 'the keys of months are files'); END;
        CREATE TABLE retentionPeriod (
            id INTEGER PRIMARY KEY, purpose TEXT NOT NULL, days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 36500),
            since INTEGER NOT NULL, actor TEXT NOT NULL
        ) STRICT;
        CREATE TABLE retentionRun (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
        CREATE TABLE retentionLine (
            run INTEGER NOT NULL REFERENCES retentionRun(id), purpose TEXT NOT NULL,
            before TEXT NOT NULL CHECK (length(before) = 10), count INTEGER NOT NULL CHECK (count >= 0),
            PRIMARY KEY (run, purpose)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE phoneReveal (
            id INTEGER PRIMARY KEY, rating INTEGER NOT NULL REFERENCES rating(id),
            user INTEGER NOT NULL REFERENCES user(id), at INTEGER NOT NULL,
            reason TEXT NOT NULL
                CHECK (reason IN ('case', 'verification', 'doubt', 'data-request', 'other', 'callback')),
            words TEXT NOT NULL,
            CHECK (CASE reason WHEN 'callback' THEN words = '' ELSE length(words) BETWEEN 10 AND 200 END)
        ) STRICT;
        CREATE INDEX phoneRevealByRating ON phoneReveal(rating);
        CREATE TABLE phoneCall (
            id INTEGER PRIMARY KEY, rating INTEGER NOT NULL REFERENCES rating(id),
            user INTEGER NOT NULL REFERENCES user(id), at INTEGER NOT NULL, until INTEGER NOT NULL, endedAt INTEGER,
            outcome TEXT CHECK (outcome IN ('reached', 'no-answer', 'wrong-number', 'later', 'lapsed')),
            note TEXT NOT NULL CHECK (length(note) <= 500),
            CHECK (until > at), CHECK ((endedAt IS NULL) = (outcome IS NULL))
        ) STRICT;
        CREATE INDEX phoneCallByRating ON phoneCall(rating);
        CREATE UNIQUE INDEX phoneCallUnderWay ON phoneCall(rating) WHERE endedAt IS NULL;
        """
}
