/// Why a mail server did not take a message. The text is Vietnamese, for the operator's pages and logs: it names the
/// server's reply code, never its words (a server may echo a password or a sentence of the mail).
package enum MailFailure: Error, Hashable, CustomStringConvertible {
    /// Try again later with the same Message-ID: nobody answered, the server asked to wait, or a setting can be mended.
    case temporary(String)
    /// Nobody answers at the server's address: other mails would not go either.
    case unreachable(String)
    /// The server refuses this message or its recipient for good.
    case permanent(String)

    package var description: String {
        switch self {
        case .temporary(let reason), .unreachable(let reason): "\(reason) (sẽ gửi lại)"
        case .permanent(let reason): "\(reason) (không gửi lại)"
        }
    }
}
