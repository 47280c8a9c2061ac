/// The phone behind a case, as its page shows it: masked, with the way to see it whole.
/// The number itself never stands on a case page.
package struct CasePhone: Sendable {
    /// "090•••678".
    package let masked: String
    /// The page that asks for a reason and leads to the call; nil for whoever may not see the number.
    package let href: String?

    package init(masked: String, href: String?) {
        self.masked = masked
        self.href = href
    }
}
