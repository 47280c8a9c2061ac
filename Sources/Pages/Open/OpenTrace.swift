import Feedback

/// What happened to a published period, so that readers see it: every version, when it was replaced or taken back, why.
struct OpenTrace: Sendable {
    struct Line: Sendable {
        let name: String
        let published: String
        /// "thay ngày …, vì: …"
        let end: String?
    }

    let lines: [Line]

    /// - Parameter versions: of the period, oldest first.
    init(_ versions: [Publication]) {
        lines = versions.reversed().map { version in
            Line(
                name: "Bản \(version.version) (\(version.number))", published: Formats.moment(version.at),
                end: version.end.map { Self.words($0) })
        }
    }

    static func words(_ end: Publication.End) -> String {
        let what = end.kind == .replaced ? "thay bằng bản mới" : "thu hồi"
        return "\(what) lúc \(Formats.moment(end.at)). Lý do: \(end.reason)"
    }
}
