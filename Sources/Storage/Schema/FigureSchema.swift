extension Schema {
    /// Ways to look at figures, by name. Nothing else depends on one, so it is the one thing here that goes for good.
    static let figures3 = """
        CREATE TABLE savedView (
            id INTEGER PRIMARY KEY AUTOINCREMENT, user INTEGER NOT NULL REFERENCES user(id),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
            period TEXT NOT NULL CHECK (length(period) BETWEEN 4 AND 22),
            query TEXT NOT NULL CHECK (length(query) <= 1000), madeAt INTEGER NOT NULL,
            UNIQUE (user, name)
        ) STRICT;
        """
}
