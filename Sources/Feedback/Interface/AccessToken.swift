package import Foundation

/// Khóa kết nối: by which another program reads figures. Shown once when it is made; only its hash is kept.
package struct AccessToken: Sendable, Hashable {
    /// What every key begins with, so that whoever finds one in a file knows what it is.
    package static let mark = "hl_"
    package static let longestName = 80
    /// A key ends by itself: what nobody renews, nobody needs.
    package static let longestLife = 731
    /// How old "last used" may be: writing it with each call would make every look a change.
    package static let useIsNotedEvery: TimeInterval = 300

    package var id: Int64
    /// What it is for: "Cổng dịch vụ công".
    package var name: String
    package var reaches: Set<TokenReach>
    /// With everything below it; nil: the whole authority.
    package var unit: ID<Unit>?
    package var madeAt: Date
    /// The user who made it.
    package var madeBy: Int64
    package var lastDay: LocalDay
    package var usedAt: Date?
    package var revokedAt: Date?

    package init(
        id: Int64, name: String, reaches: Set<TokenReach>, unit: ID<Unit>?, madeAt: Date, madeBy: Int64,
        lastDay: LocalDay, usedAt: Date? = nil, revokedAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.reaches = reaches
        self.unit = unit
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.lastDay = lastDay
        self.usedAt = usedAt
        self.revokedAt = revokedAt
    }

    package func isInForce(on day: LocalDay) -> Bool { revokedAt == nil && day <= lastDay }

    /// What it reads, as the tree is now.
    package func scope(in directory: Directory) -> Scope {
        unit.map { .units(directory.subtree(of: $0)) } ?? .whole
    }

    /// In the journal.
    package var subject: String { "token:\(id)" }
}

/// One thing that a key may read. Nobody makes a key that reads more than they do.
package enum TokenReach: String, Sendable, Codable, CaseIterable {
    case figures = "figures:read"
    case published = "published:read"
    /// Single ratings, without phones, names and words.
    case ratings = "ratings:read"
    /// Who was rated, in single ratings.
    case officials = "ratings:officials"
    /// What people wrote, in single ratings.
    case comments = "ratings:comments"

    package var words: String {
        switch self {
        case .figures: "Số liệu tổng hợp, danh mục, bảng phục vụ cải cách hành chính"
        case .published: "Số liệu đã công bố"
        case .ratings: "Từng lượt đánh giá: mức, lý do, dấu hiệu; không có số điện thoại, tên người, lời góp ý"
        case .officials: "Thêm: cán bộ được đánh giá trong từng lượt"
        case .comments: "Thêm: lời góp ý trong từng lượt"
        }
    }

    /// In a list.
    package var shortWords: String {
        switch self {
        case .figures: "số liệu tổng hợp"
        case .published: "số liệu đã công bố"
        case .ratings: "từng lượt đánh giá"
        case .officials: "cán bộ được đánh giá"
        case .comments: "lời góp ý"
        }
    }

    /// What whoever makes such a key must have themself.
    package var right: Right {
        switch self {
        case .figures, .published: .seeFigures
        case .ratings, .officials: .exportRatings
        case .comments: .readRatings
        }
    }

    /// The reaches that somebody may hand on.
    package static func offered(to rights: Rights) -> [TokenReach] {
        allCases.filter { reach in
            rights.may(reach.right) && (reach.right == .seeFigures || rights.may(.exportRatings))
        }
    }

    /// Where somebody may hand it on.
    func scope(of rights: Rights) -> Scope { rights.scope(of: right) }
}

/// What a store says to other programs, and about their keys.
package protocol InterfaceReading {
    func accessToken(hash: [UInt8]) throws -> AccessToken?
    /// Those in use first, the newest first; then those that have ended.
    func accessTokens() throws -> [AccessToken]
    /// Ratings that count, oldest first, behind `place`.
    func ratings(_ filter: RatingFilter, after place: RatingPlace?, limit: Int) throws -> [Rating]
    /// The newest first.
    func ratingExports(limit: Int) throws -> [RatingExport]
    /// The cases raised in these days by the rated unit, of what the scope holds.
    func caseCounts(days: ClosedRange<LocalDay>, scope: Scope) throws -> [ID<Unit>: CaseCounts]
}

/// What a store does for keys.
package protocol InterfaceWriting {
    /// - Returns: the id.
    func insertAccessToken(_ token: AccessToken, hash: [UInt8]) throws -> Int64
    func setUsed(_ at: Date, ofToken id: Int64) throws
    func setRevoked(_ at: Date, ofToken id: Int64) throws
    /// - Returns: the id.
    func insertRatingExport(_ export: RatingExport) throws -> Int64
}

/// Where one stands in the ratings of some days.
package struct RatingPlace: Sendable, Hashable, RawRepresentable {
    package let day: LocalDay
    package let id: Int64

    package init(_ rating: Rating) { (day, id) = (rating.localDay, rating.id) }

    /// "2026-11-20.124".
    package init?(rawValue: String) {
        let parts = rawValue.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = LocalDay(rawValue: String(parts[0])), let id = Int64(parts[1]), id > 0,
            String(id) == parts[1]
        else { return nil }
        (self.day, self.id) = (day, id)
    }

    package var rawValue: String { "\(day).\(id)" }
}
