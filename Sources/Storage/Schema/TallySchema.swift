extension Schema {
    /// What a person came for joins the rating, and with the stage the tallies; they are counted again from the ratings.
    /// Every rating has a line for each criterion of its questionnaire: those the old tallies know.
    static let tallies3 = """
        ALTER TABLE rating ADD COLUMN procedure TEXT REFERENCES procedure(id);
        CREATE TABLE asked (questionnaire TEXT NOT NULL, criterion TEXT NOT NULL) STRICT;
        INSERT INTO asked SELECT DISTINCT questionnaire, criterion FROM tally;
        DROP TABLE tally;
        CREATE TABLE tally (
            localDay TEXT NOT NULL, unit TEXT NOT NULL, desk TEXT NOT NULL, official TEXT NOT NULL, field TEXT NOT NULL,
            procedure TEXT NOT NULL, channel TEXT NOT NULL, evidence TEXT NOT NULL, stage TEXT NOT NULL,
            questionnaire TEXT NOT NULL, criterion TEXT NOT NULL,
            n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL, n4 INTEGER NOT NULL, n5 INTEGER NOT NULL,
            blank INTEGER NOT NULL,
            PRIMARY KEY (localDay, unit, desk, official, field, procedure, channel, evidence, stage, questionnaire,
                criterion)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO tally
            SELECT r.localDay, r.unit, r.desk, coalesce(r.official, ''), coalesce(r.field, ''), '', r.channel,
                r.evidence, coalesce(r.stage, ''), r.questionnaire, c.criterion,
                COUNT(*) FILTER (WHERE a.level = 1), COUNT(*) FILTER (WHERE a.level = 2),
                COUNT(*) FILTER (WHERE a.level = 3), COUNT(*) FILTER (WHERE a.level = 4),
                COUNT(*) FILTER (WHERE a.level = 5), COUNT(*) FILTER (WHERE a.level IS NULL)
            FROM rating r JOIN asked c ON c.questionnaire = r.questionnaire
            LEFT JOIN answer a ON a.rating = r.id AND a.criterion = c.criterion
            WHERE r.supersededBy IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;
        DROP TABLE asked;
        """

    /// Beside the days stand the hours of the headline (`slot` is "1-08": Monday, from eight to nine) and the sums of
    /// whole months: `owner` and `id` say whose they are, `side` and `key` by what they are split, '' where they are
    /// not. `folded` says through which day months hold what the days hold; it has no row until the first is over.
    static let months3 = """
        CREATE TABLE hourTally (
            localDay TEXT NOT NULL, slot TEXT NOT NULL CHECK (length(slot) = 4), unit TEXT NOT NULL, desk TEXT NOT NULL,
            questionnaire TEXT NOT NULL, criterion TEXT NOT NULL,
            n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL, n4 INTEGER NOT NULL, n5 INTEGER NOT NULL,
            blank INTEGER NOT NULL,
            PRIMARY KEY (localDay, slot, unit, desk, questionnaire, criterion)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE monthTally (
            month TEXT NOT NULL CHECK (length(month) = 7),
            owner TEXT NOT NULL CHECK (owner IN ('whole', 'unit', 'official', 'field', 'desk')), side TEXT NOT NULL,
            id TEXT NOT NULL, questionnaire TEXT NOT NULL, criterion TEXT NOT NULL, unit TEXT NOT NULL,
            key TEXT NOT NULL,
            n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL, n4 INTEGER NOT NULL, n5 INTEGER NOT NULL,
            blank INTEGER NOT NULL,
            PRIMARY KEY (month, owner, side, id, questionnaire, criterion, unit, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE folded (
            id INTEGER PRIMARY KEY CHECK (id = 1), through TEXT NOT NULL CHECK (length(through) = 10)
        ) STRICT;
        """
}
