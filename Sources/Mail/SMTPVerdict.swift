import CCurl
import Foundation

/// What a failed transfer means for the mail.
struct SMTPVerdict {
    let result: CURLcode
    /// The server's last number, 0 if it never answered.
    let reply: Int
    /// libcurl's own words.
    let text: String
    let transfer: SMTPTransfer

    var failure: MailFailure {
        if transfer.ranOut { return transfer.stage == .connecting ? .unreachable(late) : .temporary(late) }
        switch result {
        case CURLE_LOGIN_DENIED: return .temporary("Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu (\(code))")
        case CURLE_USE_SSL_FAILED: return .temporary("Máy chủ thư không cho mã hoá đường truyền (STARTTLS)")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CIPHER:
            return .temporary("Không lập được đường truyền mã hoá tới máy chủ thư: \(text)")
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SSL_CACERT_BADFILE:
            return .unreachable("Không nối được tới máy chủ thư: \(text)")
        case CURLE_SEND_ERROR where (500..<600).contains(reply) && text.hasPrefix("MAIL failed"):
            // Not the mail's fault: the server does not know our sender, or wants a login.
            return .temporary("Máy chủ thư không nhận địa chỉ người gửi (\(code))")
        case CURLE_SEND_ERROR where (500..<600).contains(reply):
            return .permanent("Máy chủ thư không nhận thư cho người nhận này (\(code))")
        case CURLE_WEIRD_SERVER_REPLY where (500..<600).contains(reply) && transfer.stage == .handedOver:
            return .permanent("Máy chủ thư không nhận nội dung thư (\(code))")
        default:
            // 5xx to the greeting or to EHLO speaks about this server, not about the mail.
            return switch reply {
            case 400..<500: .temporary("Máy chủ thư hẹn lại sau (\(code))")
            case 500..<600: .temporary("Máy chủ thư không chịu làm việc với máy này (\(code))")
            default: .temporary(broken)
            }
        }
    }

    private var code: String {
        [reply == 0 ? nil : String(reply), transfer.enhancedCode].compactMap(\.self).joined(separator: " ")
    }

    private var late: String {
        switch transfer.stage {
        case .connecting: "Không nối được tới máy chủ thư trong thời hạn"
        case .talking: "Máy chủ thư trả lời quá chậm"
        case .handedOver: "Máy chủ thư không xác nhận đã nhận thư"
        }
    }

    /// `curl_easy_strerror` is one of a fixed set of texts.
    private var broken: String {
        "Mất đường truyền tới máy chủ thư (\(unsafe String(cString: curl_easy_strerror(result))))"
    }
}
