package import Foundation

extension Writing {
    /// Publishes a new version of the notice in the office's words. What was published stays as it is.
    /// - Throws: `Refusal.invalid` for a text that is empty or too long.
    package func publishNotice(_ typed: NoticeText) throws {
        let source = NoticeText(
            short: Self.tidied(typed.short), consent: Self.tidied(typed.consent), full: Self.tidied(typed.full))
        var problems = FormProblems()
        func check(_ field: String, _ text: String, most: Int) {
            if text.isEmpty { problems.add(field, "Xin viết phần này.") }
            if text.count > most { problems.add(field, "Phần này dài quá \(most) chữ cái. Xin viết ngắn lại.") }
            if let blank = Self.unknownBlank(in: text) {
                problems.add(field, "Không có chỗ điền nào tên là {\(blank)}. Xin xem danh sách ở cuối trang.")
            }
        }
        check("short", source.short, most: 600)
        check("consent", source.consent, most: 200)
        check("full", source.full, most: 20_000)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        try publish(source == .usual ? nil : source)
    }

    /// Publishes a new version when the words that people would read now are not those of the last one: after a change
    /// of the authority's name, of a period, or of the program's own words.
    package func renewNotice() throws { try publish(directory.notices.last?.source) }

    private func publish(_ source: NoticeText?) throws {
        let text = (source ?? .usual).filled(
            for: directory.configuration, periods: try retentionPeriods())
        let last = directory.notices.last
        guard last?.text != text || last?.source != source else { return }
        let notice = PrivacyNotice(
            id: (last?.id ?? 0) + 1, since: now, actor: actor.label, text: text, source: source, hash: text.hash)
        try insertPrivacyNotice(notice)
        try log(.noticePublished, about: "notice:\(notice.id)", notice.name)
    }

    /// As a browser sends a text area: lines end in CR LF.
    private static func tidied(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func unknownBlank(in text: String) -> String? {
        let known = Set(NoticeText.blanks.map(\.name))
        return text.matches(of: /\{([^}]*)\}/).map { String($0.1) }.first { !known.contains($0) }
    }
}

extension Directory {
    /// What people read now.
    package var noticeText: NoticeText {
        notices.last?.text ?? NoticeText.usual.filled(for: configuration, periods: [])
    }

    /// The version that stood on a page opened at this moment.
    package func notice(at moment: Date) -> PrivacyNotice? { notices.last { $0.since <= moment } ?? notices.first }
}
