import Feedback
import Foundation
import HTTPTypes
import Hummingbird

extension Request {
    /// Whether a browser says that this form stands on a page of ours. A client that says nothing passes here:
    /// the token in the form decides then.
    ///
    /// Browsers send `Sec-Fetch-Site` over https and to localhost, and `Origin` with every form (Fetch standard).
    func comesFromOurPage(_ settings: WebSettings) -> Bool {
        if let site = headers[.fetchSite] { return site == "same-origin" }
        guard let origin = headers[.origin]?.lowercased() else { return true }
        let own = [settings.baseURL, "http://" + (head.authority ?? ""), "https://" + (head.authority ?? "")]
        return own.contains { $0.lowercased() == origin }
    }
}

/// Compares without telling by its time how much was right.
func matchInConstantTime(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count else { return false }
    return zip(a.utf8, b.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
