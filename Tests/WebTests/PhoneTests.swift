import Feedback
import Foundation
import TestSupport
import Testing

/// Phones in the browser: masked, shown once, called by one person.
struct PhoneTests {
    private static let number = "0950 000 101"
    private static let why = "reason=case&words=H%E1%BB%8Fi+r%C3%B5+ng%C3%A0y+h%E1%BA%B9n"

    private func called(_ site: Site, level: Level = .satisfied) async throws -> Rating {
        let form = try site.fixture.form(level: level)
        return try await site.fixture.send(TypedForm(form.fields + [(name: "callback", value: "yes")]))
    }

    @Test("The page of a phone shows the mask; the number comes once, on the page that answers the form")
    func shownOnce() async throws {
        let site = try await Site()
        let rating = try await site.fixture.rate(level: .dissatisfied)
        let hanh = try await site.staff(.head, over: "tu-phap")
        let path = "/office/phones/\(rating.id)"
        let page = try await site.get(path, as: hanh)
        #expect(page.status == 200 && page.text.contains("095•••101") && !page.text.contains(Self.number))

        let shown = try await site.post("\(path)/reveal", "token=\(hanh.formToken)&\(Self.why)", as: hanh)
        #expect(shown.status == 200 && shown.text.contains(Self.number))
        #expect(shown.header("Cache-Control") == "no-store")
        let title = shown.text.components(separatedBy: "</title>")[0]
        #expect(!title.contains("0950"))
        #expect(!(try await site.get(path, as: hanh).text.contains(Self.number)))
    }

    @Test("Without a reason the form comes back with what was typed and says what to mend")
    func mended() async throws {
        let site = try await Site()
        let rating = try await site.fixture.rate(level: .dissatisfied)
        let hanh = try await site.staff(.head, over: "tu-phap")
        let body = "token=\(hanh.formToken)&reason=doubt&words=ng%E1%BA%AFn"
        let answer = try await site.post("/office/phones/\(rating.id)/reveal", body, as: hanh)
        #expect(answer.status == 422 && !answer.text.contains(Self.number))
        #expect(answer.text.contains("ít nhất 10 chữ cái") && answer.text.contains("\nngắn</textarea>"))
        #expect(answer.text.contains("value=\"doubt\" selected"))
    }

    @Test("Next door's rating and a serious one are not found, for looking and for calling")
    func scope() async throws {
        let site = try await Site()
        let rating = try await site.fixture.rate(level: .dissatisfied)
        let serious = try await site.fixture.rate(
            level: .dissatisfied, phone: Cast.tuan.phone, reasons: [.unofficialPayment])
        let hanh = try await site.staff(.head, over: "tu-phap"), dung = try await site.staff(.head, over: "dat-dai")
        for (staff, id) in [(dung, rating.id), (hanh, serious.id), (hanh, 99)] {
            #expect(try await site.get("/office/phones/\(id)", as: staff).status == 404)
            #expect(try await site.get("/office/phones/\(id)/call", as: staff).status == 404)
            for deed in ["reveal", "call", "outcome"] {
                let answer = try await site.post(
                    "/office/phones/\(id)/\(deed)", "token=\(staff.formToken)&\(Self.why)", as: staff)
                #expect(answer.status == 404, "\(deed)")
            }
        }
        let affairs = try await site.staff(.homeAffairs)
        #expect(try await site.get("/office/phones/\(serious.id)", as: affairs).status == 200)
    }

    @Test("The calling screen is the caller's alone; somebody else reads who is calling")
    func call() async throws {
        let site = try await Site()
        let rating = try await called(site)
        let hanh = try await site.staff(.head, over: "tu-phap"), phuc = try await site.staff(.homeAffairs)
        let path = "/office/phones/\(rating.id)"
        #expect(try await site.get("\(path)/call", as: hanh).status == 303)
        let begun = try await site.post("\(path)/call", "token=\(hanh.formToken)", as: hanh)
        #expect(begun.status == 303 && begun.location == "\(path)/call")

        let screen = try await site.get("\(path)/call", as: hanh)
        #expect(screen.status == 200 && screen.text.contains(Self.number))
        #expect(screen.text.contains("href=\"tel:+84950000101\"") && screen.header("Cache-Control") == "no-store")
        #expect(try await site.get("\(path)/call", as: phuc).location == path)
        let other = try await site.get(path, as: phuc)
        #expect(other.text.contains("Đang được Thủ trưởng đơn vị gọi") && !other.text.contains(Self.number))
        let second = try await site.post("\(path)/call", "token=\(phuc.formToken)", as: phuc)
        #expect(second.status == 422 && !second.text.contains(Self.number))

        // An outcome must be chosen; the screen comes back with the note.
        let again = try await site.post("\(path)/outcome", "token=\(hanh.formToken)&note=Xong", as: hanh)
        #expect(again.status == 422 && again.text.contains("\nXong</textarea>"))
        let ended = try await site.post("\(path)/outcome", "token=\(hanh.formToken)&outcome=reached", as: hanh)
        #expect(ended.status == 303 && ended.location == path)
        #expect(try await site.get("\(path)/call", as: hanh).status == 303)
        #expect(try await site.get(path, as: phuc).text.contains("Thủ trưởng đơn vị: Gặp được"))
    }

    @Test("After a quarter of an hour the screen is gone")
    func lapse() async throws {
        let site = try await Site()
        let rating = try await called(site)
        let hanh = try await site.staff(.head, over: "tu-phap")
        _ = try await site.post("/office/phones/\(rating.id)/call", "token=\(hanh.formToken)", as: hanh)
        site.fixture.world.advance(minutes: 15)
        #expect(try await site.get("/office/phones/\(rating.id)/call", as: hanh).status == 303)
    }

    @Test("The head of the unit and the data-protection officer see who looked and why, without the number")
    func list() async throws {
        let site = try await Site()
        let rating = try await site.fixture.rate(level: .dissatisfied)
        let hanh = try await site.staff(.head, over: "tu-phap"), dung = try await site.staff(.head, over: "dat-dai")
        let affairs = try await site.staff(.homeAffairs), officer = try await site.staff(.dataProtection)
        _ = try await site.post(
            "/office/phones/\(rating.id)/reveal", "token=\(affairs.formToken)&\(Self.why)", as: affairs)
        for staff in [hanh, officer, affairs] {
            let page = try await site.get("/office/phones", as: staff)
            #expect(page.text.contains("Hỏi rõ ngày hẹn") && page.text.contains("Phòng Nội vụ"))
            #expect(!page.text.contains(Self.number) && !page.text.contains("095•••101"))
        }
        #expect(!(try await site.get("/office/phones", as: dung).text.contains("Hỏi rõ")))
        #expect(!(try await site.get("/office/phones?reason=doubt", as: officer).text.contains("Hỏi rõ")))
        let chosen = "/office/phones?reason=case&user=\(affairs.user)"
        #expect(try await site.get(chosen, as: officer).text.contains("Hỏi rõ"))
        #expect(try await site.get("/office/phones", as: try await site.staff(.leadership)).status == 404)
        // The officer answers for data, and calls nobody.
        #expect(try await site.get("/office/phones/\(rating.id)", as: officer).status == 404)
    }

    @Test("No address and no journal line holds a number, a mask or the words of a reason")
    func traces() async throws {
        let site = try await Site()
        let rating = try await called(site, level: .dissatisfied)
        let hanh = try await site.staff(.head, over: "tu-phap")
        _ = try await site.post("/office/phones/\(rating.id)/reveal", "token=\(hanh.formToken)&\(Self.why)", as: hanh)
        _ = try await site.post("/office/phones/\(rating.id)/call", "token=\(hanh.formToken)", as: hanh)
        for entry in try await site.fixture.journal() {
            let line = "\(entry.subject) \(entry.details)"
            #expect(!line.contains("0950") && !line.contains("•") && !line.contains("ngày hẹn"))
        }
    }
}
