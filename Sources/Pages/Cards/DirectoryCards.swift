package import Feedback

extension Directory {
    /// The cards of all desks of a unit and of what is below it, in the order of the configuration:
    /// desks whose work is the unit's, and desks that stand in it.
    /// - Parameter baseURL: the address of this server, without a slash at the end.
    package func cards(of unit: ID<Feedback.Unit>, baseURL: String) -> [Card] {
        let units = subtree(of: unit)
        return
            openDesks
            .filter { units.contains($0.unit) || $0.place.map(units.contains) ?? false }
            .compactMap { card(of: $0, baseURL: baseURL) }
    }

    /// Nil for a desk without a code in force.
    package func card(of desk: Desk, baseURL: String) -> Card? {
        guard let code = code(of: desk.id) else { return nil }
        let authority = configuration.authority
        return Card(
            address: "\(baseURL)/q/\(code)".uppercased(), code: code.rawValue, officeName: authority.name,
            unit: (desk.place ?? desk.unit).name(in: self), desk: desk.name, complaintsAddress: authority.address,
            complaintsPhone: authority.phone.isEmpty ? nil : authority.phone)
    }
}

extension ID<Feedback.Unit> {
    fileprivate func name(in directory: Directory) -> String { directory.unit(self)?.name ?? rawValue }
}
