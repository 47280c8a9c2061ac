extension Schema {
    /// The watch keeps one row for each desk and official; alarms, what became of them, and numbers of dossiers only
    /// grow: the last line of a desk and month holds.
    static let fairness3 = """
        CREATE TABLE watchCursor (
            id INTEGER PRIMARY KEY CHECK (id = 1), through INTEGER NOT NULL CHECK (through >= 0),
            turn INTEGER NOT NULL CHECK (turn >= 0)
        ) STRICT;
        CREATE TABLE watchState (
            kind TEXT NOT NULL CHECK (kind IN ('desk', 'official')), subject TEXT NOT NULL,
            sum REAL NOT NULL CHECK (sum >= 0), firstRating INTEGER, firstDay TEXT CHECK (length(firstDay) = 10),
            n INTEGER NOT NULL CHECK (n >= 0), negatives INTEGER NOT NULL CHECK (negatives BETWEEN 0 AND n),
            restartFrom INTEGER, PRIMARY KEY (kind, subject), CHECK ((firstRating IS NULL) = (firstDay IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE alarm (
            id INTEGER PRIMARY KEY, desk TEXT REFERENCES desk(id), official TEXT REFERENCES official(id),
            unit TEXT NOT NULL REFERENCES unit(id), raisedAt INTEGER NOT NULL, firstRating INTEGER NOT NULL,
            lastRating INTEGER NOT NULL, firstDay TEXT NOT NULL CHECK (length(firstDay) = 10),
            lastDay TEXT NOT NULL CHECK (length(lastDay) = 10), n INTEGER NOT NULL CHECK (n > 0),
            negatives INTEGER NOT NULL CHECK (negatives BETWEEN 1 AND n),
            CHECK (lastRating >= firstRating), CHECK (lastDay >= firstDay),
            CHECK ((desk IS NULL) <> (official IS NULL))
        ) STRICT;
        CREATE INDEX alarmByDesk ON alarm(desk) WHERE desk IS NOT NULL;
        CREATE INDEX alarmByOfficial ON alarm(official) WHERE official IS NOT NULL;
        CREATE INDEX alarmByUnit ON alarm(unit, lastDay);
        CREATE TABLE alarmStep (
            id INTEGER PRIMARY KEY, alarm INTEGER NOT NULL REFERENCES alarm(id),
            kind TEXT NOT NULL CHECK (kind IN ('acknowledged', 'withdrawn')), at INTEGER NOT NULL, actor TEXT NOT NULL,
            note TEXT NOT NULL CHECK (length(note) <= 1000)
        ) STRICT;
        CREATE INDEX alarmStepByAlarm ON alarmStep(alarm);
        CREATE TABLE dossierCount (
            id INTEGER PRIMARY KEY, month TEXT NOT NULL CHECK (length(month) = 7),
            desk TEXT NOT NULL REFERENCES desk(id), dossiers INTEGER NOT NULL CHECK (dossiers BETWEEN 0 AND 100000),
            at INTEGER NOT NULL, actor TEXT NOT NULL
        ) STRICT;
        CREATE INDEX dossierCountByMonth ON dossierCount(month, desk);
        """
}
