import Feedback
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// Guessing is slow, and whoever guesses keeps nobody out for good.
struct SignInLimitsTests {
    private let limits = SignInLimits()
    private let now = Date.fridayMorning

    private func isAdmitted(
        _ account: String = "phuc", from address: String, in browser: String? = nil, after seconds: Double
    ) -> Bool {
        let attempt = SignInLimits.Try(account: account, address: address, browser: browser)
        return (try? limits.admit(attempt, now: now.addingTimeInterval(seconds))) != nil
    }

    @Test("One who guesses gets ten tries an hour, and after the third waits longer each time")
    func oneVisitor() {
        let looked = (0..<3_600).filter { isAdmitted(from: "bot", after: Double($0)) }
        #expect(looked.count == 10)
        let pauses = zip(looked.dropFirst(), looked).map { $0 - $1 }
        #expect(Array(pauses.prefix(2)) == [1, 1])
        #expect(zip(pauses.dropFirst(2), pauses.dropFirst(1)).allSatisfy { $0 > $1 })
    }

    @Test("A thousand addresses together get thirty tries an hour for an account")
    func manyVisitors() {
        let looked = (0..<3_600).count { isAdmitted(from: "bot \($0 % 1_000)", after: Double($0)) }
        #expect(looked == 30)
        #expect((3_600..<7_200).count { isAdmitted(from: "bot \($0 % 1_000)", after: Double($0)) } <= 30)
    }

    @Test("The owner at another address gets in while one address hammers the account")
    func anotherAddress() {
        for second in 0..<3_600 { _ = isAdmitted(from: "bot", after: Double(second)) }
        #expect(isAdmitted(from: "phone of the owner", after: 3_600))
    }

    @Test("A known address and a known browser get in while all the world hammers the account")
    func known() {
        limits.succeeded(SignInLimits.Try(account: "phuc", address: "home"))
        for second in 0..<3_600 { _ = isAdmitted(from: "bot \(second % 1_000)", after: Double(second)) }
        #expect(!isAdmitted(from: "a new place", after: 3_599))
        #expect(isAdmitted(from: "home", after: 3_599))
        #expect(isAdmitted(from: "a new place", in: "laptop", after: 3_599))
        // Nobody is out for good: an hour later there is room again.
        #expect((3_600..<3_700).contains { isAdmitted(from: "a new place", after: Double($0 * 2)) })
    }

    @Test("A known browser gets in from the very office where somebody hammers, and cannot guess without end itself")
    func sameAddress() {
        for second in 0..<300 { _ = isAdmitted("user \(second)", from: "office", after: Double(second)) }
        #expect(!isAdmitted("hanh", from: "office", after: 299))
        #expect(isAdmitted("phuc", from: "office", in: "laptop", after: 299))
        #expect((300..<3_600).count { isAdmitted("phuc", from: "office", in: "laptop", after: Double($0)) } == 9)
    }

    @Test("Twenty-five tries in five minutes from one address, whatever the accounts")
    func oneAddress() {
        #expect((0..<100).count { isAdmitted("user \($0)", from: "one", after: 0) } == 25)
        #expect(isAdmitted("user 1", from: "one", after: 301))
    }

    @Test("Whoever signs in is no guesser: an office of sixty comes in at half past seven")
    func office() {
        for person in 0..<60 {
            #expect(isAdmitted("user \(person)", from: "office", after: Double(person)))
            limits.succeeded(SignInLimits.Try(account: "user \(person)", address: "office"))
        }
    }

    @Test("Tries of a hundred thousand strangers do not fill the memory")
    func bounded() {
        for stranger in 0..<100_000 {
            _ = isAdmitted("user \(stranger)", from: "bot \(stranger)", after: Double(stranger) / 100)
        }
        #expect(limits.rememberedNow <= 3 * SignInLimits.remembered)
    }

    @Test("On the page: the browser that signed in yesterday still does while bots hold the account, the bots do not")
    func page() async throws {
        let site = try await SignInTests.site { $0.isBehindProxy = true }
        let token = try await SignInTests.token(site)
        let first = try await site.post(
            "/office/login", SignInTests.form(token), headers: ["X-Forwarded-For": "192.0.2.1"])
        let known = try #require(first.cookies.first { $0.hasPrefix("__Secure-hailong-known=") })
        for attribute in ["Path=/office/login", "HttpOnly", "Secure", "SameSite=Lax", "Max-Age=15552000"] {
            #expect(known.contains(attribute))
        }
        #expect(!known.contains("phuc"))
        // A restart forgets addresses; the browser carries its mark.
        let site2 = site.restarted()
        for bot in 0..<40 {
            _ = try await site2.post(
                "/office/login", SignInTests.form(token, password: "doan mo thoi ma"),
                headers: ["X-Forwarded-For": "198.51.100.\(bot)"])
        }
        let stranger = ["X-Forwarded-For": "203.0.113.9"]
        #expect(try await site2.post("/office/login", SignInTests.form(token), headers: stranger).status == 429)
        let mark = String(known.prefix { $0 != ";" })
        let owner = try await site2.post(
            "/office/login", SignInTests.form(token), headers: stranger.merging(["Cookie": mark]) { $1 })
        #expect(owner.status == 303)
        // The mark of one account is worth nothing for another.
        let other = try await site2.post(
            "/office/login", SignInTests.form(token, email: Cast.hanh.email),
            headers: stranger.merging(["Cookie": mark]) { $1 })
        #expect(other.status == 422)
    }

    @Test("A fresh link from the administrator opens the door whatever goes on outside")
    func link() async throws {
        let site = try await SignInTests.site { $0.isBehindProxy = true }
        let token = try await SignInTests.token(site)
        for bot in 0..<40 {
            _ = try await site.post(
                "/office/login", SignInTests.form(token, password: "doan mo thoi ma"),
                headers: ["X-Forwarded-For": "198.51.100.\(bot)"])
        }
        let link = try await site.fixture.store.write(as: .system) { try $0.inviteAgain(1) }
        let path = "/office/welcome/\(link.text)", here = ["X-Forwarded-For": "203.0.113.9"]
        let form = TypedForm([("token", token), ("password", SignInTests.password)])
        let welcomed = try await site.post(path, form.body, headers: here)
        let mark = try #require(welcomed.cookies.first).prefix { $0 != ";" }
        let answer = try await site.post(
            "/office/login", SignInTests.form(token), headers: here.merging(["Cookie": String(mark)]) { $1 })
        #expect(answer.status == 303)
    }
}

extension Answer {
    /// Each Set-Cookie by itself.
    var cookies: [String] { headers[values: .setCookie] }

    /// What a browser would send back, without the cookies that were taken away.
    var cookieHeader: String {
        cookies.filter { !$0.contains("Max-Age=0") }.map { String($0.prefix { $0 != ";" }) }.joined(separator: "; ")
    }
}
