import Feedback

/// `alerts.yaml`: what is negative, who is told, by when; when the office works.
extension AlertPolicy {
    init(_ keys: Keys) {
        self.init(
            negativeLevel: keys.whole("negativeLevel", in: 1...4),
            categories: keys.list("categories") { $0.keys(Category.init) },
            digest: keys.optional("digest")?.keys(Digest.init) ?? Digest(),
            commentInMail: keys.yesOrNo("commentInMail", default: false),
            hours: keys.required("workingHours")?.keys(WorkingHours.init) ?? WorkingHours(),
            cases: CaseRules(keys), escalation: Self.escalation(keys),
            canary: keys.optional("canary")?.keys(Canary.init) ?? Canary())
        let low = categories.indices.filter { categories[$0].lowLevels }
        if low != [categories.count - 1] {
            keys.fault("categories", "nhóm cuối cùng, và chỉ nhóm đó, cần “lowLevels: true” để nhận mọi mức thấp")
        }
    }
}

extension AlertPolicy {
    /// Up to three numbers; an empty list: cases never go up.
    private static func escalation(_ keys: Keys) -> [Int] {
        guard keys.has("escalation") else { return usualEscalation }
        let minutes = keys.list("escalation") { $0.whole(in: 1...2_400) }
        if minutes.count > 3 { keys.fault("escalation", "nhiều nhất ba số: phó thủ trưởng, lãnh đạo, nội vụ") }
        return minutes
    }
}

extension AlertPolicy.Canary {
    init(_ keys: Keys) {
        let usual = Self()
        self.init(
            isEnabled: keys.yesOrNo("enabled", default: usual.isEnabled),
            to: keys.has("to") ? keys.email("to") : nil,
            at: keys.optional("at").map(Self.clock) ?? usual.at,
            within: keys.has("within") ? keys.whole("within", in: 1...240) : usual.within)
    }

    /// "07:15".
    private static func clock(_ reader: Reader) -> Int {
        if let minute = WorkingHours.minute(Substring(reader.text())), minute < 1_440 { return minute }
        reader.fault("cần một giờ trong dấu nháy, ví dụ \"07:15\"")
        return 0
    }
}

extension AlertPolicy.Category {
    init(_ keys: Keys) {
        self.init(
            id: keys.newID(of: .category), name: keys.text("name"),
            reasons: keys.list("reasons", required: false) { $0.choice() },
            words: keys.list("words", required: false) { $0.text() },
            lowLevels: keys.yesOrNo("lowLevels", default: false),
            recipients: keys.list("recipients") { $0.choice() },
            answerWithin: keys.whole("answerWithin", in: 1...2_000))
        if recipients.isEmpty && keys.has("recipients") {
            keys.fault("recipients", "cần ít nhất một nơi nhận: head hoặc homeAffairs")
        }
        if reasons.isEmpty && words.isEmpty && !lowLevels {
            keys.fault("id", "nhóm này không bắt được gì: cần reasons, words hoặc lowLevels")
        }
    }
}

extension CaseRules {
    /// From the top of the file: two keys are no chapter of their own.
    init(_ keys: Keys) {
        let usual = CaseRules()
        self.init(
            closesAfterDays: keys.has("closesAfterDays")
                ? keys.whole("closesAfterDays", in: 1...365) : usual.closesAfterDays,
            answers: keys.list("answers", required: false) { $0.keys(AnswerTemplate.init) })
    }
}

extension AnswerTemplate {
    init(_ keys: Keys) {
        self.init(id: keys.newID(of: .answer), title: keys.text("title"), text: keys.text("text"))
    }
}

extension AlertPolicy.Digest {
    init(_ keys: Keys) {
        self.init(after: keys.whole("after", in: 1...1_000), minutes: keys.whole("minutes", in: 1...1_440))
    }
}

extension WorkingHours {
    init(_ keys: Keys) {
        self.init(
            spans: keys.list("spans", Self.span), weekdays: keys.weekdays("weekdays"),
            holidays: keys.list("holidays", required: false) { $0.day() },
            compensated: keys.list("compensated", required: false) { $0.day() })
        if spans.isEmpty && keys.has("spans") {
            keys.fault("spans", "cần ít nhất một khoảng giờ, ví dụ \"07:30-11:30\"")
        }
        if !keys.has("weekdays") { keys.fault("weekdays", "thiếu khóa “weekdays”") }
        if zip(spans, spans.dropFirst()).contains(where: { $0.to > $1.from }) {
            keys.fault("spans", "các khoảng giờ phải theo thứ tự và không chồng lên nhau")
        }
        for day in holidays where day != Reader.noDay && compensated.contains(day) {
            keys.fault("compensated", "ngày \(day) vừa là ngày nghỉ vừa là ngày làm bù")
        }
    }

    /// "07:30-11:30".
    private static func span(_ reader: Reader) -> Span? {
        let parts = reader.text().split(separator: "-").map { minute($0.trimmingPrefix { $0 == " " }) }
        if parts.count == 2, let from = parts[0], let to = parts[1], from < to { return Span(from: from, to: to) }
        reader.fault("cần một khoảng giờ trong dấu nháy, ví dụ \"07:30-11:30\"")
        return nil
    }

    static func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0...24).contains(hour),
            (0...59).contains(minute), hour * 60 + minute <= 1_440
        else { return nil }
        return hour * 60 + minute
    }
}
