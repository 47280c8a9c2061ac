import ArgumentParser
import Configuration
import Feedback
import Foundation
import Kiosk
import Storage

/// Options that every command understands. What is not given comes from the environment, then from `server.yaml`.
struct FolderOptions: ParsableArguments {
    @Option(help: "Thư mục cấu hình (HAILONG_CONFIG; mặc định: kiosk-config).")
    var config: String?

    @Option(help: "Thư mục dữ liệu (HAILONG_DATA; mặc định: data).")
    var data: String?

    var configFolder: URL {
        URL(filePath: config ?? Environment.text("config") ?? "kiosk-config", directoryHint: .isDirectory)
    }

    var dataFolder: DataFolder {
        DataFolder(url: URL(filePath: data ?? Environment.text("data") ?? "data", directoryHint: .isDirectory))
    }
}

/// The environment: HAILONG_BASE_URL is asked for as "base.url".
enum Environment {
    private static let reader = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "hailong")

    static func text(_ key: ConfigKey) -> String? {
        reader.string(forKey: key, isSecret: true).flatMap { $0.isEmpty ? nil : $0 }
    }

    static func text(_ key: Name) -> String? { text(ConfigKey(key.rawValue)) }

    /// The first line of the file that a variable names: how systemd hands over a credential.
    static func secret(in key: ConfigKey) throws -> String? {
        guard let path = text(key) else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ValidationError("Không đọc được \(path).")
        }
        return text.split(whereSeparator: \.isNewline).first.map(String.init)
    }

    enum Name: String {
        case masterKeyFile = "master.key.file"
        case publicFolder = "public"
    }

    static func number(_ key: ConfigKey) -> Int? { reader.int(forKey: key) }
}

/// How a server runs, put together from options, environment and `server.yaml`.
struct ServerOptions {
    let host: String
    let port: Int
    let baseURL: String
    let smtpURL: String?
    let mailFrom: MailAddress
    let durability: SQLiteStore.Durability
    let limits: CommitLimits
    /// Whether a proxy that sets X-Forwarded-For stands in front (HAILONG_BEHIND_PROXY=true).
    let isBehindProxy: Bool
    /// Roles that sign in with a second step.
    let secondFactorRequired: Set<Role>

    init(_ settings: ServerSettings, host: String?, port: Int?) throws {
        let host = host ?? Environment.text("host") ?? settings.host
        let port = port ?? Environment.number("port") ?? settings.port
        let isOverruled = host != settings.host || port != settings.port
        let configured = isOverruled && settings.baseURL == nil ? nil : settings.baseURL
        self.host = host
        self.port = port
        baseURL = (Environment.text("base.url") ?? configured ?? "http://\(host):\(port)").trimmedSlash
        smtpURL = try Environment.text("smtp.url") ?? Environment.secret(in: "smtp.url.file")
        mailFrom =
            Environment.text("mail.from").map { MailAddress(name: settings.mailFrom.name, address: $0) }
            ?? settings.mailFrom
        guard EmailAddress.isValid(mailFrom.address) else {
            throw ValidationError("HAILONG_MAIL_FROM không phải là địa chỉ thư. Ví dụ: hailong@longkhanh.gov.vn")
        }
        durability = Environment.text("unsafe.synchronous") == "NORMAL" ? .unsafeNormal : .full
        secondFactorRequired = Set(settings.secondFactorRequired)
        isBehindProxy = Environment.text("behind.proxy") == "true"
        limits = CommitLimits(
            largestGroup: Environment.number("commit.group") ?? CommitLimits().largestGroup,
            longestQueue: Environment.number("queue.limit") ?? CommitLimits().longestQueue)
    }
}

extension String {
    fileprivate var trimmedSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
