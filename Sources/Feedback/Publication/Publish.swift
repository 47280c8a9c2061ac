extension Writing {
    /// Longest note or reason, in letters.
    package static var longestPublicationText: Int { 1_000 }

    /// Shows the figures to everybody. Over a version in force it is a correction, which says why.
    /// - Parameter reason: why the version in force is replaced; not looked at when there is none.
    /// - Throws: `Refusal.invalid` when something was published since the draft was made, nothing can be shown, or a
    ///   text is missing or too long.
    @discardableResult
    package func publish(_ draft: PublicationDraft, note: String, reason: String) throws -> Publication {
        let versions = try publications(of: draft.period)
        let inForce = versions.last { $0.isInForce }
        var problems = FormProblems()
        if try publicationStamp() != draft.stamp {
            problems.add("digest", "Có người vừa công bố hay thu hồi một kỳ. Xin xem lại bản này rồi công bố.")
        }
        if !draft.isPublishable {
            problems.add("digest", "Kỳ này chưa có gì để công bố: cả cơ quan chưa đủ \(Suppression.least) người.")
        }
        if inForce != nil, reason.isEmpty {
            problems.add("reason", "Xin viết vì sao thay bản đang công bố: người đọc sẽ thấy.")
        }
        checkLength("reason", reason, &problems)
        checkLength("note", note, &problems)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        var publication = Publication(
            id: 0, period: draft.period, version: (versions.last?.version ?? 0) + 1, at: now, actor: actor.label,
            note: note, figures: draft.figures)
        if let inForce {
            let end = Publication.End(kind: .replaced, at: now, actor: actor.label, reason: reason)
            try insertPublicationEnd(end, of: inForce.id)
        }
        publication.id = try insertPublication(publication)
        try log(
            inForce == nil ? .publicationMade : .publicationCorrected, about: publication.subject,
            "\(publication.period) v\(publication.version) \(draft.digest)")
        return publication
    }

    /// Takes a period back; readers see that, when and why.
    /// - Throws: `Refusal.notFound` when nothing of the period is in force; `Refusal.invalid`.
    package func withdrawPublication(of period: Period, reason: String) throws {
        guard let publication = try publications(of: period).last(where: \.isInForce) else { throw Refusal.notFound }
        var problems = FormProblems()
        if reason.isEmpty { problems.add("reason", "Xin viết vì sao thu hồi: người đọc sẽ thấy.") }
        checkLength("reason", reason, &problems)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        try insertPublicationEnd(
            Publication.End(kind: .withdrawn, at: now, actor: actor.label, reason: reason), of: publication.id)
        try log(.publicationWithdrawn, about: publication.subject, "\(period) v\(publication.version)")
    }

    private func checkLength(_ field: String, _ text: String, _ problems: inout FormProblems) {
        guard text.count > Self.longestPublicationText else { return }
        problems.add(field, "Phần này dài quá 1.000 chữ cái. Xin viết ngắn lại.")
    }
}
