package import Feedback
package import Pages

extension Card {
    /// The card of a desk; nil for one without a code in force.
    /// - Parameter baseURL: what is printed before "/Q/", in upper case so that the code stays small.
    package init?(_ desk: Desk, directory: Directory, baseURL: String) {
        guard let code = directory.code(of: desk.id) else { return nil }
        let authority = directory.configuration.authority
        self.init(
            address: "\(baseURL)/Q/\(code)".uppercased(), code: code.rawValue, officeName: authority.name,
            unit: directory.unit(desk.place ?? desk.unit)?.name ?? authority.name, desk: desk.name,
            complaintsAddress: authority.address, complaintsPhone: authority.phone.isEmpty ? nil : authority.phone)
    }
}
