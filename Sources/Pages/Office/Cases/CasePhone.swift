/// The phone behind a case, as its page shows it: masked, with the way to see it whole.
/// The number itself never stands on a case page.
package struct CasePhone: Sendable {
    /// "••• ••• 678".
    package let masked: String
    /// Where the form that asks for a reason is sent by POST; nil for whoever may not see the number.
    package let revealAction: String?

    package init(masked: String, revealAction: String?) {
        self.masked = masked
        self.revealAction = revealAction
    }
}
