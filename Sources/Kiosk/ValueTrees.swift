import Feedback

/// How each value is written; the counterpart of the `init(_ keys: Keys)` that reads it.
extension KioskConfiguration {
    var organizationTree: YAMLTree {
        .keys([
            ("authority", authority.tree), ("fields", .list(fields.map(\.tree))),
            ("procedures", procedures.isEmpty ? nil : .list(procedures.map(\.tree))),
            ("units", .list(units.map(\.tree))),
            ("desks", .list(desks.map(\.tree))), ("officials", .list(officials.map(\.tree))),
            ("postings", .list(postings.map(\.tree))),
        ])
    }
}

extension Authority {
    var tree: YAMLTree {
        .keys([
            ("name", .text(name)), ("homeAffairs", .id(homeAffairs)), ("address", .text(address)),
            ("phone", .text(phone)),
        ])
    }
}

extension Field {
    var tree: YAMLTree {
        .keys([("id", .id(id))] + facts.pairs + days + [("was", .was(was))])
    }
}

extension Field.Facts: WrittenFacts {
    var pairs: [YAMLTree.Pair] { [("name", .text(name))] }
}

extension Procedure {
    var tree: YAMLTree {
        .keys([("id", .id(id))] + facts.pairs + days + [("was", .was(was))])
    }
}

extension Procedure.Facts: WrittenFacts {
    var pairs: [YAMLTree.Pair] { [("name", .text(name)), ("code", .text(code)), ("field", .id(field))] }
}

extension Unit {
    var tree: YAMLTree {
        .keys(
            [("id", .id(id))] + facts.pairs + [("head", head?.tree)] + days
                + [("was", .was(was)), ("successors", .successors(successors))])
    }
}

extension Unit.Facts: WrittenFacts {
    var pairs: [YAMLTree.Pair] {
        [
            ("name", .text(name)), ("kind", .text(kind.rawValue)), ("parent", .id(parent)),
            ("notRated", .text(notRatedBecause)),
        ]
    }
}

extension Head {
    var tree: YAMLTree {
        .keys([("name", .text(name)), ("title", .text(title)), ("email", .text(email))])
    }
}

extension Desk {
    var tree: YAMLTree {
        .keys(
            [("id", .id(id))] + facts.pairs + days
                + [("was", .was(was)), ("successors", .successors(successors))])
    }
}

extension Desk.Facts: WrittenFacts {
    var pairs: [YAMLTree.Pair] {
        [
            ("name", .text(name)), ("unit", .id(unit)), ("place", .id(place)),
            ("fields", .someRow(fields.map { .id($0) })),
        ]
    }
}

extension Official {
    var tree: YAMLTree {
        .keys([("id", .id(id))] + facts.pairs + days + [("was", .was(was))])
    }
}

extension Official.Facts: WrittenFacts {
    var pairs: [YAMLTree.Pair] { [("name", .text(name)), ("title", .text(title)), ("unit", .id(unit))] }
}

extension Posting {
    var tree: YAMLTree {
        .keys([
            ("desk", .id(desk)), ("official", .id(official)), ("from", .day(from)), ("to", .day(to)),
            ("weekdays", .someRow(YAMLTree.weekdays(weekdays))),
        ])
    }
}

extension Questionnaire {
    var tree: YAMLTree {
        .keys([
            ("id", .id(id)), ("version", .whole(version)), ("title", .text(title)), ("source", .text(source)),
            ("from", .day(from)), ("scale", .list(scale.map { .text($0) })), ("index", .text(index.rawValue)),
            ("overall", .id(overall)), ("factors", .list(factors.map(\.tree))),
        ])
    }
}

extension Factor {
    var tree: YAMLTree {
        .keys([
            ("id", .id(id)), ("name", .text(name)), ("askedOnlyIf", .text(askedOnlyIf)),
            ("criteria", .list(criteria.map { .keys([("id", .id($0.id)), ("text", .text($0.text))]) })),
        ])
    }
}

extension AlertPolicy {
    var tree: YAMLTree {
        .keys([
            ("negativeLevel", .whole(negativeLevel)), ("commentInMail", .yesOrNo(commentInMail)),
            ("categories", .list(categories.map(\.tree))),
            ("digest", .keys([("after", .whole(digest.after)), ("minutes", .whole(digest.minutes))])),
            ("escalation", .row(escalation.map { .whole($0) })), ("canary", canary.tree),
            ("closesAfterDays", .whole(cases.closesAfterDays)),
            ("answers", cases.answers.isEmpty ? nil : .list(cases.answers.map(\.tree))),
            ("workingHours", hours.tree),
        ])
    }
}

extension AlertPolicy.Canary {
    var tree: YAMLTree {
        .keys([
            ("enabled", .yesOrNo(isEnabled)), ("to", .text(to)), ("at", .text(WorkingHours.clock(at))),
            ("within", .whole(within)),
        ])
    }
}

extension AlertPolicy.Category {
    var tree: YAMLTree {
        .keys([
            ("id", .id(id)), ("name", .text(name)), ("reasons", .someRow(reasons.map { .text($0.rawValue) })),
            ("words", words.isEmpty ? nil : .list(words.map { .text($0) })),
            ("lowLevels", lowLevels ? .yesOrNo(true) : nil),
            ("recipients", .row(recipients.map { .text($0.rawValue) })), ("answerWithin", .whole(answerWithin)),
        ])
    }
}

extension AnswerTemplate {
    var tree: YAMLTree { .keys([("id", .id(id)), ("title", .text(title)), ("text", .text(text))]) }
}

extension WorkingHours {
    var tree: YAMLTree {
        .keys([
            ("spans", .row(spans.map { .text("\(Self.clock($0.from))-\(Self.clock($0.to))") })),
            ("weekdays", .row(YAMLTree.weekdays(weekdays))),
            ("holidays", holidays.isEmpty ? nil : .list(holidays.compactMap { .day($0) })),
            ("compensated", compensated.isEmpty ? nil : .list(compensated.compactMap { .day($0) })),
        ])
    }

    static func clock(_ minute: Int) -> String {
        [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

extension Target {
    var tree: YAMLTree {
        .keys([
            ("id", .id(id)), ("name", .text(name)), ("percent", .bare(percent)), ("from", .day(from)),
            ("to", .day(to)), ("method", .text(method)), ("sameMethod", .yesOrNo(sameMethod)),
        ])
    }

    /// The shortest decimal that reads back as the same value: 0.8009 is "80.09", not "80.08999999999999".
    private var percent: String {
        for factor in [1.0, 10, 100, 1_000, 10_000] {
            let rounded = (value * 100 * factor).rounded() / factor
            let text = rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
            if Double(text + "e-2") == value { return text }
        }
        return "\(value * 100)"
    }
}

extension FormSettings {
    var tree: YAMLTree {
        .keys([
            ("questionnaire", .id(questionnaire)), ("phoneRequired", .yesOrNo(phoneRequired)), ("opens", .day(opens)),
            ("closes", .day(closes)),
        ])
    }
}

extension ServerSettings {
    func tree(with form: FormSettings) -> YAMLTree {
        .keys([
            ("form", form.tree), ("listen", .keys([("host", .text(host)), ("port", .whole(port))])),
            ("baseURL", .text(baseURL)),
            (
                "mail",
                .keys([("from", .keys([("name", .text(mailFrom.name)), ("address", .text(mailFrom.address))]))])
            ),
            ("secondFactorRequired", .someRow(secondFactorRequired.map { .text($0.rawValue) })),
        ])
    }
}

extension YAMLTree {
    static func weekdays(_ days: [Int]) -> [YAMLTree] {
        days.compactMap { Weekday(number: $0).map { .text($0.rawValue) } }
    }
}
