import Feedback
import Foundation

/// The one style of the public figures, drawn inline: a page is one request, and prints on A4.
package enum OpenStyle {
    /// `Templates/open.css` without comments (each a line of its own), indentation and line ends.
    package static let css = String(decoding: PackageResources.open_css, as: UTF8.self)
        .split(separator: "\n").map { $0.drop { $0 == " " } }
        .filter { !$0.hasPrefix("/*") }.joined()
}

extension Templates {
    /// The templates of the public figures: one line per file.
    static let open: [String: [UInt8]] = [
        "open": PackageResources.open_mustache,
        "open-gone": PackageResources.open_gone_mustache,
        "open-list": PackageResources.open_list_mustache,
        "open-period": PackageResources.open_period_mustache,
        "open-poster": PackageResources.open_poster_mustache,
        "open-table": PackageResources.open_table_mustache,
        "open-unit": PackageResources.open_unit_mustache,
        "open-whole": PackageResources.open_whole_mustache,
    ]
}
