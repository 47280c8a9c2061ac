/// How long a phone number can be read: what the privacy page promises.
package enum PhoneRetention {
    /// The current month and the three before it; so a number is readable for four months at most.
    package static let months = 4
}

extension Writing {
    /// Drops the keys of months whose time is over. The numbers sealed with them become noise; the ratings stay.
    /// Copies of the database made before hold the keys too: they must not be kept longer either (packaging/README.md).
    /// - Returns: how many months were erased.
    @discardableResult
    package func eraseOldPhones() throws -> Int {
        var first = Month(now)
        for _ in 1..<PhoneRetention.months { first = first.previous }
        let erased = try dropDataKeys(before: first)
        if erased > 0 { try log(.phonesErased, about: "phones", "before=\(first)") }
        return erased
    }
}
