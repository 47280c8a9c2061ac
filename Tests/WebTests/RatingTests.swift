import Feedback
import Foundation
import HTTPTypes
import NIOCore
import Storage
import TestSupport
import Testing

/// What a citizen meets behind the code of a desk.
struct RatingTests {
    @Test("The page shows the desk and the official on duty, and asking for it leaves nothing behind")
    func page() async throws {
        let site = try await Site()
        let before = try await site.fixture.journal().count
        let answer = try await site.get("/q/\(site.fixture.code(of: "q03"))")
        #expect(answer.status == 200)
        #expect(answer.text.contains(Cast.minh.name))
        #expect(answer.text.contains("Quầy 3"))
        #expect(answer.headers[.setCookie] == nil)
        #expect(answer.headers[.cacheControl] == "private, no-cache")
        #expect(try await site.fixture.journal().count == before)
    }

    @Test("A code works in any case, with O for 0 and l for 1, under /q and /Q")
    func spelling() async throws {
        let site = try await Site()
        let code = try site.fixture.code(of: "q03").rawValue
        let confused = code.replacing("0", with: "O").replacing("1", with: "l")
        for path in ["/q/\(code)", "/Q/\(code)", "/q/\(code.lowercased())", "/q/\(confused)"] {
            #expect(try await site.get(path).status == 200, "\(path)")
        }
    }

    @Test("Every opening has a visit of its own")
    func visits() async throws {
        let site = try await Site()
        let path = "/q/\(try site.fixture.code(of: "q03"))"
        var tokens: Set<String?> = []
        for _ in 0..<20 { tokens.insert(try await site.get(path).value(of: "visit")) }
        #expect(tokens.count == 20)
        #expect(!tokens.contains(nil))
    }

    @Test("The page changes when the day does, and when the configuration does")
    func freshness() async throws {
        let site = try await Site()
        let path = "/q/\(try site.fixture.code(of: "q03"))"
        #expect(try await site.get(path).text.contains(Cast.minh.name))
        var configuration = site.fixture.directory.configuration
        configuration.postings[0].to = site.fixture.today
        let changed = configuration
        try await site.fixture.store.write(as: .system) { try $0.apply(changed) }
        #expect(try await site.get(path).text.contains(Cast.minh.name))
        site.fixture.world.advance(days: 1)
        #expect(!(try await site.get(path).text.contains(Cast.minh.name)))
    }

    @Test("HEAD tells the length and sends nothing")
    func head() async throws {
        let site = try await Site()
        let path = "/q/\(try site.fixture.code(of: "q03"))"
        let answer = try await site.ask(.head, path)
        #expect(answer.status == 200)
        #expect(answer.body.readableBytes == 0)
        let page = try await site.get(path)
        #expect(answer.headers[.contentLength] == String(page.body.readableBytes))
    }

    @Test("Who takes gzip gets it, five kilobytes at most")
    func gzip() async throws {
        let site = try await Site()
        let path = "/q/\(try site.fixture.code(of: "q03"))"
        let answer = try await site.get(path, headers: ["Accept-Encoding": "br, gzip"])
        #expect(answer.headers[.contentEncoding] == "gzip")
        #expect(answer.body.readableBytes <= 5 * 1_024)
        #expect(answer.headers[.contentLength] == String(answer.body.readableBytes))
        #expect(answer.headers[.vary] == "Accept-Encoding")
    }

    @Test("A rating leads to its receipt; sending the same page again to the same one")
    func rate() async throws {
        let site = try await Site()
        let path = "/q/\(try site.fixture.code(of: "q03"))"
        let body = try site.fixture.form(level: .dissatisfied).body
        let first = try await site.post(path, body)
        #expect(first.status == 303)
        let receipt = try #require(first.location)
        #expect(try await site.post(path, body).location == receipt)
        let page = try await site.get(receipt)
        #expect(page.status == 200)
        #expect(!page.text.contains("0950"))
        #expect(try await site.get(receipt.lowercased()).status == 200)
        #expect(try await site.fixture.ratings().count == 1)
    }

    @Test("What a person can mend comes back with everything that was typed")
    func mend() async throws {
        let site = try await Site()
        let path = "/q/\(try site.fixture.code(of: "q03"))"
        let form = try site.fixture.form(phone: "0912", comment: "Chờ <lâu> “quá”", reasons: [.late])
        let answer = try await site.post(path, form.body)
        #expect(answer.status == 422)
        #expect(answer.text.contains("Số điện thoại chưa đúng. Ví dụ: 0912 345 678"))
        #expect(answer.text.contains("Chờ &lt;lâu&gt; “quá”"))
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.value(of: "visit") == (try form.read()["visit"]))
        #expect(try await site.fixture.ratings().isEmpty)
    }

    @Test("The same page with other words is not stored, keeps them, and gets a fresh visit")
    func alreadySent() async throws {
        let site = try await Site()
        let path = "/q/\(try site.fixture.code(of: "q03"))"
        let nonce = site.fixture.world.random(16)
        _ = try await site.post(path, try site.fixture.form(nonce: nonce).body)
        let other = try site.fixture.form(comment: "Viết lại", nonce: nonce)
        let answer = try await site.post(path, other.body)
        #expect(answer.status == 422)
        #expect(answer.text.contains("Viết lại"))
        #expect(answer.text.contains("đã được gửi"))
        #expect(answer.value(of: "visit") != (try other.read()["visit"]))
        #expect(try await site.fixture.ratings().count == 1)
    }

    @Test("A forged visit is refused, and what was typed is kept under a good one")
    func forged() async throws {
        let site = try await Site()
        let path = "/q/\(try site.fixture.code(of: "q03"))"
        var form = try site.fixture.form(comment: "Xin giữ lại")
        form.fields[0].value = String(repeating: "x", count: 48)
        let answer = try await site.post(path, form.body)
        #expect(answer.status == 400)
        #expect(answer.text.contains("Xin giữ lại"))
        form.fields[0].value = try #require(answer.value(of: "visit"))
        #expect(try await site.post(path, form.body).status == 303)
    }

    @Test("A full queue says when to come back and keeps the page, visit and all", .timeLimit(.minutes(1)))
    func busy() async throws {
        let site = try await Site(limits: CommitLimits(largestGroup: 1, longestQueue: 1))
        let path = "/q/\(try site.fixture.code(of: "q03"))"
        let form = try site.fixture.form(comment: "Đông quá")
        let gate = DispatchSemaphore(value: 0)
        let (begun, hasBegun) = AsyncStream.makeStream(of: Void.self)
        let holds = Task {
            try await site.fixture.store.write(as: .system) { _ in
                hasBegun.yield()
                gate.wait()
            }
        }
        for await _ in begun { break }
        // Of three more, one may wait; as soon as another is refused the queue is full.
        let (full, isFull) = AsyncStream.makeStream(of: Void.self)
        let wait = Task {
            await withTaskGroup { group in
                for _ in 0..<3 {
                    group.addTask {
                        do { try await site.fixture.store.write(as: .system) { _ in } } catch { isFull.yield() }
                    }
                }
            }
        }
        for await _ in full { break }
        let answer = try await site.post(path, form.body)
        gate.signal()
        try await holds.value
        await wait.value
        #expect(answer.status == 503)
        #expect(answer.header("Retry-After").flatMap { Int($0) } ?? 0 >= 1)
        #expect(answer.text.contains("Đông quá"))
        #expect(answer.value(of: "visit") == (try form.read()["visit"]))
        #expect(try await site.post(path, form.body).status == 303)
    }

    @Test(
        "What no honest page sends is refused with its status",
        arguments: [
            ("application/json", "{}", 415), ("", "a=1", 415), ("multipart/form-data; boundary=x", "a=1", 415),
            ("application/x-www-form-urlencoded", "a=%zz", 400), ("application/x-www-form-urlencoded", "a=%ff%fe", 400),
            ("application/x-www-form-urlencoded; charset=UTF-8", "a=%00", 400),
            ("application/x-www-form-urlencoded", String(repeating: "a", count: 40_000), 413),
        ])
    func crooked(_ type: String, _ body: String, _ status: Int) async throws {
        let site = try await Site()
        let path = "/q/\(try site.fixture.code(of: "q03"))"
        let answer = try await site.post(path, body, headers: ["Content-Type": type])
        #expect(answer.status == status)
        #expect(answer.text.contains("<html lang=\"vi\""))
        #expect(try await site.fixture.ratings().isEmpty)
    }

    @Test("A withdrawn code names the desk and its new code")
    func retired() async throws {
        let site = try await Site()
        let old = try site.fixture.code(of: "q03")
        let new = try await site.fixture.store.write(as: .system) { try $0.rotateCode(of: "q03") }
        let answer = try await site.get("/q/\(old)")
        #expect(answer.status == 410)
        #expect(answer.text.contains("/q/\(new)"))
        #expect(try await site.get("/q/\(new)").status == 200)
    }

    @Test(
        "What is not there is a page in Vietnamese",
        arguments: ["/q/0000000000", "/q/x", "/q", "/q/%ff%fe", "/r/0000000000000", "/nothing", "/office/nothing", "/"])
    func unknown(_ path: String) async throws {
        let answer = try await Site().get(path)
        #expect(answer.status == 404)
        #expect(answer.text.contains("Không tìm thấy trang này"))
    }

    @Test("A request without Host, or with two, is malformed")
    func host() async throws {
        let site = try await Site()
        #expect(try await site.ask(.get, "/privacy", host: nil).status == 400)
        #expect(try await site.ask(.get, "/privacy", headers: ["Host": "other.example"]).status == 400)
        #expect(try await site.get("/privacy").status == 200)
    }
}
