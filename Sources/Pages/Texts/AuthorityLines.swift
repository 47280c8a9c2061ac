import Feedback

/// Whose page this is and where to go in person, at the top and the foot of every page for citizens.
struct AuthorityLines: Sendable {
    let name: String
    let address: String
    let phone: String

    init(_ directory: Directory) {
        let authority = directory.configuration.authority
        name = authority.name
        address = authority.address
        phone = authority.phone
    }
}
