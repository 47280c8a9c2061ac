import Feedback
import Foundation
import TestSupport
import Testing

@Suite("What people are told has versions that never change")
struct NoticeTests {
    private static let words = NoticeText(short: "Lời báo mới", consent: "Đồng ý gọi lại", full: "Gửi {cơ quan}")

    @Test("The first version is the program's own words, published with the configuration")
    func first() async throws {
        let city = try await Fixture()
        let notice = try #require(city.directory.notices.first)
        #expect(city.directory.notices.count == 1)
        #expect(notice.text.full.contains("UBND thành phố Long Khánh") && !notice.text.full.contains("{"))
        #expect(notice.hash == notice.text.hash && notice.hash.count == 64)
        #expect(notice.name == "2026-11-20-\(notice.hash.prefix(8))")
        #expect(try await city.journal().contains { $0.kind == "notice.published" && $0.details == notice.name })
        // The same words again are no new version.
        try await city.store.write(as: .system) { try $0.apply(.longKhanh) }
        #expect(city.directory.notices.count == 1)
    }

    @Test("Other words are a new version; the old one stays as it was")
    func changed() async throws {
        let city = try await Fixture()
        let first = try #require(city.directory.notices.first)
        city.world.advance(days: 1)
        try await city.store.write(as: .user(1)) { try $0.publishNotice(Self.words) }
        #expect(city.directory.notices.count == 2 && city.directory.notices.first == first)
        #expect(city.directory.noticeText.full == "Gửi UBND thành phố Long Khánh")
        #expect(try await city.store.read { try $0.privacyNotices() } == city.directory.notices)
    }

    @Test("A changed name or period is a new version in the office's own words")
    func renewed() async throws {
        let city = try await Fixture()
        try await city.store.write(as: .system) { try $0.keep(.phone, days: 60) }
        #expect(city.directory.noticeText.full.contains("60 ngày"))
        try await city.store.write(as: .user(1)) { try $0.publishNotice(Self.words) }
        var renamed = KioskConfiguration.longKhanh
        renamed.authority.name = "UBND phường Long Khánh"
        try await city.store.write(as: .system) { [renamed] in try $0.apply(renamed) }
        #expect(city.directory.notices.count == 4)
        #expect(city.directory.noticeText.full == "Gửi UBND phường Long Khánh")
        // Nothing that is not read has changed: no new version.
        try await city.store.write(as: .system) { try $0.keep(.reveal, days: 400) }
        #expect(city.directory.notices.count == 4)
    }

    @Test("A rating says which version stood on its page, and with it which consent was given")
    func rated() async throws {
        let city = try await Fixture()
        let first = try await city.rate()
        #expect(first.notice == city.directory.notices.first?.id)
        city.world.advance(days: 1)
        try await city.store.write(as: .user(1)) { try $0.publishNotice(Self.words) }
        // Opened before the new words were published, sent after.
        city.world.advance(minutes: 5)
        let between = try await city.rate(openedAgo: 600)
        #expect(between.notice == first.notice)
        city.world.advance(days: 1)
        let last = try await city.rate(openedAgo: 60)
        #expect(last.notice == city.directory.notices.last?.id && last.notice != first.notice)
        #expect(try await city.store.read { try $0.rating(receipt: last.receipt) }?.notice == last.notice)
    }

    @Test(
        "What is empty, too long or names a blank that is none is not published",
        arguments: [
            ("short", NoticeText(short: " ", consent: "a", full: "b")),
            ("consent", NoticeText(short: "a", consent: String(repeating: "x", count: 201), full: "b")),
            ("full", NoticeText(short: "a", consent: "b", full: "Gọi {số nào đó}")),
        ])
    func refused(_ field: String, _ text: NoticeText) async throws {
        let city = try await Fixture()
        let refusal = await #expect(throws: Refusal.self) {
            try await city.store.write(as: .user(1)) { try $0.publishNotice(text) }
        }
        guard case .invalid(let problems) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(problems.problems.map(\.field) == [field])
        #expect(city.directory.notices.count == 1)
    }
}
