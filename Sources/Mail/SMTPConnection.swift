import CCurl
import Foundation

/// One libcurl handle with the connection it keeps open. Lives on one thread; dropped after the first failure.
@safe final class SMTPConnection {
    private let route: SMTPRoute
    private let curl: UnsafeMutableRawPointer
    private let errorText: UnsafeMutablePointer<CChar>

    private static let libcurlIsReady = curl_global_init(Int(CURL_GLOBAL_SSL)) == CURLE_OK

    init(route: SMTPRoute) throws {
        guard SMTPConnection.libcurlIsReady, let curl = unsafe curl_easy_init() else {
            throw MailFailure.temporary("Không khởi động được libcurl")
        }
        self.route = route
        unsafe self.curl = unsafe curl
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        try setUp()
    }

    /// Says QUIT if a connection is open.
    deinit {
        unsafe curl_easy_cleanup(curl)
        unsafe errorText.deallocate()
    }

    /// Blocks until the server has answered for the whole mail.
    /// - Throws: `MailFailure`; the connection is then of no further use.
    func deliver(_ message: MailMessage) throws {
        // Once more here, last before the wire: libcurl passes line breaks in an address through.
        guard Mailbox.isValid(address: message.from.address), Mailbox.isValid(address: message.to.address) else {
            throw MailFailure.permanent(MailRefusal.address.description)
        }
        let transfer = SMTPTransfer(body: message.mime(), patience: route.patience)
        guard let recipients = unsafe curl_slist_append(nil, message.to.address) else {
            throw MailFailure.temporary("Hết bộ nhớ khi gửi thư")
        }
        defer { unsafe curl_slist_free_all(recipients) }
        try set(CURLOPT_MAIL_FROM, message.from.address)
        try check(unsafe curl_set_list(curl, CURLOPT_MAIL_RCPT, recipients))
        try check(unsafe curl_set_size(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(transfer.body.count)))
        let watch = unsafe SMTPWatch(curl: curl, transfer: transfer)
        let result = try withExtendedLifetime(watch) {
            try attach(watch)
            return unsafe curl_easy_perform(curl)
        }
        guard result != CURLE_OK else { return }
        throw SMTPVerdict(
            result: result, reply: unsafe curl_last_reply(curl), text: unsafe String(cString: errorText),
            transfer: transfer
        ).failure
    }

    private func setUp() throws {
        let server = route.server
        unsafe curl_set_error_text(curl, errorText)
        try set(CURLOPT_URL, server.curlURL(helo: route.helo))
        try set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        // Else the environment's ALL_PROXY would see the mail.
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_UPLOAD, 1)
        let security = server.encryption == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        try set(CURLOPT_USE_SSL, Int(security.rawValue))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let authorities = route.authorities { try set(CURLOPT_CAINFO, authorities) }
        if let login = server.login {
            try set(CURLOPT_USERNAME, login.user)
            try set(CURLOPT_PASSWORD, login.password)
        }
        // libcurl's own limits lie outside of ours, which SMTPTransfer keeps: its connect timeout includes the
        // greeting and the login, and its limit on a reply (120 s) would break off the wait for the final one.
        let patience = route.patience
        try set(CURLOPT_CONNECTTIMEOUT, Int(patience.connect + patience.untilDot) + 1)
        try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, Int(patience.afterDot) + 1)
    }

    /// libcurl keeps the watch's address until the next mail replaces it; it calls only from within `perform`.
    private func attach(_ watch: SMTPWatch) throws {
        let context = unsafe Unmanaged.passUnretained(watch).toOpaque()
        try check(unsafe curl_set_body(curl, SMTPWatch.body, context))
        try check(unsafe curl_set_replies(curl, SMTPWatch.replies, context))
        try check(unsafe curl_set_patience(curl, SMTPWatch.patience, context))
    }

    private func set(_ option: CURLoption, _ value: Int) throws {
        try check(unsafe curl_set_long(curl, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws {
        try check(unsafe curl_set_text(curl, option, value))
    }

    private func check(_ code: CURLcode) throws {
        guard code != CURLE_OK else { return }
        throw MailFailure.temporary("libcurl từ chối một thiết lập (mã \(code.rawValue))")
    }
}
