extension Templates {
    /// The templates of citizens' pages and of mail: one line per file.
    static let citizen: [String: [UInt8]] = [
        "citizen": PackageResources.citizen_mustache,
        "rating": PackageResources.rating_mustache,
        "receipt": PackageResources.receipt_mustache,
        "refusal": PackageResources.refusal_mustache,
        "fault": PackageResources.fault_mustache,
        "privacy": PackageResources.privacy_mustache,
        "mail-alert": PackageResources.mail_alert_mustache,
        "mail-alert-text": PackageResources.mail_alert_text_mustache,
    ]
}
