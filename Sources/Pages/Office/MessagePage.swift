/// A title and a sentence: what was done, or why not.
package struct MessagePage: Page {
    package static let template = "office-message"

    let header: Header
    let title: String
    let text: String
    let backHref: String
    let backTitle: String

    /// - Parameter back: where the link below the text leads; nil: the home page.
    package init(_ frame: Frame, title: String, text: String, back: (title: String, href: String)? = nil) {
        header = Header(frame, title: title)
        self.title = title
        self.text = text
        backHref = back?.href ?? Section.home.path
        backTitle = back?.title ?? "Về trang tổng quan"
    }

    /// For somebody who has not signed in.
    package init(authority: String, title: String, text: String) {
        header = Header(title: title, authority: authority)
        self.title = title
        self.text = text
        backHref = "/office/login"
        backTitle = "Đăng nhập"
    }
}
