extension Templates {
    /// The templates of citizens' pages and of mail: one line per file.
    static let citizen: [String: [UInt8]] = [
        "citizen": PackageResources.citizen_mustache,
        "rating": PackageResources.rating_mustache,
        "receipt": PackageResources.receipt_mustache,
        "refusal": PackageResources.refusal_mustache,
        "fault": PackageResources.fault_mustache,
        "data-request": PackageResources.data_request_mustache,
        "data-request-copy": PackageResources.data_request_copy_mustache,
        "data-request-form": PackageResources.data_request_form_mustache,
        "impact-file": PackageResources.impact_file_mustache,
        "privacy": PackageResources.privacy_mustache,
        "mail-alert": PackageResources.mail_alert_mustache,
        "mail-alert-text": PackageResources.mail_alert_text_mustache,
        "mail-daily": PackageResources.mail_daily_mustache,
        "mail-daily-text": PackageResources.mail_daily_text_mustache,
        "mail-plain": PackageResources.mail_plain_mustache,
        "mail-plain-text": PackageResources.mail_plain_text_mustache,
    ]
}
