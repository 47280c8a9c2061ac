/// The second step: what the phone shows. Posts `code`, `token`, `next` to /office/login/code.
package struct SignInCodePage: Page {
    package static let template = "office-sign-in-code"

    let header: Header
    let problem: String?
    let formToken: String
    let next: String

    /// - Parameters:
    ///   - problem: what went wrong with the last try, a sentence in Vietnamese.
    ///   - next: the path to go to afterwards; the router checks that it is one of ours.
    package init(problem: String? = nil, formToken: String, next: String = "/office", authority: String = "") {
        header = Header(title: problem == nil ? "Xác thực hai bước" : "Lỗi: Xác thực hai bước", authority: authority)
        self.problem = problem
        self.formToken = formToken
        self.next = next
    }
}
