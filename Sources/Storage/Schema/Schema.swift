import GRDB

/// The tables, as a chain of migrations that only grows. STRICT, with foreign keys and CHECKs:
/// what must not be cannot be written, whatever the code believes.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 directory") { try $0.execute(sql: directory) }
        migrator.registerMigration("1 ratings") { try $0.execute(sql: ratings) }
        migrator.registerMigration("1 alerts and mail") { try $0.execute(sql: alerts) }
        migrator.registerMigration("1 people") { try $0.execute(sql: people) }
        migrator.registerMigration("1 journal") { try $0.execute(sql: journal) }
        migrator.registerMigration("2 people") { try $0.execute(sql: people2) }
        migrator.registerMigration("2 directory") { try $0.execute(sql: directory2) }
        migrator.registerMigration("2 shifts") { try $0.execute(sql: shifts2) }
        migrator.registerMigration("2 cases") { try $0.execute(sql: cases2) }
        migrator.registerMigration("2 mail") { try $0.execute(sql: mail2) }
        migrator.registerMigration("2 privacy") { try $0.execute(sql: privacy2) }
        migrator.registerMigration("2 requests") { try $0.execute(sql: requests2) }
        migrator.registerMigration("3 tallies") { try $0.execute(sql: tallies3) }
        migrator.registerMigration("3 months") { db in
            try db.execute(sql: months3)
            try TallyRecount(db).countHours()
        }
        migrator.registerMigration("3 fairness") { try $0.execute(sql: fairness3) }
        migrator.registerMigration("3 figures") { try $0.execute(sql: figures3) }
        migrator.registerMigration("3 comments") { db in
            try db.execute(sql: comments3)
            try db.keepAllCommentTexts()
            try db.countThemes()
        }
        migrator.registerMigration("3 reports") { try $0.execute(sql: reports3) }
        migrator.registerMigration("3 publication") { try $0.execute(sql: publication3) }
        migrator.registerMigration("3 interface") { try $0.execute(sql: interface3) }
        migrator.registerMigration("4 numbers in comments") { try $0.maskAllComments() }
        migrator.registerMigration("4 report forms") { try $0.execute(sql: reports4) }
        return migrator
    }

    /// `isPresent` is 0 for what left the configuration but is still pointed at by ratings.
    /// No json_valid() in a CHECK: with trusted_schema off this SQLite calls it unsafe, and no table is made.
    private static let directory = """
        CREATE TABLE unit (
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
            parent TEXT REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED, notRatedBecause TEXT,
            headName TEXT, headTitle TEXT, headEmail TEXT, validFrom TEXT, validTo TEXT,
            isPresent INTEGER NOT NULL DEFAULT 1 CHECK (isPresent IN (0, 1)),
            CHECK ((headName IS NULL) = (headEmail IS NULL))
        ) STRICT;
        CREATE TABLE field (
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL,
            isPresent INTEGER NOT NULL DEFAULT 1 CHECK (isPresent IN (0, 1))
        ) STRICT;
        CREATE TABLE desk (
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL,
            unit TEXT NOT NULL REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED,
            place TEXT REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED, validFrom TEXT, validTo TEXT,
            isPresent INTEGER NOT NULL DEFAULT 1 CHECK (isPresent IN (0, 1))
        ) STRICT;
        CREATE TABLE deskField (
            desk TEXT NOT NULL REFERENCES desk(id), position INTEGER NOT NULL, field TEXT NOT NULL REFERENCES field(id),
            PRIMARY KEY (desk, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE deskCode (
            code TEXT PRIMARY KEY CHECK (length(code) = 10), desk TEXT NOT NULL REFERENCES desk(id),
            issuedAt INTEGER NOT NULL, retiredAt INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX deskCodeInForce ON deskCode(desk) WHERE retiredAt IS NULL;
        CREATE TABLE official (
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,
            unit TEXT NOT NULL REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED,
            isPresent INTEGER NOT NULL DEFAULT 1 CHECK (isPresent IN (0, 1))
        ) STRICT;
        CREATE TABLE posting (
            id INTEGER PRIMARY KEY, desk TEXT NOT NULL REFERENCES desk(id),
            official TEXT NOT NULL REFERENCES official(id), validFrom TEXT NOT NULL, validTo TEXT,
            weekdays TEXT NOT NULL, CHECK (validTo IS NULL OR validTo >= validFrom)
        ) STRICT;
        CREATE TABLE questionnaire (
            version TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL,
            isPresent INTEGER NOT NULL DEFAULT 1 CHECK (isPresent IN (0, 1))
        ) STRICT;
        CREATE TABLE document (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
        """

    /// Times are milliseconds since 1970 in UTC; `localDay` and `localHour` are written by Swift.
    /// `receipt` is made from `nonce`: one index keeps both unique.
    /// `phoneMonth` is no foreign key: dropping a month's data key is how its phones are erased.
    private static let ratings = """
        CREATE TABLE rating (
            id INTEGER PRIMARY KEY,
            receipt TEXT NOT NULL UNIQUE CHECK (length(receipt) = 13),
            nonce BLOB NOT NULL CHECK (length(nonce) = 16),
            contentDigest BLOB NOT NULL CHECK (length(contentDigest) = 16),
            desk TEXT NOT NULL REFERENCES desk(id), unit TEXT NOT NULL REFERENCES unit(id),
            official TEXT REFERENCES official(id), field TEXT REFERENCES field(id),
            channel TEXT NOT NULL CHECK (channel IN ('qr', 'screen', 'slip', 'web', 'paper', 'hotline')),
            evidence TEXT NOT NULL CHECK (evidence IN ('A', 'B', 'C', 'D')),
            questionnaire TEXT NOT NULL REFERENCES questionnaire(version),
            stage TEXT CHECK (stage IN ('submitted', 'received')),
            respondent TEXT CHECK (respondent IN ('person', 'organization')),
            comment TEXT CHECK (length(comment) BETWEEN 1 AND 4000),
            phone BLOB, phoneMonth TEXT CHECK (length(phoneMonth) = 7),
            phoneTag BLOB CHECK (length(phoneTag) = 16),
            mayCallBack INTEGER NOT NULL CHECK (mayCallBack IN (0, 1)),
            receivedAt INTEGER NOT NULL, localDay TEXT NOT NULL CHECK (length(localDay) = 10),
            localHour INTEGER NOT NULL CHECK (localHour BETWEEN 0 AND 23),
            supersededBy INTEGER REFERENCES rating(id),
            CHECK ((phone IS NULL) = (phoneMonth IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX ratingOncePerPhoneDeskDay ON rating(desk, localDay, phoneTag)
            WHERE supersededBy IS NULL AND phoneTag IS NOT NULL;
        CREATE INDEX ratingSuperseded ON rating(supersededBy) WHERE supersededBy IS NOT NULL;
        CREATE INDEX ratingByDay ON rating(localDay, unit);
        CREATE TRIGGER ratingIsKept BEFORE DELETE ON rating
            BEGIN SELECT RAISE(ABORT, 'a rating is never deleted'); END;
        CREATE TABLE answer (
            rating INTEGER NOT NULL REFERENCES rating(id), criterion TEXT NOT NULL,
            level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5), PRIMARY KEY (rating, criterion)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ratingReason (
            rating INTEGER NOT NULL REFERENCES rating(id), reason TEXT NOT NULL, PRIMARY KEY (rating, reason)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ratingFlag (
            rating INTEGER NOT NULL REFERENCES rating(id), flag TEXT NOT NULL, PRIMARY KEY (rating, flag)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE dataKey (month TEXT PRIMARY KEY CHECK (length(month) = 7), wrapped BLOB NOT NULL) STRICT;
        CREATE TABLE tally (
            localDay TEXT NOT NULL, unit TEXT NOT NULL, desk TEXT NOT NULL, official TEXT NOT NULL, field TEXT NOT NULL,
            channel TEXT NOT NULL, evidence TEXT NOT NULL, questionnaire TEXT NOT NULL, criterion TEXT NOT NULL,
            n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL, n4 INTEGER NOT NULL, n5 INTEGER NOT NULL,
            blank INTEGER NOT NULL,
            PRIMARY KEY (localDay, unit, desk, official, field, channel, evidence, questionnaire, criterion)
        ) STRICT, WITHOUT ROWID;
        """

    private static let alerts = """
        CREATE TABLE alert (
            id INTEGER PRIMARY KEY, rating INTEGER NOT NULL UNIQUE REFERENCES rating(id),
            desk TEXT NOT NULL REFERENCES desk(id), unit TEXT NOT NULL REFERENCES unit(id), category TEXT NOT NULL,
            raisedAt INTEGER NOT NULL, dueAt INTEGER NOT NULL,
            bypassesHead INTEGER NOT NULL CHECK (bypassesHead IN (0, 1)), headName TEXT NOT NULL
        ) STRICT;
        CREATE INDEX alertByUnit ON alert(unit);
        CREATE TABLE caseStep (
            id INTEGER PRIMARY KEY, alert INTEGER NOT NULL REFERENCES alert(id),
            kind TEXT NOT NULL CHECK (kind IN ('opened', 'acknowledged', 'answered', 'closed')),
            at INTEGER NOT NULL, actor TEXT NOT NULL, text TEXT NOT NULL
        ) STRICT;
        CREATE INDEX caseStepByAlert ON caseStep(alert, id);
        CREATE TABLE mail (
            id INTEGER PRIMARY KEY, recipientName TEXT NOT NULL, recipient TEXT NOT NULL,
            desk TEXT NOT NULL REFERENCES desk(id), createdAt INTEGER NOT NULL, dueAt INTEGER NOT NULL,
            attempts INTEGER NOT NULL CHECK (attempts >= 0), messageID TEXT NOT NULL UNIQUE, claimedUntil INTEGER,
            sentAt INTEGER, gaveUpAt INTEGER, lastError TEXT, isDigest INTEGER NOT NULL CHECK (isDigest IN (0, 1)),
            CHECK (sentAt IS NULL OR gaveUpAt IS NULL)
        ) STRICT;
        CREATE INDEX mailDue ON mail(dueAt) WHERE sentAt IS NULL AND gaveUpAt IS NULL;
        CREATE INDEX mailNext ON mail(attempts, id DESC) WHERE sentAt IS NULL AND gaveUpAt IS NULL;
        CREATE TABLE mailPause (id INTEGER PRIMARY KEY CHECK (id = 1), endsAt INTEGER NOT NULL) STRICT;
        CREATE INDEX mailByDesk ON mail(desk, recipient, createdAt);
        CREATE INDEX mailSent ON mail(sentAt) WHERE sentAt IS NOT NULL;
        CREATE TABLE mailAlert (
            mail INTEGER NOT NULL REFERENCES mail(id), alert INTEGER NOT NULL REFERENCES alert(id),
            PRIMARY KEY (mail, alert)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX mailByAlert ON mailAlert(alert);
        """

    private static let people = """
        CREATE TABLE user (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
            passwordSalt BLOB, passwordRounds INTEGER, passwordBlockSize INTEGER, passwordParallelism INTEGER,
            passwordHash BLOB, CHECK ((passwordSalt IS NULL) = (passwordHash IS NULL))
        ) STRICT;
        CREATE TABLE userGrant (
            user INTEGER NOT NULL REFERENCES user(id),
            role TEXT NOT NULL CHECK (role IN ('administrator', 'homeAffairs', 'head')),
            unit TEXT REFERENCES unit(id), UNIQUE (user, role, unit)
        ) STRICT;
        CREATE TABLE session (
            tokenHash BLOB PRIMARY KEY CHECK (length(tokenHash) = 32), user INTEGER NOT NULL REFERENCES user(id),
            formToken TEXT NOT NULL, createdAt INTEGER NOT NULL, seenAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE invitation (
            tokenHash BLOB PRIMARY KEY CHECK (length(tokenHash) = 32), user INTEGER NOT NULL REFERENCES user(id),
            createdAt INTEGER NOT NULL, usedAt INTEGER
        ) STRICT, WITHOUT ROWID;
        """

    private static let journal = """
        CREATE TABLE entry (
            id INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL,
            subject TEXT NOT NULL, details TEXT NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        CREATE TRIGGER entryIsNotChanged BEFORE UPDATE ON entry
            BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
        CREATE TRIGGER entryIsNotDeleted BEFORE DELETE ON entry
            BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
        """
}
