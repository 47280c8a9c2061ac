/// Name and password. Posts `email`, `password`, `token`, `next` to /office/login.
package struct SignInPage: Page {
    package static let template = "office-sign-in"

    let header: Header
    let email: String
    let problem: String?
    let formToken: String
    let next: String

    /// - Parameters:
    ///   - problem: what went wrong with the last try, a sentence in Vietnamese.
    ///   - next: the path to go to afterwards; the router checks that it is one of ours.
    package init(
        email: String = "", problem: String? = nil, formToken: String, next: String = "/office", authority: String = ""
    ) {
        header = Header(title: problem == nil ? "Đăng nhập" : "Lỗi: Đăng nhập", authority: authority)
        self.email = email
        self.problem = problem
        self.formToken = formToken
        self.next = next
    }
}
