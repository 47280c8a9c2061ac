import Feedback
import Foundation

/// The one style of all pages that citizens read, drawn inline: a page is one request.
package enum CitizenStyle {
    /// `Templates/citizen.css` without comments (each a line of its own), indentation and line ends.
    package static let css = String(decoding: PackageResources.citizen_css, as: UTF8.self)
        .split(separator: "\n").map { $0.drop { $0 == " " } }
        .filter { !$0.hasPrefix("/*") }.joined()

    /// For `Content-Security-Policy: style-src`, with its quotes: "'sha256-…'". It names the very text between
    /// `<style>` and `</style>`, so the policy needs no exception.
    package static let contentSecurityHash = "'sha256-" + Data(SecretToken(text: css).hash).base64EncodedString() + "'"
}
