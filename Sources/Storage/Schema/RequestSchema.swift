extension Schema {
    /// A request is never deleted and its steps only grow; so are incidents. One extension, one end.
    static let requests2 = """
        CREATE TABLE dataRequest (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE CHECK (length(code) = 13),
            rating INTEGER NOT NULL REFERENCES rating(id),
            kind TEXT NOT NULL CHECK (kind IN ('copy', 'correct', 'delete', 'withdraw', 'restrict', 'object')),
            wish TEXT NOT NULL CHECK (length(wish) <= 4000), receivedAt INTEGER NOT NULL,
            replyBy TEXT NOT NULL CHECK (length(replyBy) = 10), dueBy TEXT NOT NULL CHECK (length(dueBy) = 10)
        ) STRICT;
        CREATE INDEX dataRequestByRating ON dataRequest(rating);
        CREATE TABLE dataRequestStep (
            id INTEGER PRIMARY KEY, request INTEGER NOT NULL REFERENCES dataRequest(id),
            kind TEXT NOT NULL CHECK (kind IN ('received', 'replied', 'extended', 'answered', 'refused')),
            at INTEGER NOT NULL, actor TEXT NOT NULL, text TEXT NOT NULL CHECK (length(text) <= 10000),
            dueBy TEXT CHECK (length(dueBy) = 10), CHECK ((kind = 'extended') = (dueBy IS NOT NULL))
        ) STRICT;
        CREATE INDEX dataRequestStepByRequest ON dataRequestStep(request, id);
        CREATE UNIQUE INDEX dataRequestExtendedOnce ON dataRequestStep(request) WHERE kind = 'extended';
        CREATE UNIQUE INDEX dataRequestEndsOnce ON dataRequestStep(request) WHERE kind IN ('answered', 'refused');
        CREATE TRIGGER dataRequestIsKept BEFORE DELETE ON dataRequest
            BEGIN SELECT RAISE(ABORT, 'a request is never deleted'); END;
        CREATE TRIGGER dataRequestStepIsKept BEFORE DELETE ON dataRequestStep
            BEGIN SELECT RAISE(ABORT, 'a step is never deleted'); END;
        CREATE TABLE incident (id INTEGER PRIMARY KEY, detectedAt INTEGER NOT NULL) STRICT;
        CREATE TABLE incidentFacts (
            id INTEGER PRIMARY KEY, incident INTEGER NOT NULL REFERENCES incident(id), at INTEGER NOT NULL,
            actor TEXT NOT NULL, what TEXT NOT NULL, foundBy TEXT NOT NULL, data TEXT NOT NULL, people TEXT NOT NULL,
            consequences TEXT NOT NULL, measures TEXT NOT NULL
        ) STRICT;
        CREATE INDEX incidentFactsByIncident ON incidentFacts(incident, id);
        CREATE TABLE incidentStep (
            id INTEGER PRIMARY KEY, incident INTEGER NOT NULL REFERENCES incident(id),
            kind TEXT NOT NULL
                CHECK (kind IN ('opened', 'noted', 'notifiedAuthority', 'notifiedPeople', 'noNotice', 'closed')),
            at INTEGER NOT NULL, happenedAt INTEGER NOT NULL, actor TEXT NOT NULL, text TEXT NOT NULL
        ) STRICT;
        CREATE INDEX incidentStepByIncident ON incidentStep(incident, id);
        CREATE UNIQUE INDEX incidentEndsOnce ON incidentStep(incident) WHERE kind = 'closed';
        CREATE TRIGGER incidentIsKept BEFORE DELETE ON incident
            BEGIN SELECT RAISE(ABORT, 'an incident is never deleted'); END;
        """
}
