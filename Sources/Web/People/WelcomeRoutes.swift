import Feedback
import Foundation
import Hummingbird
import Pages

extension Website {
    func addWelcome(to routes: inout Routes) {
        routes.get("/office/welcome/{token}") { _, context in
            let link = SecretToken(text: context.parameters.get("token") ?? "")
            return try answers.office(try await welcomePage(link))
        }
        routes.post("/office/welcome/{token}") { request, context in
            let link = SecretToken(text: context.parameters.get("token") ?? "")
            let form = try await request.form(settings.limits)
            guard request.comesFromOurPage(settings),
                secrets.admitsPageToken(form["token"] ?? "", at: world.now())
            else { throw Refusal.foreignForm }
            return try await welcome(link, password: form["password"] ?? "")
        }
    }

    private func welcome(_ link: SecretToken, password: String) async throws -> Response {
        let guest = try await guest(link)
        if let problem = PasswordRule.problem(with: password, email: guest.email) {
            return try answers.office(welcomePage(link, guest, problem), status: .unprocessableContent)
        }
        let salt = world.random(16)
        let hash = try await passwords.run { try PasswordHash(password: password, salt: salt) }
        try await store.write(as: .user(guest.id)) { try $0.welcome(link, password: hash) }
        // Whoever was given the link is who they say: their tries count for themselves from now on, so that the link
        // also helps somebody whom others keep out by guessing.
        return answers.see("/office/login", cookie: knownBrowserCookie(guest.email))
    }

    private func welcomePage(_ link: SecretToken) async throws -> WelcomePage {
        welcomePage(link, try await guest(link), nil)
    }

    private func welcomePage(_ link: SecretToken, _ guest: User, _ problem: String?) -> WelcomePage {
        WelcomePage(
            token: link.text, name: guest.name, email: guest.email, problem: problem,
            formToken: secrets.pageToken(at: world.now()), authority: store.directory.configuration.authority.name)
    }

    /// Whom the link is for.
    /// - Throws: `Refusal.spentLink`, also for a link that never was.
    private func guest(_ link: SecretToken) async throws -> User {
        let now = world.now()
        let guest = try await store.read { tx -> User? in
            guard let invitation = try tx.invitation(tokenHash: link.hash), invitation.isOpen(at: now) else {
                return nil
            }
            return try tx.user(id: invitation.user)
        }
        guard let guest else { throw Refusal.spentLink }
        return guest
    }
}
