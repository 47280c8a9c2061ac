/// Who does something. Written into the journal with every change of state.
package enum Actor: Hashable, Sendable {
    /// Somebody at a desk, whom we do not know and do not want to know.
    case citizen
    /// A signed-in member of staff.
    case user(Int64)
    /// Another program, by its key (`AccessToken`).
    case token(Int64)
    /// The program itself: workers, configuration, demo data.
    case system

    /// As kept in the journal: "citizen", "user:7", "token:3", "system".
    package var label: String {
        switch self {
        case .citizen: "citizen"
        case .user(let id): "user:\(id)"
        case .token(let id): "token:\(id)"
        case .system: "system"
        }
    }
}
