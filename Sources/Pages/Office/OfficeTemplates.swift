extension Templates {
    /// The templates of the office: one line per file.
    static let office: [String: [UInt8]] = [
        "office": PackageResources.office_mustache,
        "office-cards": PackageResources.office_cards_mustache,
        "office-case": PackageResources.office_case_mustache,
        "office-cases": PackageResources.office_cases_mustache,
        "office-figure": PackageResources.office_figure_mustache,
        "office-home": PackageResources.office_home_mustache,
        "office-live": PackageResources.office_live_mustache,
        "office-live-card": PackageResources.office_live_card_mustache,
        "office-message": PackageResources.office_message_mustache,
        "office-month": PackageResources.office_month_mustache,
        "office-month-split": PackageResources.office_month_split_mustache,
        "office-people": PackageResources.office_people_mustache,
        "office-rating": PackageResources.office_rating_mustache,
        "office-ratings": PackageResources.office_ratings_mustache,
        "office-sign-in": PackageResources.office_sign_in_mustache,
        "office-welcome": PackageResources.office_welcome_mustache,
    ]
}
