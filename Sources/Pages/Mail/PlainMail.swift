package import Feedback

/// A mail of a few sentences and one link: the daily canary, and the notices of the house.
package struct PlainMail: Letter {
    package static let template = "mail-plain"

    package let subject: String
    package let text: String

    let greeting: String
    let paragraphs: [String]
    let link: String
    let linkWords: String
    let authority: String

    /// - Throws: `TemplateFault`.
    package init(canary mail: OutboxMail, directory: Directory, baseURL: String) throws {
        try self.init(
            mail, subject: "Thư thử hằng ngày của hệ thống đánh giá",
            paragraphs: [
                "Thư này không nói về việc gì. Nó đi đúng con đường của một thư cảnh báo để biết đường còn thông.",
                "Không cần trả lời. Nếu vào một ngày làm việc Ông/Bà không thấy thư này, xin báo cho quản trị hệ thống.",
            ],
            path: "/office", linkWords: "Mở hệ thống", directory: directory, baseURL: baseURL)
    }

    /// - Parameter about: the number of what the notice is about.
    /// - Throws: `TemplateFault`.
    package init(_ notice: Notice, about: Int64?, mail: OutboxMail, directory: Directory, baseURL: String) throws {
        let words = NoticeWords(notice, about: about)
        try self.init(
            mail, subject: words.subject, paragraphs: words.paragraphs, path: words.path, linkWords: words.linkWords,
            directory: directory, baseURL: baseURL)
    }

    private init(
        _ mail: OutboxMail, subject: String, paragraphs: [String], path: String, linkWords: String,
        directory: Directory, baseURL: String
    ) throws {
        self.subject = Self.oneLine(subject)
        self.paragraphs = paragraphs
        self.linkWords = linkWords
        greeting = mail.recipient.name
        link = baseURL + path
        authority = directory.configuration.authority.name
        text = try Templates.render(
            PlainMailText(
                greeting: greeting, paragraphs: paragraphs, link: link, linkWords: linkWords, authority: authority),
            with: PlainMailText.template)
    }
}

/// The same words without any markup.
struct PlainMailText: Page {
    static let template = "mail-plain-text"

    let greeting: String
    let paragraphs: [String]
    let link: String
    let linkWords: String
    let authority: String
}
