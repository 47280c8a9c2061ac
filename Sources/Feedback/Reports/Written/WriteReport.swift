import Foundation

extension Writing {
    /// Keeps what somebody wrote into a report; parts that are as they were make no row.
    /// - Throws: `Refusal.invalid`, by section, for words that are too long, or when the report is frozen.
    package func writeReport(_ subject: ReportSubject, _ bodies: [ReportSection: String]) throws {
        guard try reportEditions(of: subject).isEmpty else {
            throw Refusal.one(
                "text",
                "Báo cáo đã chốt nên lời văn không đổi được nữa. Điều cần nói thêm xin ghi vào phụ lục điều chỉnh.")
        }
        var problems = FormProblems()
        let trimmed = bodies.mapValues { body in
            body.replacingOccurrences(of: "\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        }
        for section in ReportSection.allCases where trimmed[section]?.isLonger(than: ReportSection.longest) ?? false {
            problems.add(section.rawValue, "Phần này dài quá 10.000 chữ cái. Xin viết ngắn lại.")
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        let parts = try reportParts(subject, until: nil)
        for section in ReportSection.allCases {
            guard let body = trimmed[section], let part = parts.first(where: { $0.section == section }) else {
                continue
            }
            // Words that were carried over become this report's own by being saved.
            let isNew = part.isWritten || part.source == .empty ? body != part.body : true
            guard isNew else { continue }
            try insertReportText(
                ReportText(section: section, at: now, actor: actor.label, body: body), into: subject)
            try log(.reportWritten, about: subject.label, "section=\(section.rawValue)")
        }
    }

    /// Freezes the figures of a period that is over. The words are frozen with them: what is written later belongs to no
    /// document that carries this number.
    /// - Throws: `Refusal.invalid` with what is missing.
    @discardableResult
    package func freezeReport(_ subject: ReportSubject) throws -> ReportEdition {
        if let frozen = try reportEditions(of: subject).first { return frozen }
        guard !subject.period.isRunning(on: LocalDay(now)) else {
            throw Refusal.one("freeze", "Kỳ báo cáo chưa kết thúc: chốt được từ ngày hôm sau ngày cuối kỳ.")
        }
        var problems = FormProblems()
        for part in try reportParts(subject, until: nil) where part.section.isRequired && !part.isWritten {
            problems.add(part.section.rawValue, "Xin viết và lưu phần “\(part.section.title)” trước khi chốt.")
        }
        for part in try reportParts(subject, until: nil) where part.isWritten && part.body.contains(": …") {
            problems.add(
                part.section.rawValue, "Phần “\(part.section.title)” còn chỗ “…” chưa điền. Xin viết nốt hoặc xóa đi.")
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        return try insert(subject, number: 0, reason: "", .reportFrozen)
    }

    /// A numbered amendment with the figures of now; the editions before stay as they are.
    /// - Throws: `Refusal.invalid` when nothing changed or no reason is given; `Refusal.notFound` for a draft.
    @discardableResult
    package func amendReport(_ subject: ReportSubject, because reason: String) throws -> ReportEdition {
        guard let last = try reportEditions(of: subject).last else { throw Refusal.notFound }
        let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !reason.isEmpty else {
            throw Refusal.one("reason", "Xin ghi vì sao số liệu thay đổi, ví dụ: phiếu giấy nhập muộn.")
        }
        guard !reason.isLonger(than: 1_000) else {
            throw Refusal.one("reason", "Lý do dài quá 1.000 chữ cái. Xin viết ngắn lại.")
        }
        guard try !reportDrift(subject).isEmpty else {
            throw Refusal.one("reason", "Số liệu không khác lần chốt trước: không cần phụ lục điều chỉnh.")
        }
        return try insert(subject, number: last.number + 1, reason: reason, .reportAmended)
    }

    private func insert(
        _ subject: ReportSubject, number: Int, reason: String, _ kind: Entry.Kind
    ) throws -> ReportEdition {
        let figures = try reportFigures(subject)
        let end = try entry(id: lastEntryID())
        var edition = ReportEdition(
            id: 0, subject: subject, number: number, at: now, actor: actor.label,
            snapshot: ReportFigures.snapshotID(of: try figures.canonical), figures: figures,
            form: directory.reportForm, reason: reason, seal: JournalSeal(line: end?.id ?? 0, hash: end?.hash ?? []))
        edition.id = try insertReportEdition(edition)
        try log(kind, about: subject.label, "number=\(number) snapshot=\(edition.snapshot)")
        return edition
    }
}

extension Refusal {
    fileprivate static func one(_ field: String, _ message: String) -> Refusal {
        .invalid(FormProblems([.init(field: field, message: message)]))
    }
}
