package import Feedback

/// The directory as other programs read it: as of today, what the scope holds.
extension Directory {
    package func unitsJSON(_ scope: Scope) -> JSONValue {
        .object([
            (
                "units",
                .list(
                    units.filter { scope.contains($0.id) }.map { unit in
                        .object([
                            ("id", .text(unit.id.rawValue)), ("name", .text(unit.name)),
                            ("kind", .text(unit.kind.rawValue)), ("parent", .text(unit.parent?.rawValue)),
                            ("isRated", .bool(unit.isRated)), ("from", .text(unit.validFrom?.rawValue)),
                            ("to", .text(unit.validTo?.rawValue)),
                        ])
                    })
            )
        ])
    }

    package func desksJSON(_ scope: Scope) -> JSONValue {
        .object([
            (
                "desks",
                .list(
                    desks.filter(scope.contains).map { desk in
                        .object([
                            ("id", .text(desk.id.rawValue)), ("name", .text(desk.name)),
                            ("unit", .text(desk.unit.rawValue)), ("place", .text(desk.place?.rawValue)),
                            ("fields", .list(desk.fields.map { .text($0.rawValue) })),
                            ("from", .text(desk.validFrom?.rawValue)), ("to", .text(desk.validTo?.rawValue)),
                        ])
                    })
            )
        ])
    }

    package var fieldsJSON: JSONValue {
        .object([
            (
                "fields",
                .list(fields.map { .object([("id", .text($0.id.rawValue)), ("name", .text($0.name))]) })
            ),
            (
                "procedures",
                .list(
                    procedures.map { procedure in
                        .object([
                            ("id", .text(procedure.id.rawValue)), ("name", .text(procedure.name)),
                            ("code", .text(procedure.code)), ("field", .text(procedure.field.rawValue)),
                        ])
                    })
            ),
        ])
    }

    /// Every version that is configured, the newest last.
    package var criteriaJSON: JSONValue {
        .object([("questionnaires", .list(configuration.questionnaires.map(\.json)))])
    }
}

extension Questionnaire {
    fileprivate var json: JSONValue {
        .object([
            ("version", .text(versionID.rawValue)), ("title", .text(title)), ("source", .text(source)),
            ("from", .text(from.rawValue)), ("overall", .text(overall?.rawValue)),
            ("scale", .list(scale.map { .text($0) })),
            (
                "factors",
                .list(
                    factors.map { factor in
                        .object([
                            ("id", .text(factor.id.rawValue)), ("name", .text(factor.name)),
                            ("askedOnlyIf", .text(factor.askedOnlyIf)),
                            (
                                "criteria",
                                .list(
                                    factor.criteria.map {
                                        .object([("id", .text($0.id.rawValue)), ("text", .text($0.text))])
                                    })
                            ),
                        ])
                    })
            ),
        ])
    }
}
