import Feedback
import Foundation
import TestSupport
import Testing

@Suite("Publication: a deliberate act, and what everybody reads then")
struct PublicationTests {
    /// October with ratings: twenty at desk 3, forty at desk 7, some at the ward.
    private func town(ward: Int = 4) async throws -> Site {
        let site = try await Site()
        site.fixture.world.set(.inVietNam("2026-10-14", 9, 0))
        var number = 0
        for (desk, count) in [("q03", 20), ("q07", 40), ("q09", ward)] {
            for index in 0..<count {
                number += 1
                let level: Level = index.isMultiple(of: 10) ? .neutral : .satisfied
                try await site.fixture.rate(
                    ID(desk), level: level, phone: Fixture.phone(number), comment: "Lời riêng của một người")
            }
        }
        site.fixture.world.set(.inVietNam("2026-11-03", 9, 0))
        return site
    }

    private func publish(
        _ site: Site, _ leader: Staff, reason: String = "", period: String = "2026-10"
    ) async throws -> Answer {
        let page = try await site.get("/office/publication/\(period)", as: leader)
        let digest = page.value(of: "digest") ?? ""
        return try await site.post(
            "/office/publication/\(period)",
            "token=\(leader.formToken)&digest=\(digest)&note=&reason=\(reason)", as: leader)
    }

    @Test("Nothing is public before the leadership publishes it, and only the leadership can")
    func deliberate() async throws {
        let site = try await town()
        #expect(try await site.get("/open").text.contains("Chưa có kỳ nào được công bố"))
        #expect(try await site.get("/open/2026-10").status == 404)
        for role in [Role.homeAffairs, .administrator, .head, .supervisor] {
            let staff = try await site.staff(role, over: role == .head ? "tu-phap" : nil)
            #expect(try await site.get("/office/publication/2026-10", as: staff).status == 404)
            #expect(try await publish(site, staff).status == 404)
        }
        let leader = try await site.staff(.leadership)
        let preview = try await site.get("/office/publication/2026-10/preview", as: leader)
        #expect(preview.text.contains("Bản xem trước, chưa công bố"))
        #expect(try await publish(site, leader).status == 303)
        let page = try await site.get("/open/2026-10")
        #expect(page.status == 200)
        #expect(page.header("Set-Cookie") == nil)
        #expect(page.header("Content-Length") == "\(page.text.utf8.count)")
        #expect(try await site.get("/open").text.contains("/open/2026-10"))
        // What was previewed is what people see.
        let table = try #require(
            page.text.split(separator: "<section id=\"don-vi\">").last?.split(separator: "<section id=\"cach-lam\">")
                .first)
        #expect(preview.text.contains(table))
        let lines = try await site.fixture.journal().filter { $0.kind == Entry.Kind.publicationMade.rawValue }
        #expect(lines.count == 1)
        #expect(lines.first?.subject == "publication:1")
    }

    @Test("A small unit is hidden, and with it the next smallest; no page, table or file says a word of a person")
    func small() async throws {
        let site = try await town()
        let leader = try await site.staff(.leadership)
        #expect(try await publish(site, leader).status == 303)
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(try await site.get("/open/2026-10.json").text.utf8))
                as? [String: Any])
        let units = try #require(json["units"] as? [[String: Any]])
        let states = Dictionary(
            uniqueKeysWithValues: units.compactMap { unit -> (String, String)? in
                guard let id = unit["id"] as? String, let figure = unit["figure"] as? [String: Any],
                    let state = figure["state"] as? String
                else { return nil }
                return (id, state)
            })
        #expect(states == ["noi-vu": "empty", "tu-phap": "hidden", "dat-dai": "shown", "xuan-hoa": "hidden"])
        let whole = try #require(json["whole"] as? [String: Any])
        #expect(whole["ratings"] as? Int == 64)
        for path in ["", ".json", ".csv", "/tu-phap", "/dat-dai", "/xuan-hoa"] {
            let answer = try await site.get("/open/2026-10\(path)")
            #expect(answer.status == 200, "\(path)")
            #expect(!answer.text.contains("Lời riêng"), "\(path)")
            #expect(!answer.text.contains(Cast.minh.name), "\(path)")
        }
        #expect(try await site.get("/open/2026-10/xuan-hoa").text.contains("Không công bố"))
        #expect(try await site.get("/open/2026-10/nowhere").status == 404)
    }

    @Test("A town without small units hides nothing")
    func safe() async throws {
        let site = try await town(ward: 12)
        let leader = try await site.staff(.leadership)
        #expect(try await site.get("/office/publication/2026-10", as: leader).text.contains("Không ô nào phải giữ kín"))
    }

    @Test("A correction says why, and the old version stays with its date and reason; nothing is deleted")
    func corrected() async throws {
        let site = try await town(ward: 12)
        let leader = try await site.staff(.leadership)
        #expect(try await publish(site, leader).status == 303)
        let refused = try await publish(site, leader)
        #expect(refused.status == 422)
        #expect(refused.text.contains("Xin viết vì sao thay bản đang công bố"))
        #expect(try await publish(site, leader, reason: "Nhap+sot+phieu+giay").status == 303)
        let page = try await site.get("/open/2026-10").text
        #expect(page.contains("Bản 2 (CB-0002)"))
        #expect(page.contains("thay bằng bản mới"))
        #expect(page.contains("Nhap sot phieu giay"))
        let store = site.fixture.store
        await #expect(throws: (any Error).self) {
            try await store.write(as: .system) { tx in
                try tx.insertPublicationEnd(
                    .init(kind: .withdrawn, at: tx.now, actor: "system", reason: "x"), of: 1)
            }
        }
    }

    @Test("What was withdrawn is gone for readers, who see when and why; it can be published again")
    func withdrawn() async throws {
        let site = try await town(ward: 12)
        let leader = try await site.staff(.leadership)
        #expect(try await publish(site, leader).status == 303)
        let path = "/office/publication/2026-10/withdraw"
        #expect(try await site.post(path, "token=\(leader.formToken)&reason=", as: leader).status == 422)
        #expect(try await site.post(path, "token=\(leader.formToken)&reason=Sai+quay", as: leader).status == 303)
        for name in ["", ".json", ".csv", "/tu-phap"] {
            let answer = try await site.get("/open/2026-10\(name)")
            #expect(answer.status == 410, "\(name)")
            #expect(answer.text.contains("Sai quay"), "\(name)")
            #expect(!answer.text.contains("hài lòng 9"), "\(name)")
        }
        #expect(try await site.post(path, "token=\(leader.formToken)&reason=x", as: leader).status == 404)
        #expect(try await publish(site, leader).status == 303)
        #expect(try await site.get("/open/2026-10").text.contains("Bản 2"))
    }

    @Test("What is published is what was looked at: when the figures moved since, the page comes back")
    func moved() async throws {
        let site = try await town(ward: 12)
        let leader = try await site.staff(.leadership)
        let answer = try await site.post(
            "/office/publication/2026-10", "token=\(leader.formToken)&digest=old&note=Xin+chao", as: leader)
        #expect(answer.status == 422)
        #expect(answer.text.contains("Số liệu vừa thay đổi"))
        #expect(answer.text.contains("Xin chao"))
        #expect(try await site.get("/open/2026-10").status == 404)
    }

    @Test("A month that runs, a day and a free range are not published")
    func periods() async throws {
        let site = try await town()
        let leader = try await site.staff(.leadership)
        for period in ["2026-11", "2026", "2026-10-14", "2026-W42", "2026-10-01..2026-10-20", "x"] {
            #expect(try await site.get("/office/publication/\(period)", as: leader).status == 404, "\(period)")
        }
        #expect(
            try await site.get("/office/publication?period=2026-q3", as: leader).location?.hasSuffix("2026-Q3") == true)
        #expect(try await site.get("/office/publication?period=2026-11", as: leader).status == 422)
        let empty = try await site.get("/office/publication/2026-01", as: leader)
        #expect(empty.text.contains("không có gì để công bố"))
        #expect(try await publish(site, leader, period: "2026-01").status == 422)
    }

    @Test("A page that a reader has already is not sent again, and a correction is")
    func cached() async throws {
        let site = try await town(ward: 12)
        let leader = try await site.staff(.leadership)
        #expect(try await publish(site, leader).status == 303)
        let first = try await site.get("/open/2026-10", headers: ["Accept-Encoding": "gzip"])
        let tag = try #require(first.header("ETag"))
        #expect(first.header("Content-Encoding") == "gzip")
        #expect(first.header("Cache-Control") == "public, no-cache")
        let again = try await site.get("/open/2026-10", headers: ["Accept-Encoding": "gzip", "If-None-Match": tag])
        #expect(again.status == 304)
        #expect(again.text.isEmpty)
        let plain = try await site.get("/open/2026-10", headers: ["If-None-Match": tag])
        #expect(plain.status == 200)
        #expect(plain.header("Content-Encoding") == nil)
        #expect(try await publish(site, leader, reason: "Sua").status == 303)
        let fresh = try await site.get("/open/2026-10", headers: ["Accept-Encoding": "gzip", "If-None-Match": tag])
        #expect(fresh.status == 200)
    }

    @Test("A poster says a share only from thirty ratings on, and only what was published")
    func poster() async throws {
        let site = try await town()
        #expect(!(try await site.get("/open/poster/dat-dai").text.contains("hài lòng</p>")))
        let leader = try await site.staff(.leadership)
        #expect(try await publish(site, leader).status == 303)
        let page = try await site.get("/open/poster/dat-dai").text
        #expect(page.contains("Tháng trước, 40\u{A0}lượt đánh giá"))
        #expect(page.contains("90,00\u{A0}% hài lòng"))
        #expect(page.contains("http-equiv=\"refresh\""))
        let small = try await site.get("/open/poster/xuan-hoa").text
        #expect(!small.contains("lượt đánh giá"))
        #expect(try await site.get("/open/poster/mot-cua").status == 404)
        let pdf = try await site.get("/open/poster/dat-dai.pdf")
        #expect(pdf.status == 200)
        #expect(pdf.text.hasPrefix("%PDF"))
        // From the shelf, as everything public: a stranger who asks again draws nothing.
        #expect(pdf.header("ETag") != nil)
    }
}
