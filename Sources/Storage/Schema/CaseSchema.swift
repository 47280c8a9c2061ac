extension Schema {
    /// The state, the handler and the deadline of a case are those of its steps: triggers copy them, so that lists of
    /// a hundred thousand cases need not look for the last step of each, and nothing else can set them apart.
    static let cases2 = """
        CREATE TABLE caseStep2 (
            id INTEGER PRIMARY KEY, alert INTEGER NOT NULL REFERENCES alert(id),
            kind TEXT NOT NULL CHECK (kind IN (
                'opened', 'acknowledged', 'handling', 'answered', 'returned', 'closed', 'assigned', 'said')),
            at INTEGER NOT NULL, actor TEXT NOT NULL, text TEXT NOT NULL CHECK (length(text) <= 8000),
            finding TEXT CHECK (finding IN ('confirmed', 'unfounded', 'unclear')),
            measure TEXT CHECK (length(measure) BETWEEN 1 AND 4000),
            handler INTEGER REFERENCES user(id), dueAt INTEGER,
            CHECK (finding IS NULL OR kind = 'answered'), CHECK (measure IS NULL OR kind = 'answered'),
            CHECK (handler IS NULL OR kind = 'assigned'), CHECK (dueAt IS NULL OR kind IN ('opened', 'returned'))
        ) STRICT;
        INSERT INTO caseStep2 (id, alert, kind, at, actor, text) SELECT id, alert, kind, at, actor, text FROM caseStep;
        DROP TABLE caseStep;
        ALTER TABLE caseStep2 RENAME TO caseStep;
        CREATE INDEX caseStepByAlert ON caseStep(alert, id);
        CREATE UNIQUE INDEX caseReturnedOnce ON caseStep(alert) WHERE kind = 'returned';
        ALTER TABLE alert ADD COLUMN step TEXT NOT NULL DEFAULT 'opened' CHECK (step IN (
            'opened', 'acknowledged', 'handling', 'answered', 'returned', 'closed'));
        ALTER TABLE alert ADD COLUMN handler INTEGER REFERENCES user(id);
        UPDATE alert SET step = COALESCE(
            (SELECT kind FROM caseStep WHERE caseStep.alert = alert.id ORDER BY id DESC LIMIT 1), 'opened');
        CREATE INDEX alertByStep ON alert(step, dueAt);
        CREATE TRIGGER caseStepMovesTheCase AFTER INSERT ON caseStep WHEN NEW.kind NOT IN ('assigned', 'said')
            BEGIN UPDATE alert SET step = NEW.kind, dueAt = COALESCE(NEW.dueAt, dueAt) WHERE id = NEW.alert; END;
        CREATE TRIGGER caseStepNamesTheHandler AFTER INSERT ON caseStep WHEN NEW.kind = 'assigned'
            BEGIN UPDATE alert SET handler = NEW.handler WHERE id = NEW.alert; END;
        CREATE TABLE caseOpening (
            alert INTEGER NOT NULL REFERENCES alert(id), user INTEGER NOT NULL REFERENCES user(id),
            at INTEGER NOT NULL, PRIMARY KEY (alert, user)
        ) STRICT, WITHOUT ROWID;
        """
}
