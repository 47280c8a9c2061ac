package import Feedback
package import Foundation

/// One account: its roles with their days, its link, its name, its end. Every form posts below /office/people/{id}.
package struct PersonPage: Page {
    package static let template = "office-person"

    struct Row: Sendable {
        let text: GrantText
        /// Nil: it is over.
        let endHref: String?
        /// Where an end is taken back; nil: there is none, or it has gone by.
        let keepHref: String?
        let fieldID: String
    }

    struct Problem: Sendable {
        let field: String
        let message: String
    }

    let header: Header
    let title: String
    let email: String
    let state: String
    let isClosed: Bool
    let formToken: String
    let path: String
    let link: String?
    let problems: [Problem]
    let today: String
    let hasGrants: Bool
    let grants: [Row]
    let form: GrantForm
    /// In the field of its name.
    let name: String
    let secondStep: String?
    let journalHref: String

    /// - Parameters:
    ///   - newLink: a fresh one-time link as a full address; it is never shown again.
    ///   - typed: the form as it was sent, when it had `problems`.
    package init(
        _ frame: Frame, user: User, grants: [HeldGrant], now: Date, newLink: String? = nil,
        problems: FormProblems = FormProblems(), typed: FormFields = FormFields()
    ) {
        let day = LocalDay(now)
        let path = Self.path(user.id)
        title = user.name
        header = Header(frame, title: problems.isEmpty ? user.name : "Lỗi: \(user.name)")
        email = user.email
        state = Self.state(user)
        isClosed = user.closedAt != nil
        formToken = frame.formToken
        self.path = path
        link = newLink
        self.problems = problems.problems.map { Problem(field: "field-\($0.field)", message: $0.message) }
        today = day.rawValue
        hasGrants = !grants.isEmpty
        self.grants = grants.map { held in
            let text = GrantText(held.grant, in: frame.directory, on: day)
            return Row(
                text: text, endHref: text.isOver ? nil : "\(path)/grants/\(held.id)/end",
                keepHref: held.grant.mayBeKept(on: day) ? "\(path)/grants/\(held.id)/keep" : nil,
                fieldID: "last-\(held.id)")
        }
        form = GrantForm(frame.directory, typed: typed)
        name = typed["name"] ?? user.name
        secondStep = user.secondStepSince.map { "Đang bật từ \(Formats.shortDay(LocalDay($0)))" }
        journalHref = "/office/journal?subject=user:\(user.id)"
    }

    static func path(_ user: Int64) -> String { "/office/people/\(user)" }

    static func state(_ user: User) -> String {
        if let closed = user.closedAt { return "Đã khóa từ \(Formats.shortDay(LocalDay(closed)))" }
        if user.password == nil { return "Chưa đặt mật khẩu" }
        return user.secondStepSince == nil ? "Đang dùng" : "Đang dùng, hai bước"
    }
}
