package import Feedback

/// Where public figures stand.
package enum OpenAddress {
    package static let list = "/open"
    package static func period(_ period: Period) -> String { "/open/\(period)" }
    package static func csv(_ period: Period) -> String { "/open/\(period).csv" }
    package static func json(_ period: Period) -> String { "/open/\(period).json" }
    package static func unit(_ unit: ID<Feedback.Unit>, _ period: Period) -> String { "/open/\(period)/\(unit)" }
    package static func poster(_ unit: ID<Feedback.Unit>) -> String { "/open/poster/\(unit)" }
    package static func posterPDF(_ unit: ID<Feedback.Unit>) -> String { "/open/poster/\(unit).pdf" }
}
