import Feedback

/// Behind a one-time link: choose a password. Posts `password`, `token` to /office/welcome/{token of the link}.
package struct WelcomePage: Page {
    package static let template = "office-welcome"

    let header: Header
    let action: String
    let name: String
    let email: String
    let problem: String?
    let formToken: String
    let shortest: String

    /// - Parameter token: the text of the one-time link's secret.
    package init(
        token: String, name: String, email: String, problem: String? = nil, formToken: String, authority: String = ""
    ) {
        header = Header(title: problem == nil ? "Đặt mật khẩu" : "Lỗi: Đặt mật khẩu", authority: authority)
        action = "/office/welcome/\(token)"
        self.name = name
        self.email = email
        self.problem = problem
        self.formToken = formToken
        shortest = String(PasswordRule.shortest)
    }
}
