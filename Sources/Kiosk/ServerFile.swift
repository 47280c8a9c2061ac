import Feedback
import Foundation

/// `server.yaml`: how the form behaves, and what the machine needs.
struct ServerFile {
    let form: FormSettings
    let settings: ServerSettings

    init(_ keys: Keys) {
        form =
            keys.required("form")?.keys(FormSettings.init) ?? FormSettings(questionnaire: ID(""))
        let listen = keys.optional("listen")?.keys { (host: $0.optionalText("host"), port: $0.port("port")) }
        let standard = ServerSettings()
        settings = ServerSettings(
            host: listen?.host ?? standard.host, port: listen?.port ?? standard.port,
            baseURL: keys.address("baseURL"),
            mailFrom: keys.optional("mail")?.keys { $0.required("from")?.keys(MailAddress.init) } ?? standard.mailFrom,
            secondFactorRequired: keys.roles("secondFactorRequired"))
    }
}

extension FormSettings {
    init(_ keys: Keys) {
        self.init(
            questionnaire: keys.reference("questionnaire", to: .questionnaire),
            phoneRequired: keys.yesOrNo("phoneRequired", default: true), opens: keys.optionalDay("opens"),
            closes: keys.optionalDay("closes"))
        keys.checkOrder(opens, "closes", closes)
    }
}

extension MailAddress {
    init(_ keys: Keys) { self.init(name: keys.text("name"), address: keys.email("address")) }
}

extension Keys {
    /// Each once, in the order of `Role`, so that a folder that is written again stays as it was.
    fileprivate func roles(_ name: String) -> [Role] {
        var seen: Set<Role> = []
        let roles = list(name, required: false) { reader -> Role? in
            guard let role: Role = reader.choice() else { return nil }
            if !seen.insert(role).inserted { reader.fault("vai trò “\(role.rawValue)” ghi hai lần") }
            return role
        }
        return Role.allCases.filter(roles.contains)
    }

    fileprivate func port(_ name: String) -> Int? { optional(name)?.whole(in: 1...65_535) }

    /// An address that can be printed: http or https, a host, no path, no slash at the end.
    fileprivate func address(_ name: String) -> String? {
        guard let reader = optional(name) else { return nil }
        let text = reader.text()
        guard !text.isEmpty else { return nil }
        let url = URLComponents(string: text)
        let isGood =
            ["http", "https"].contains(url?.scheme) && url?.host.map { !$0.isEmpty } ?? false && url?.path == ""
            && url?.query == nil && url?.fragment == nil && url?.user == nil
        if !isGood {
            reader.fault("cần địa chỉ đầy đủ, không có dấu gạch chéo cuối, ví dụ https://danhgia.longkhanh.example.vn")
        }
        return text
    }
}
