package import Feedback
package import Foundation

/// The own account: roles, password, browsers, second step. Every form posts below /office/account.
package struct AccountPage: Page {
    package static let template = "office-account"
    package static let path = "/office/account"

    struct Problem: Sendable {
        let field: String
        let message: String
    }

    struct Browser: Sendable {
        let device: String
        let since: String
        let seen: String
        /// Nil: this one; it is ended by signing out.
        let endHref: String?
    }

    let header: Header
    let formToken: String
    let name: String
    let email: String
    /// What must be done before anything else.
    let first: String?
    /// What has just been done.
    let done: String?
    let problems: [Problem]
    let hasRoles: Bool
    let roles: [GrantText]
    let shortest: String
    let browsers: [Browser]
    let hasOthers: Bool
    let secondStepSince: String?
    let codesLeft: String
    let fewCodes: Bool
    let isAsked: Bool

    /// - Parameters:
    ///   - sessions: those that are alive.
    ///   - current: the hash of the one that asks.
    ///   - isAsked: whether a role of theirs must have a second step.
    ///   - done: names what was done, as in the address after a form.
    package init(
        _ frame: Frame, sessions: [Session], current: [UInt8], codesLeft: Int, isAsked: Bool, done: String? = nil,
        problems: FormProblems = FormProblems(), now: Date
    ) {
        let user = frame.user, day = LocalDay(now)
        header = Header(frame, title: problems.isEmpty ? "Tài khoản của tôi" : "Lỗi: Tài khoản của tôi")
        formToken = frame.formToken
        name = user.name
        email = user.email
        self.problems = problems.problems.map { Problem(field: "field-\($0.field)", message: $0.message) }
        roles = user.grants.map { GrantText($0, in: frame.directory, on: day) }.filter { !$0.isOver }
        hasRoles = !roles.isEmpty
        shortest = String(PasswordRule.shortest)
        browsers = sessions.map { session in
            Browser(
                device: session.device.isEmpty ? DeviceName(userAgent: nil).description : session.device,
                since: Formats.moment(session.createdAt), seen: Formats.ago(session.seenAt, now: now),
                endHref: session.tokenHash == current ? nil : "\(Self.path)/sessions/\(session.handle)/end")
        }
        hasOthers = sessions.contains { $0.tokenHash != current }
        secondStepSince = user.secondStepSince.map { Formats.day($0) }
        self.codesLeft = Formats.count(codesLeft)
        fewCodes = codesLeft < 3
        self.isAsked = isAsked
        first = Self.first(frame, isAsked: isAsked)
        self.done = done.flatMap { Self.words[$0] }
    }

    private static func first(_ frame: Frame, isAsked: Bool) -> String? {
        if frame.rights.roles.isEmpty {
            return "Hiện Ông/Bà chưa giữ vai trò nào nên chưa xem được trang nào khác. "
                + "Xin nhờ người quản trị hệ thống giao vai trò."
        }
        guard isAsked, frame.user.secondStepSince == nil else { return nil }
        return "Vai trò của Ông/Bà cần xác thực hai bước. Xin bật ở dưới đây rồi mới dùng được các trang khác."
    }

    private static let words = [
        "password": "Đã đổi mật khẩu. Các trình duyệt khác đã bị đăng xuất.",
        "session": "Đã đăng xuất trình duyệt đó.", "sessions": "Đã đăng xuất mọi trình duyệt khác.",
        "second-step-off": "Đã tắt xác thực hai bước.",
    ]
}
