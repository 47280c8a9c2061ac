import Foundation

/// A key as somebody asks for it, proven: they hand on no more than they may read themselves.
package struct TokenWish: Sendable, Hashable {
    package let name: String
    package let reaches: Set<TokenReach>
    package let unit: ID<Unit>?
    package let lastDay: LocalDay

    /// - Parameter form: `name`, `reach` (repeats), `unit` (empty: the whole), `lastDay`.
    /// - Throws: `Refusal.invalid`; `Refusal.notFound` for a unit or a reach that is not offered to this person.
    package init(_ form: FormFields, rights: Rights, directory: Directory, today: LocalDay) throws(Refusal) {
        var problems = FormProblems()
        name = (form["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if name.isEmpty { problems.add("name", "Xin đặt tên: khóa này cho phần mềm nào dùng?") }
        if name.isLonger(than: AccessToken.longestName) {
            problems.add("name", "Tên dài quá 80 chữ cái. Xin viết ngắn lại.")
        }
        reaches = try Self.reaches(form, rights, &problems)
        unit = try Self.unit(form, reaches, rights, directory, &problems)
        let last = today.adding(days: AccessToken.longestLife)
        let typed = LocalDay(rawValue: form["lastDay"] ?? "")
        if typed.map({ $0 < today || $0 > last }) ?? true {
            problems.add("lastDay", "Xin chọn ngày cuối từ hôm nay, chậm nhất sau hai năm.")
        }
        lastDay = typed ?? today
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    private static func reaches(
        _ form: FormFields, _ rights: Rights, _ problems: inout FormProblems
    ) throws(Refusal) -> Set<TokenReach> {
        let offered = TokenReach.offered(to: rights)
        var chosen: Set<TokenReach> = []
        for value in form.values("reach") {
            guard let reach = TokenReach(rawValue: value), offered.contains(reach) else { throw .notFound }
            chosen.insert(reach)
        }
        if chosen.isEmpty { problems.add("reach", "Xin chọn ít nhất một thứ mà khóa đọc được.") }
        if !chosen.isDisjoint(with: [.officials, .comments]), !chosen.contains(.ratings) {
            problems.add("reach", "Muốn thêm cán bộ hay góp ý, xin chọn cả “Từng lượt đánh giá”.")
        }
        return chosen
    }

    private static func unit(
        _ form: FormFields, _ reaches: Set<TokenReach>, _ rights: Rights, _ directory: Directory,
        _ problems: inout FormProblems
    ) throws(Refusal) -> ID<Unit>? {
        let unit = form["unit"].flatMap { $0.isEmpty ? nil : ID<Unit>($0) }
        for scope in reaches.map({ $0.scope(of: rights) }) {
            if let unit {
                guard directory.unit(unit) != nil, scope.contains(unit) else { throw .notFound }
            } else if scope != .whole, problems.message(for: "unit") == nil {
                problems.add("unit", "Xin chọn một đơn vị trong phạm vi của Ông/Bà.")
            }
        }
        return unit
    }
}

extension Writing {
    /// Makes a key. Its text leaves the house here and is nowhere kept.
    package func makeToken(_ wish: TokenWish, by user: Int64) throws -> (token: AccessToken, secret: SecretToken) {
        let secret = SecretToken(text: AccessToken.mark + Base64URL.encode(random(32)))
        var token = AccessToken(
            id: 0, name: wish.name, reaches: wish.reaches, unit: wish.unit, madeAt: now, madeBy: user,
            lastDay: wish.lastDay)
        token.id = try insertAccessToken(token, hash: secret.hash)
        let reaches = TokenReach.allCases.filter(wish.reaches.contains).map(\.rawValue).joined(separator: ",")
        let unit = wish.unit.map { " unit=\($0)" } ?? ""
        try log(.tokenMade, about: token.subject, "reach=\(reaches)\(unit) lastDay=\(wish.lastDay)")
        return (token, secret)
    }

    /// Ends a key for good. One that has ended stays as it is.
    /// - Throws: `Refusal.notFound` for one that is not for this person to manage.
    package func revokeToken(_ id: Int64, rights: Rights) throws {
        guard let token = try accessTokens().first(where: { $0.id == id }), rights.manages(token) else {
            throw Refusal.notFound
        }
        guard token.revokedAt == nil else { return }
        try setRevoked(now, ofToken: id)
        try log(.tokenRevoked, about: token.subject)
    }

    /// Keeps when a key was last used, some minutes apart.
    package func noteUse(of token: AccessToken) throws {
        guard token.usedAt.map({ now.timeIntervalSince($0) >= AccessToken.useIsNotedEvery }) ?? true else { return }
        try setUsed(now, ofToken: token.id)
    }
}

extension Rights {
    /// Whether a key is in this person's list: it reads nothing outside their part.
    package func manages(_ token: AccessToken) -> Bool {
        let scope = scope(of: .manageTokens)
        return scope == .whole || token.unit.map(scope.contains) ?? false
    }
}

extension Reading {
    /// The key behind what was sent; nil for none, or one that has ended.
    ///
    /// It is looked for by its hash, so no secret is compared: what the time of an index tells about the hashes of 256
    /// random bits helps nobody to find one.
    package func admittedToken(_ text: String) throws -> AccessToken? {
        // Of another shape: not worth a look.
        guard text.utf8.count == 46, text.hasPrefix(AccessToken.mark),
            let bytes = Base64URL.decode(text.dropFirst(AccessToken.mark.count)), bytes.count == 32,
            let token = try accessToken(hash: SecretToken(text: text).hash), token.isInForce(on: LocalDay(now))
        else { return nil }
        return token
    }
}
