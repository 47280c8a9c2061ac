package import Feedback

/// What happens to what a citizen types: who, what, why, how long, which rights, whom to ask
/// (Law 91/2025/QH15, Art. 4; Decree 356/2025/NĐ-CP, Art. 5).
package struct PrivacyPage: Page {
    package static let template = "privacy"

    let authority: AuthorityLines
    /// The unit that runs the ratings day by day.
    let keeper: String
    let isPhoneRequired: Bool

    package init(directory: Directory) {
        let configuration = directory.configuration
        authority = AuthorityLines(directory)
        keeper = directory.unit(configuration.authority.homeAffairs)?.name ?? configuration.authority.name
        isPhoneRequired = configuration.form.phoneRequired
    }
}
