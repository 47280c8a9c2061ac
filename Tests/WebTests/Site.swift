import Feedback
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Storage
import TestSupport
import Web

/// The whole web side over a store of its own, asked without a socket.
struct Site: Sendable {
    let fixture: Fixture
    let website: Website
    let door: FrontDoor

    init(
        baseURL: String = "https://danhgia.example", limits: CommitLimits = CommitLimits(),
        change: (inout WebSettings) -> Void = { _ in }
    ) async throws {
        fixture = try await Fixture(limits: limits)
        var settings = WebSettings(baseURL: baseURL)
        change(&settings)
        website = Website(
            store: fixture.store, secrets: fixture.secrets, world: fixture.world, settings: settings,
            logger: Self.silent)
        door = website.responder()
    }

    /// The program after a restart: the same data, nothing in memory.
    func restarted() -> Site {
        Site(
            fixture: fixture,
            website: Website(
                store: fixture.store, secrets: fixture.secrets, world: fixture.world, settings: website.settings,
                logger: Self.silent))
    }

    private init(fixture: Fixture, website: Website) {
        self.fixture = fixture
        self.website = website
        door = website.responder()
    }

    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Asks as a browser does.
    /// - Parameter host: nil: the request names none.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, body: String? = nil, headers: [String: String] = [:],
        host: String? = "danhgia.example"
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields.append(.init(name: name, value: value)) }
        }
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: host, path: path, headerFields: fields),
            body: RequestBody(buffer: ByteBuffer(string: body ?? "")))
        let context = PublicContext(source: .init(channel: NIOAsyncTestingChannel(), logger: Self.silent))
        let response = try await door.respond(to: request, context: context)
        let kept = Kept()
        try await response.body.write(kept)
        return Answer(status: response.status.code, headers: response.headers, body: await kept.bytes.all)
    }

    func get(_ path: String, as staff: Staff? = nil, headers: [String: String] = [:]) async throws -> Answer {
        try await ask(.get, path, headers: headers.merging(staff?.headers ?? [:]) { given, _ in given })
    }

    func post(
        _ path: String, _ body: String, as staff: Staff? = nil, headers: [String: String] = [:]
    ) async throws -> Answer {
        let form = ["Content-Type": "application/x-www-form-urlencoded"].merging(staff?.headers ?? [:]) { _, new in new
        }
        return try await ask(.post, path, body: body, headers: form.merging(headers) { _, new in new })
    }

    /// Somebody who signed in, past the password.
    func staff(_ role: Role, over unit: ID<Feedback.Unit>? = nil) async throws -> Staff {
        let email = "\(role.rawValue.lowercased())-\(unit?.rawValue ?? "all")@longkhanh.example"
        let cookie = website.settings.sessionCookie
        return try await fixture.store.write(as: .system) { tx in
            let known = try tx.user(email: email)?.id
            let user =
                try known
                ?? tx.insertUser(User(id: 0, name: role.words, email: email, grants: [Grant(role: role, unit: unit)]))
            let signedIn = try tx.signIn(user)
            return Staff(
                user: user, headers: ["Cookie": "\(cookie)=\(signedIn.token.text)"],
                formToken: signedIn.session.formToken)
        }
    }
}

struct Staff: Sendable {
    let user: Int64
    let headers: [String: String]
    let formToken: String
}

struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: ByteBuffer

    var text: String { String(buffer: body) }
    var location: String? { headers[.location] }
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    /// The value of an input of the page.
    func value(of name: String) -> String? {
        guard let start = text.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return text[start.upperBound...].split(separator: "\"", maxSplits: 1, omittingEmptySubsequences: false).first
            .map(String.init)
    }
}

/// Takes what a response writes.
private struct Kept: ResponseBodyWriter {
    actor Bytes {
        var all = ByteBuffer()
        func add(_ bytes: ByteBuffer) { all.writeImmutableBuffer(bytes) }
    }

    let bytes = Bytes()

    mutating func write(_ buffer: ByteBuffer) async throws { await bytes.add(buffer) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
