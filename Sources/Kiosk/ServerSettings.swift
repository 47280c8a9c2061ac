package import Feedback

/// What the machine needs to know and the field does not: from `server.yaml`, beside the key `form`.
/// Every value can be overruled by the environment (HAILONG_BASE_URL, …); secrets stand only there.
package struct ServerSettings: Hashable, Sendable {
    /// The address to listen on; 127.0.0.1 when a web server stands in front.
    package var host: String
    /// 1..65535.
    package var port: Int
    /// The address that is printed on the cards, without a slash at the end: "https://danhgia.longkhanh.example.vn".
    /// Nil: made of host and port, good for a trial at one's own desk only.
    package var baseURL: String?
    /// The sender of alerts.
    package var mailFrom: MailAddress
    /// Roles that sign in with a second step, in the order of `Role`.
    package var secondFactorRequired: [Role]

    package init(
        host: String = "127.0.0.1", port: Int = 8080, baseURL: String? = nil,
        mailFrom: MailAddress = MailAddress(name: "Hài Lòng", address: "hailong@example.vn"),
        secondFactorRequired: [Role] = []
    ) {
        self.host = host
        self.port = port
        self.baseURL = baseURL
        self.mailFrom = mailFrom
        self.secondFactorRequired = secondFactorRequired
    }

    /// What cards and mails print.
    package var address: String { baseURL ?? "http://\(host):\(port)" }
}
