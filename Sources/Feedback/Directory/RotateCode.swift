extension Writing {
    /// Gives a desk a fresh code; the old card then names the desk and asks to scan the new one.
    @discardableResult
    package func rotateCode(of desk: ID<Desk>) throws -> DeskCode {
        guard directory.openDesks.contains(where: { $0.id == desk }) else { throw Refusal.notFound }
        if let old = directory.code(of: desk) { try retireCode(old) }
        let code = DeskCode(random: random(DeskCode.length))
        try insertCode(code, for: desk)
        try log(.codeRotated, about: "desk:\(desk)")
        return code
    }

    /// Withdraws a desk's code without a new one.
    package func retireDesk(_ desk: ID<Desk>) throws {
        guard let code = directory.code(of: desk) else { throw Refusal.notFound }
        try retireCode(code)
        try log(.codeRetired, about: "desk:\(desk)")
    }
}
