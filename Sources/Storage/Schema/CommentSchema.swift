extension Schema {
    /// The searched form of a comment goes with the comment, whoever takes it away: a trigger sees to it, in the same
    /// transaction. So does the kind, which is the suggestion until a reader says otherwise.
    /// Reasons are counted per day like everything else that figures ask for; openings are page views, not people.
    static let comments3 = """
        CREATE TABLE commentText (
            rating INTEGER PRIMARY KEY REFERENCES rating(id), localDay TEXT NOT NULL CHECK (length(localDay) = 10),
            typed TEXT NOT NULL, plain TEXT NOT NULL,
            suggested TEXT NOT NULL CHECK (suggested IN ('complaint', 'wish', 'praise')),
            kind TEXT NOT NULL CHECK (kind IN ('complaint', 'wish', 'praise'))
        ) STRICT;
        CREATE INDEX commentByDay ON commentText(localDay, rating);
        CREATE TABLE commentKind (
            id INTEGER PRIMARY KEY, rating INTEGER NOT NULL REFERENCES rating(id),
            kind TEXT CHECK (kind IN ('complaint', 'wish', 'praise')), at INTEGER NOT NULL, actor TEXT NOT NULL
        ) STRICT;
        CREATE INDEX commentKindByRating ON commentKind(rating, id);
        \(commentTextGoes)
        CREATE TRIGGER commentKindSorts AFTER INSERT ON commentKind
            BEGIN UPDATE commentText SET kind = COALESCE(NEW.kind, suggested) WHERE rating = NEW.rating; END;
        CREATE TABLE reasonTally (
            localDay TEXT NOT NULL, unit TEXT NOT NULL, desk TEXT NOT NULL, official TEXT NOT NULL, field TEXT NOT NULL,
            procedure TEXT NOT NULL, channel TEXT NOT NULL, evidence TEXT NOT NULL, stage TEXT NOT NULL,
            questionnaire TEXT NOT NULL, bypassesHead INTEGER NOT NULL CHECK (bypassesHead IN (0, 1)),
            reason TEXT NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY (localDay, unit, desk, official, field, procedure, channel, evidence, stage, questionnaire,
                bypassesHead, reason)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE opening (
            localDay TEXT NOT NULL CHECK (length(localDay) = 10), desk TEXT NOT NULL REFERENCES desk(id),
            count INTEGER NOT NULL CHECK (count > 0), PRIMARY KEY (localDay, desk)
        ) STRICT, WITHOUT ROWID;
        """

    static let commentTextGoes = """
        CREATE TRIGGER commentTextGoesWithTheComment AFTER UPDATE OF comment ON rating
            BEGIN
                DELETE FROM commentText WHERE rating = NEW.id;
                DELETE FROM commentKind WHERE rating = NEW.id;
            END;
        """
}
