import Feedback

/// A role over a part of the authority, for a time, in words.
struct GrantText: Sendable {
    let role: String
    /// Where it holds, and about whom.
    let place: String
    /// From when to when; nil: always.
    let span: String?
    /// "Đang giữ", "Chưa bắt đầu", "Đã thôi".
    let state: String
    let isInForce: Bool
    let isOver: Bool

    init(_ grant: Grant, in directory: Directory, on day: LocalDay) {
        role = grant.role.words
        let unit = grant.unit.map { directory.unit($0)?.name ?? $0.rawValue }
        let official = grant.official.map { directory.official($0)?.name ?? $0.rawValue }
        place = [official, unit].compactMap { $0 }.joined(separator: ", ").orIfEmpty(
            grant.role.coversAll ? "Toàn cơ quan" : "Chưa chọn đơn vị")
        span = Self.span(grant)
        isInForce = grant.isInForce(on: day)
        isOver = grant.to.map { $0 < day } ?? false
        switch (isInForce, grant.to) {
        case (true, let to?): state = to == day ? "Hôm nay là ngày cuối" : "Đang giữ"
        case (true, nil): state = "Đang giữ"
        case (false, _): state = isOver ? "Đã thôi" : "Chưa bắt đầu"
        }
    }

    private static func span(_ grant: Grant) -> String? {
        if let from = grant.from, let to = grant.to, to < from { return "đã rút lại" }
        let parts = [
            grant.from.map { "từ \(Formats.shortDay($0))" }, grant.to.map { "đến hết \(Formats.shortDay($0))" },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}

extension String {
    fileprivate func orIfEmpty(_ other: String) -> String { isEmpty ? other : self }
}
