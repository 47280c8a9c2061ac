import Feedback

/// `questionnaires/*.yaml`: one version of a questionnaire a file.
extension Questionnaire {
    init(_ keys: Keys) {
        let id = keys.required("id")?.id() ?? ""
        let version = keys.whole("version", in: 1...9_999)
        var criteria: [String: Int] = [:]
        var factorIDs: [String: Int] = [:]
        self.init(
            id: ID(id), version: version, title: keys.text("title"), source: keys.text("source"),
            from: keys.day("from"),
            factors: keys.list("factors") { reader in
                reader.keys { Factor($0, seen: &factorIDs, criteria: &criteria) }
            },
            scale: keys.optional("scale").map { $0.elements().map { $0.text() } } ?? Level.words,
            index: keys.optional("index").flatMap { $0.choice() } ?? .pooled,
            overall: keys.optional("overall").map { ID($0.id()) })
        if !id.isEmpty {
            keys.findings.give("\(id)@\(version)", to: .questionnaireVersion, at: keys.place(of: "id"))
            keys.findings.give(questionnaire: id, at: keys.place(of: "id"))
        }
        if scale.count != 5 { keys.fault("scale", "cần đúng năm mức, từ thấp đến cao; có \(scale.count)") }
        if factors.isEmpty && keys.has("factors") { keys.fault("factors", "cần ít nhất một yếu tố") }
        if let overall, !overall.rawValue.isEmpty, criteria[overall.rawValue] == nil {
            keys.fault("overall", "phiếu này không có tiêu chí nào mang mã “\(overall)”")
        }
    }
}

extension Factor {
    fileprivate init(_ keys: Keys, seen: inout [String: Int], criteria: inout [String: Int]) {
        let id = keys.uniqueID("yếu tố", seen: &seen)
        self.init(
            id: ID(id), name: keys.text("name"), askedOnlyIf: keys.optionalText("askedOnlyIf"),
            criteria: keys.list("criteria") { reader in
                reader.keys { Criterion(id: ID($0.uniqueID("tiêu chí", seen: &criteria)), text: $0.text("text")) }
            })
        if self.criteria.isEmpty && keys.has("criteria") { keys.fault("criteria", "cần ít nhất một tiêu chí") }
    }
}

extension Keys {
    /// An id that is unique inside its questionnaire.
    fileprivate func uniqueID(_ word: String, seen: inout [String: Int]) -> String {
        guard let reader = required("id") else { return "" }
        let id = reader.id()
        if let line = seen[id], !id.isEmpty {
            reader.fault("trùng mã \(word) “\(id)”, đã có ở dòng \(line)")
        }
        seen[id] = seen[id] ?? reader.place.line
        return id
    }
}

extension Findings {
    /// Several versions share the id of their questionnaire.
    fileprivate func give(questionnaire id: String, at place: Place) {
        if self.place(of: .questionnaire, id) == nil { give(id, to: .questionnaire, at: place) }
    }
}
