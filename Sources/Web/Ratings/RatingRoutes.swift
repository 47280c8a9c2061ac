import Feedback
import Foundation
import HTTPTypes
import Hummingbird
import Metrics
import Pages

extension Website {
    func addRatings(to routes: inout Routes) {
        for path in RatingDesk.paths {
            routes.get(path, use: desk.open)
            routes.post(path, use: desk.take)
        }
    }
}

/// The rating form of a desk: opened by scanning its code, taken when it is sent.
struct RatingDesk: Sendable {
    let store: any Store
    let secrets: Secrets
    let world: any World
    let limits: WebLimits
    let answers: Answers
    let requests: RequestCounts
    let submissions: SubmissionCounts
    let pages: RatingPageCache

    /// The form at once, when this desk's was drawn today. What is unusual in any way goes the long way.
    @Sendable func ready(_ request: HTTPRequest) -> ReadyPage? {
        guard request.method == .get, request.authority != nil, let path = request.path,
            let route = Self.paths.first(where: { path.utf8.starts(with: $0.utf8.prefix(3)) }),
            !request.headerFields.contains(where: Self.isUnusual)
        else { return nil }
        let now = world.now()
        guard let page = pages.drawn(String(path.dropFirst(3)), directory: store.directory, now: now) else {
            return nil
        }
        requests.count(route, .ok)
        return page.ready(
            visitToken: token(for: page.code, now), takesGzip: request.headerFields.takeGzip, at: now)
    }

    static let paths = ["/q/{code}", "/Q/{code}"]
    /// A second host, a line to be closed, a body.
    private static func isUnusual(_ field: HTTPField) -> Bool {
        switch field.name {
        case .connection: field.value.lowercased() != "keep-alive"
        case .secondHost, .contentLength, .transferEncoding, .expect: true
        default: false
        }
    }

    /// Shows the form. Sets no cookie and writes nothing but the count of openings, a minute later: link previews fetch
    /// addresses too.
    @Sendable func open(_ request: Request, _ context: PublicContext) async throws -> Response {
        let now = world.now()
        let page = try pages.page(context.parameters.get("code") ?? "", directory: store.directory, now: now)
        return page.response(
            visitToken: token(for: page.code, now), takesGzip: request.headers.takeGzip,
            isOpening: request.method == .get)
    }

    /// Stores what was sent and leads to the receipt; a form that cannot be taken comes back with everything in it.
    @Sendable func take(_ request: Request, _ context: PublicContext) async throws -> Response {
        guard let code = DeskCode(context.parameters.get("code") ?? "") else { throw Refusal.notFound }
        let form = try await request.form(limits)
        do {
            let rating = try await keep(form, code)
            submissions.taken.increment()
            return answers.see("/r/\(rating.receipt)")
        } catch let refusal as Refusal {
            submissions.refused.increment()
            return try again(form, code, refusal)
        }
    }

    private func keep(_ form: FormFields, _ code: DeskCode) async throws -> Rating {
        let submission = try Submission(
            form: form, code: code, directory: store.directory, secrets: secrets, now: world.now())
        return try await store.write(as: .citizen) { try $0.submit(submission) }
    }

    /// The form again, for what a person can mend or must repeat. Whatever else goes on as it is.
    private func again(_ form: FormFields, _ code: DeskCode, _ refusal: Refusal) throws -> Response {
        let now = world.now()
        var problems = FormProblems()
        var token = form["visit"] ?? ""
        switch refusal {
        case .invalid(let found): problems = found
        // The same token: what is still on its way may arrive after all, and must not count twice.
        case .busy: break
        case .alreadySent, .forgedVisit: token = self.token(for: code, now)
        default: throw refusal
        }
        let page = try RatingPage(
            code: code, directory: store.directory, day: LocalDay(now), half: DayHalf(now), visitToken: token,
            typed: form, problems: problems, notice: RatingPage.notice(for: refusal) ?? Self.notice(for: refusal))
        return try answers.citizen(page, status: refusal.status).refusing(refusal)
    }

    private static func notice(for refusal: Refusal) -> String? {
        guard refusal == .alreadySent else { return nil }
        return """
            Trang này đã được gửi một lần, với nội dung khác. Những gì Ông/Bà vừa viết vẫn còn ở dưới. Muốn thay đánh \
            giá trước, xin bấm Gửi lần nữa, với cùng số điện thoại.
            """
    }

    private func token(for code: DeskCode, _ now: Date) -> String {
        Visit(openedAt: now, nonce: world.random(16)).token(for: code, secrets: secrets)
    }
}

extension HTTPFields {
    /// Whether the client takes gzip. `gzip;q=0`, which no browser sends, is not understood.
    fileprivate var takeGzip: Bool {
        contains { $0.name == .acceptEncoding && $0.value.utf8.contains(word: Self.gzip) }
    }

    private static let gzip = Array("gzip".utf8)
}

extension Collection<UInt8> {
    /// Without Foundation's search: this runs for every page.
    fileprivate func contains(word: [UInt8]) -> Bool {
        var rest = self[...]
        while rest.count >= word.count {
            if rest.starts(with: word) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
