package import Foundation

extension Writing {
    /// Opens the record. The clock runs from the detection, not from the writing down.
    /// - Throws: `Refusal.invalid` with what to mend.
    /// - Returns: the id.
    package func openIncident(detectedAt: Date?, facts: IncidentFacts) throws -> Int64 {
        var problems = facts.problems
        if detectedAt == nil { problems.add("detectedAt", "Xin ghi ngày và giờ phát hiện.") }
        if let detectedAt, detectedAt > now { problems.add("detectedAt", "Giờ phát hiện không thể ở tương lai.") }
        guard problems.isEmpty, let detectedAt else { throw Refusal.invalid(problems) }
        let id = try insertIncident(detectedAt: detectedAt)
        try insertIncidentFacts(facts, of: id, at: now, actor: actor.label)
        try add(.opened, to: id)
        try log(.incidentOpened, about: "incident:\(id)")
        return id
    }

    /// What is known now, beside what was known before.
    /// - Throws: `Refusal.notFound`; `Refusal.invalid`.
    package func describeIncident(_ id: Int64, as facts: IncidentFacts) throws {
        let incident = try openIncident(id)
        let problems = facts.problems
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        guard incident.facts != facts else { return }
        try insertIncidentFacts(facts, of: id, at: now, actor: actor.label)
        try log(.incidentChanged, about: incident.subject)
    }

    /// A step: somebody was told, something was noted, it is over.
    /// - Parameter happenedAt: nil for now.
    /// - Throws: `Refusal.notFound`; `Refusal.invalid` without words, for a moment before the detection or in the
    ///   future, and for an end while the clock still runs.
    package func addIncidentStep(_ kind: IncidentStep.Kind, to id: Int64, happenedAt: Date?, text: String) throws {
        let incident = try openIncident(id)
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let moment = happenedAt ?? now
        var problems = FormProblems()
        if text.isEmpty { problems.add("text", "Xin viết báo cho ai, bằng cách nào, hoặc vì sao.") }
        if text.count > 4_000 { problems.add("text", "Phần viết dài quá 4.000 chữ cái. Xin viết ngắn lại.") }
        if moment > now || moment < incident.detectedAt {
            problems.add("happenedAt", "Giờ này phải sau lúc phát hiện và không ở tương lai.")
        }
        if kind == .closed && incident.mustNotify {
            problems.add(
                "kind", "Chưa thông báo cơ quan chuyên trách. Xin ghi đã thông báo, hoặc vì sao không phải thông báo.")
        }
        if kind == .opened { problems.add("kind", "Hồ sơ đã mở rồi.") }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        try add(kind, to: id, happenedAt: moment, text)
        try log(kind.entry, about: incident.subject)
    }

    private func openIncident(_ id: Int64) throws -> Incident {
        guard let incident = try incident(id) else { throw Refusal.notFound }
        guard incident.isOpen else {
            throw Refusal.invalid(
                FormProblems([.init(field: "text", message: "Hồ sơ này đã kết thúc, không ghi thêm được nữa.")]))
        }
        return incident
    }

    private func add(
        _ kind: IncidentStep.Kind, to id: Int64, happenedAt: Date? = nil, _ text: String = ""
    ) throws {
        try insertIncidentStep(
            IncidentStep(
                incident: id, kind: kind, at: now, happenedAt: happenedAt ?? now, actor: actor.label, text: text))
    }
}

extension IncidentFacts {
    fileprivate var problems: FormProblems {
        var problems = FormProblems()
        if what.isEmpty { problems.add("what", "Xin viết điều gì đã xảy ra.") }
        if foundBy.isEmpty { problems.add("foundBy", "Xin ghi ai phát hiện.") }
        let named = [
            ("what", what), ("foundBy", foundBy), ("data", data), ("people", people), ("consequences", consequences),
            ("measures", measures),
        ]
        for (field, text) in named where text.count > 4_000 {
            problems.add(field, "Phần này dài quá 4.000 chữ cái. Xin viết ngắn lại.")
        }
        return problems
    }
}

extension IncidentStep.Kind {
    fileprivate var entry: Entry.Kind {
        switch self {
        case .opened: .incidentOpened
        case .noted: .incidentChanged
        case .notifiedAuthority, .notifiedPeople, .noNotice: .incidentNotified
        case .closed: .incidentClosed
        }
    }
}
