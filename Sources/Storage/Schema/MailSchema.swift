extension Schema {
    /// One queue for every kind of mail: what is about no desk has none. A watch ends when somebody takes the case on or
    /// nobody is left to tell; the rows of `escalation` stay and say who was told when.
    static let mail2 = """
        CREATE TABLE newMail (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('alert', 'escalation', 'daily', 'canary', 'notice')),
            notice TEXT, about INTEGER, recipientName TEXT NOT NULL, recipient TEXT NOT NULL,
            desk TEXT REFERENCES desk(id), createdAt INTEGER NOT NULL, dueAt INTEGER NOT NULL,
            attempts INTEGER NOT NULL CHECK (attempts >= 0), messageID TEXT NOT NULL UNIQUE, claimedUntil INTEGER,
            sentAt INTEGER, gaveUpAt INTEGER, lastError TEXT, isDigest INTEGER NOT NULL CHECK (isDigest IN (0, 1)),
            CHECK (sentAt IS NULL OR gaveUpAt IS NULL), CHECK ((kind = 'alert') = (desk IS NOT NULL)),
            CHECK ((kind = 'notice') = (notice IS NOT NULL))
        ) STRICT;
        INSERT INTO newMail
            (id, kind, recipientName, recipient, desk, createdAt, dueAt, attempts, messageID, claimedUntil, sentAt,
                gaveUpAt, lastError, isDigest)
            SELECT id, 'alert', recipientName, recipient, desk, createdAt, dueAt, attempts, messageID, claimedUntil,
                sentAt, gaveUpAt, lastError, isDigest
            FROM mail;
        DROP TABLE mail;
        ALTER TABLE newMail RENAME TO mail;
        CREATE INDEX mailDue ON mail(dueAt) WHERE sentAt IS NULL AND gaveUpAt IS NULL;
        CREATE INDEX mailNext ON mail(attempts, id DESC) WHERE sentAt IS NULL AND gaveUpAt IS NULL;
        CREATE INDEX mailByRecipient ON mail(recipient, kind, desk, createdAt);
        CREATE INDEX mailOpenDigest ON mail(recipient, kind, desk)
            WHERE isDigest = 1 AND sentAt IS NULL AND gaveUpAt IS NULL;
        CREATE INDEX mailSent ON mail(sentAt) WHERE sentAt IS NOT NULL;
        CREATE INDEX mailGivenUp ON mail(id) WHERE gaveUpAt IS NOT NULL;
        CREATE TABLE escalationWatch (
            alert INTEGER PRIMARY KEY REFERENCES alert(id), dueAt INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX escalationWatchDue ON escalationWatch(dueAt);
        CREATE TABLE escalation (
            alert INTEGER NOT NULL REFERENCES alert(id),
            level TEXT NOT NULL CHECK (level IN ('deputy', 'leadership', 'homeAffairs')), at INTEGER NOT NULL,
            PRIMARY KEY (alert, level)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE dailyRound (
            day TEXT PRIMARY KEY CHECK (length(day) = 10), at INTEGER NOT NULL, mails INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE canary (
            id INTEGER PRIMARY KEY, day TEXT NOT NULL UNIQUE CHECK (length(day) = 10), sentAt INTEGER NOT NULL,
            dueAt INTEGER NOT NULL, mail INTEGER UNIQUE REFERENCES mail(id), messageID TEXT, arrivedAt INTEGER,
            lostAt INTEGER, CHECK ((mail IS NULL) = (messageID IS NULL))
        ) STRICT;
        """
}
