package import Feedback
import QRCode

/// The code that an app on the phone scans, once, and the field that proves it did. Posts `code` to
/// /office/account/second-step/confirm.
package struct SecondStepPage: Page {
    package static let template = "office-account-second-step"

    let header: Header
    let formToken: String
    let problem: String?
    /// Nil: the address is too long for a code; the secret is typed then.
    let qr: String?
    let secret: String
    let address: String

    /// - Parameter problem: what was wrong with the last code.
    package init(_ frame: Frame, offer: SecondStepOffer, problem: String? = nil) {
        header = Header(frame, title: problem == nil ? "Bật xác thực hai bước" : "Lỗi: Bật xác thực hai bước")
        formToken = frame.formToken
        self.problem = problem
        qr = try? Self.drawing(offer.address)
        secret = Self.inFours(offer.secret)
        address = offer.address
    }

    /// Black on white in both schemes: phones read no other.
    private static func drawing(_ text: String) throws -> String {
        let code = try QRCode(text, level: .medium)
        let side = code.size + 2 * QRCode.quietZone
        return """
            <svg class="scan" viewBox="0 0 \(side) \(side)" role="img" aria-labelledby="scan-title" \
            shape-rendering="crispEdges"><title id="scan-title">Mã QR cho ứng dụng xác thực</title>\
            <path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path fill="#000" d="\(code.path())"/></svg>
            """
    }

    private static func inFours(_ text: String) -> String {
        stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }
}
