import Feedback
import Foundation

extension OfficePreview {
    /// Signing in, people and their roles, the own account.
    static var accounts: [(name: String, page: any Page)] { signingIn + staff + own }

    private static let day = LocalDay(number: 20_778)
    private static var noon: Date { day.start.addingTimeInterval(12 * 3_600) }

    private static func days(_ count: Int) -> LocalDay { day.adding(days: count) }

    private static var signingIn: [(name: String, page: any Page)] {
        [
            ("office-sign-in", SignInPage(formToken: token, authority: authority)),
            (
                "office-sign-in-wrong",
                SignInPage(
                    email: "hanh@longkhanh.example", problem: "Địa chỉ thư hoặc mật khẩu chưa đúng.", formToken: token,
                    next: "/office/cases/123", authority: authority)
            ),
            ("office-sign-in-code", SignInCodePage(formToken: token, authority: authority)),
            (
                "office-sign-in-code-wrong",
                SignInCodePage(
                    problem: "Mã chưa đúng, đã hết giờ hoặc đã dùng.", formToken: token, next: "/office/cases/123",
                    authority: authority)
            ),
            (
                "office-welcome",
                WelcomePage(
                    token: "bGluaw", name: "Trần Thị Hạnh", email: "hanh@longkhanh.example",
                    problem: "Mật khẩu này dễ đoán. Xin chọn một câu khác.", formToken: token, authority: authority)
            ),
        ]
    }

    private static var hash: PasswordHash {
        PasswordHash(salt: [], rounds: 2, blockSize: 1, parallelism: 1, hash: [])
    }

    private static var hanh: User {
        User(
            id: 2, name: "Trần Thị Hạnh", email: "hanh@longkhanh.example", password: hash,
            grants: [
                Grant(role: .head, unit: "tu-phap", from: days(-300)), Grant(role: .oneStopLead, unit: "mot-cua"),
                Grant(role: .supervisor, from: days(10)),
            ], secondStepSince: days(-30).start)
    }

    private static var staff: [(name: String, page: any Page)] {
        var problems = FormProblems()
        problems.add("email", "Địa chỉ thư này đã có tài khoản.")
        let typed = form([("name", "Lan"), ("email", "hanh@longkhanh.example"), ("role", "head"), ("unit", "qldt")])
        let users = [
            User(id: 1, name: "Lê Văn Phúc", email: "phuc@longkhanh.example", grants: [Grant(role: .homeAffairs)]),
            hanh,
            User(id: 5, name: "Bùi Cũ", email: "cu@longkhanh.example", grants: [], closedAt: days(-9).start),
        ]
        let frame = Frame.sampleOfAdministrator(.people)
        let held = [
            Grant(role: .head, unit: "tu-phap", from: days(-300)),
            Grant(role: .oneStopLead, unit: "mot-cua", to: days(0)),
            Grant(role: .supervisor, from: days(10)), Grant(role: .verifier, from: days(-90), to: days(-60)),
            Grant(role: .paperEntry, from: days(4), to: days(-1)),
        ].enumerated().map { HeldGrant(id: Int64($0.offset + 1), grant: $0.element) }
        var mistakes = FormProblems()
        mistakes.add("unit", "Xin chọn đơn vị mà người này phụ trách.")
        return [
            ("office-people", PeoplePage(frame, users: users, on: day)),
            (
                "office-people-link",
                PeoplePage(
                    frame, users: users, on: day,
                    newLink: ("https://hailong.longkhanh.example/office/welcome/bGluaw", "Trần Thị Hạnh"))
            ),
            ("office-people-problems", PeoplePage(frame, users: users, on: day, problems: problems, typed: typed)),
            ("office-person", PersonPage(frame, user: hanh, grants: held, now: noon)),
            (
                "office-person-link",
                PersonPage(
                    frame, user: users[0], grants: [], now: noon,
                    newLink: "https://hailong.longkhanh.example/office/welcome/bGluaw")
            ),
            ("office-person-closed", PersonPage(frame, user: users[2], grants: [], now: noon)),
            (
                "office-person-problems",
                PersonPage(
                    frame, user: hanh, grants: held, now: noon, problems: mistakes,
                    typed: form([("role", "head"), ("unit", ""), ("from", "2026-12-01"), ("to", "")]))
            ),
        ]
    }

    private static var own: [(name: String, page: any Page)] {
        let frame = Frame.sampleOfHead(.account)
        var withSecondStep = frame
        withSecondStep.user = hanh
        var without = frame
        without.user.grants = []
        without.rights = Rights(of: without.user, in: frame.directory, on: day)
        let sessions = [
            session(1, "Chrome trên Windows", minutes: 90, ago: 0),
            session(2, "Safari trên iPhone", minutes: 200, ago: 25),
        ]
        var problems = FormProblems()
        problems.add("old", "Mật khẩu đang dùng chưa đúng. Chưa có gì thay đổi.")
        let offer = SecondStepOffer(
            secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
            address: "otpauth://totp/Long%20Kh%C3%A1nh:hanh%40longkhanh.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
        )
        func page(
            _ frame: Frame, codes: Int, isAsked: Bool, done: String? = nil, problems: FormProblems = FormProblems()
        ) -> AccountPage {
            AccountPage(
                frame, sessions: sessions, current: sessions[0].tokenHash, codesLeft: codes, isAsked: isAsked,
                done: done, problems: problems, now: noon)
        }
        return [
            ("office-account", page(frame, codes: 0, isAsked: false, done: "password")),
            ("office-account-asked", page(frame, codes: 0, isAsked: true)),
            ("office-account-two-steps", page(withSecondStep, codes: 2, isAsked: true, problems: problems)),
            ("office-account-no-role", page(without, codes: 0, isAsked: false)),
            ("office-account-second-step", SecondStepPage(frame, offer: offer)),
            ("office-account-second-step-wrong", SecondStepPage(frame, offer: offer, problem: "Mã chưa đúng.")),
            (
                "office-account-codes",
                RecoveryCodesPage(frame, codes: ["7K3M-Q2ZD-9XTB", "4HWN-8PVR-1GJC", "0000-1111-2222"])
            ),
        ]
    }

    private static func session(_ number: UInt8, _ device: String, minutes: Double, ago: Double) -> Session {
        Session(
            tokenHash: Array(repeating: number, count: 32), user: 2, formToken: token,
            createdAt: noon.addingTimeInterval(-60 * minutes), seenAt: noon.addingTimeInterval(-60 * ago),
            device: device)
    }

    private static func form(_ fields: [(String, String)]) -> FormFields {
        fields.reduce(into: FormFields()) { $0.set($1.0, $1.1) }
    }
}
