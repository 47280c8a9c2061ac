import Feedback
import Foundation

/// One sign-in for each role of the demo. The passwords come from the master key, so every start prints the same ones
/// and nobody else's demo has them.
struct DemoPeople {
    struct Person {
        let name: String
        let email: String
        let role: Role
        let unit: ID<Feedback.Unit>?
        let official: ID<Official>?
        let password: String
    }

    /// The desk whose form the demo points at: Đất đai 1, one of the two that are rated badly.
    static let shownDesk: ID<Desk> = "Q02"
    /// Others who act on cases, named as in organization.yaml; their sign-ins are not printed.
    private static let furtherHeads: [(name: String, login: String, unit: ID<Feedback.Unit>)] = [
        ("Lê Thị Kim Trang", "bautram", "xa-bau-tram"), ("Lâm Văn Tuấn", "tuphap", "phong-tu-phap"),
        ("Đinh Ngọc Oanh", "xuanhoa", "phuong-xuan-hoa"), ("Lê Thị Thanh Thảo", "baovinh", "phuong-bao-vinh"),
    ]
    /// The unit of the demo's head: the one that the shown desk's officials come from.
    static let headUnit: ID<Feedback.Unit> = "chi-nhanh-dat-dai"

    /// One for each role.
    let shown: [Person]
    private let further: [Person]

    init(secrets: Secrets) {
        func person(
            _ name: String, _ login: String, _ role: Role, _ unit: ID<Feedback.Unit>? = nil,
            _ official: ID<Official>? = nil
        ) -> Person {
            let code = Crockford.code(12, from: secrets.contentDigest(Array("demo \(login)".utf8)))
            let password = "\(code.prefix(4))-\(code.dropFirst(4).prefix(4))-\(code.suffix(4))"
            return Person(
                name: name, email: "\(login)@longkhanh.example.vn", role: role, unit: unit, official: official,
                password: password)
        }
        shown = [
            person("Lê Quản Trị", "quantri", .administrator), person("Trịnh Thị Kim Hương", "noivu", .homeAffairs),
            person("Nguyễn Hải Đăng", "lanhdao", .leadership),
            person("Huỳnh Minh Phong", "datdai", .head, Self.headUnit),
            person("Phan Thị Mỹ Lệ", "motcua", .oneStopLead, "mot-cua"),
            person("Trần Thị Bích Châu", "bichchau", .official, Self.headUnit, "tran-thi-bich-chau"),
            person("Đỗ Minh Thư", "nhapphieu", .paperEntry), person("Vũ Quốc Khánh", "dieutra", .interviewer),
            person("Tạ Thu Uyên", "phuctra", .verifier), person("Lương Hữu Nghĩa", "giamsat", .supervisor),
            person("Cao Thị Ngọc Bích", "dulieu", .dataProtection),
        ]
        further = Self.furtherHeads.map { person($0.name, $0.login, .head, $0.unit) }
    }

    /// Those whose unit and official the folder has: a demo can be given another city.
    func shown(in directory: Directory) -> [Person] { Self.known(shown, in: directory) }

    private static func known(_ people: [Person], in directory: Directory) -> [Person] {
        people.filter { person in
            person.unit.map { directory.unit($0) != nil } ?? true
                && person.official.map { directory.official($0) != nil } ?? true
        }
    }

    /// Makes the accounts that are not there yet.
    func insert(into store: any Store) async throws {
        for person in Self.known(shown + further, in: store.directory) {
            let isThere = try await store.read { [email = person.email] in try $0.user(email: email) != nil }
            guard !isThere else { continue }
            let salt = RealWorld().random(16)
            let hash = try PasswordHash(password: person.password, salt: salt)
            let user = User(
                id: 0, name: person.name, email: person.email, password: hash,
                grants: [Grant(role: person.role, unit: person.unit, official: person.official)])
            try await store.write(as: .system) { tx in
                let id = try tx.insertUser(user)
                try tx.log(.userInvited, about: "user:\(id)")
            }
        }
    }
}
