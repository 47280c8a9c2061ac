import Feedback
import Foundation
import Gzip
import Testing

@testable import Pages

@Suite("The rating page")
struct RatingPageTests {
    @Test("Nothing is chosen beforehand and all five words stand in their order")
    func fresh() throws {
        let html = try RatingPage.sample().html()
        #expect(!html.contains(" checked"))
        let rows = html.components("answer[LK1]\" value=").dropFirst().map { $0.components("<span>")[1] }
        #expect(rows.map { $0.components("</span>")[0] } == Level.words)
        let tags = try Markup(html).tags.filter { $0.attributes["type"] == "radio" }
        #expect(tags.filter { $0.attributes["name"]?.hasPrefix("answer[") ?? false }.count == 25)
    }

    @Test("Whoever is rated is named: unit, desk, official on duty")
    func whoIsRated() throws {
        let html = try RatingPage.sample().html()
        for name in ["Phòng Tư pháp", "Quầy 3 – Chứng thực, hộ tịch", "Nguyễn Văn Minh"] {
            #expect(html.contains(name))
        }
        #expect(!html.contains("name=\"official\""))
    }

    @Test("Of two on duty the citizen chooses, or says that they do not know")
    func choice() throws {
        let html = try RatingPage(
            code: .sampleOfTwo, directory: .sample, day: .sample, visitToken: "t"
        ).html()
        let values = try Markup(html).tags.filter { $0.attributes["name"] == "official" }.map { $0.attributes["value"] }
        #expect(values == ["thao", "khoa", "unknown"])
        #expect(html.contains("Không rõ"))
        #expect(!html.contains(" checked"))
    }

    @Test("What one can come for is offered field by field, nothing is chosen, and nobody must say")
    func procedures() throws {
        let html = try RatingPage.sample().html()
        let tags = try Markup(html).tags
        #expect(tags.filter { $0.name == "optgroup" }.map { $0.attributes["label"] }.count == 2)
        #expect(
            tags.filter { $0.name == "option" }.map { $0.attributes["value"] } == [
                "", "chung-thuc-ban-sao", "khai-sinh", "ket-hon",
            ])
        #expect(!html.contains(" selected"))
        let two = try RatingPage(code: .sampleOfTwo, directory: .sample, day: .sample, visitToken: "t").html()
        #expect(!two.contains("<optgroup") && two.contains("value=\"cap-so-dat\""))
        #expect(try RatingPage.sampleWithProblems().html().contains("value=\"cap-so-dat\" selected"))
        var configuration = KioskConfiguration.sample
        configuration.procedures = []
        let bare = Directory(configuration: configuration, codes: Directory.sample.codes, version: 2)
        #expect(
            try !RatingPage(code: .sample, directory: bare, day: .sample, visitToken: "t").html().contains("<select"))
    }

    @Test("With problems everything typed is kept, and the summary leads to each field")
    func kept() throws {
        let html = try RatingPage.sampleWithProblems().html()
        let tags = try Markup(html).tags
        let checked = tags.filter { $0.attributes["checked"] != nil }
            .map { "\($0.attributes["name"] ?? "")=\($0.attributes["value"] ?? "")" }
        #expect(
            checked == [
                "official=khoa", "answer[LK2]=2", "reason=late", "stage=submitted", "respondent=person", "callback=yes",
            ])
        #expect(html.contains(">\nHồ sơ trễ hẹn 5 ngày.</textarea>"))
        #expect(tags.first { $0.attributes["name"] == "phone" }?.attributes["value"] == "0912 34")
        #expect(html.contains("<a href=\"#cau-1\">Xin chọn mức hài lòng"))
        #expect(html.contains("<a href=\"#phone\">Số điện thoại chưa đúng. Ví dụ: 0912 345 678</a>"))
        let focused = tags.filter { $0.attributes["autofocus"] != nil }
        #expect(focused.map { $0.attributes["id"] } == ["message"])
        let form = tags.first { $0.name == "form" }
        #expect(form?.attributes["action"]?.hasSuffix("#message") ?? false)
        #expect(
            tags.first { $0.name == "input" && $0.attributes["aria-invalid"] != nil }?.attributes["name"] == "phone")
    }

    @Test(
        "What somebody types stays text, even a quote with an accent over it",
        arguments: [
            "\"><script>alert(1)</script>", "'\" onfocus=alert(1) x=\"",
            "\"\u{301} autofocus onfocus=alert(1) x=\"\u{301}",
            "<\u{301}img src=x>", "</textarea>\u{200D}<b>", "&lt;b&gt;", "{{visitToken}}",
        ])
    func escaping(_ text: String) throws {
        var typed = FormFields()
        for name in ["phone", "comment", "official", "reason", "stage"] { typed.set(name, text) }
        var problems = FormProblems()
        problems.add("phone", text)
        let html = try RatingPage(
            code: .sample, directory: .sample, day: .sample, visitToken: text, typed: typed, problems: problems,
            notice: text
        ).html()
        let plain = try RatingPage(
            code: .sample, directory: .sample, day: .sample, visitToken: "t", typed: typed,
            problems: FormProblems([.init(field: "phone", message: "m")]), notice: "n"
        ).html()
        let (markup, reference) = (try Markup(html), try Markup(plain))
        #expect(markup.faults == [])
        #expect(markup.tags.map(\.name) == reference.tags.map(\.name))
        #expect(markup.tags.map { $0.attributes.keys.sorted() } == reference.tags.map { $0.attributes.keys.sorted() })
    }

    @Test("The page is drawn once; the visit's token stands in one place and is put there later")
    func shell() throws {
        let shell = try RatingPage.shell(code: .sample, directory: .sample, day: .sample)
        let token = String(repeating: "A", count: Visit.tokenLength)
        let whole = Array(try RatingPage.sample().html().utf8)
        #expect(shell.prefix + Array(token.utf8) + shell.suffix == whole)
        let splice = GzipSplice(prefix: shell.prefix, suffix: shell.suffix, holeLength: Visit.tokenLength)
        #expect(splice.plain(with: token.utf8) == whole)
    }

    @Test("With five criteria and long names the page weighs at most 14 kB, and 5 kB compressed")
    func weight() throws {
        let shell = try RatingPage.shell(code: .sampleOfTwo, directory: Self.longNames, day: .sample)
        let token = (0..<Visit.tokenLength).map { UInt8(ascii: "A") + UInt8(($0 * 7) % 26) }
        let splice = GzipSplice(prefix: shell.prefix, suffix: shell.suffix, holeLength: token.count)
        let (raw, compressed) = (splice.plain(with: token).count, splice.filled(with: token).count)
        #expect(raw <= 14_000)
        #expect(compressed <= 5_000)
        #expect(Gzip.compress(splice.plain(with: token)).count <= 5_000)
        print("rating page with long names: \(raw) bytes, \(compressed) compressed")
    }

    @Test("A sentence on top goes with what can be mended by sending again, and with nothing else")
    func notices() {
        #expect(RatingPage.notice(for: .busy(retryAfter: 5))?.contains("5 giây") ?? false)
        #expect(RatingPage.notice(for: .forgedVisit) != nil)
        for refusal in [Refusal.notFound, .closed, .alreadySent, .tooLarge, .malformed] {
            #expect(RatingPage.notice(for: refusal) == nil)
        }
    }

    @Test("Where a phone may be left out, the page says so")
    func phoneMayBeLeftOut() throws {
        var configuration = KioskConfiguration.sample
        #expect(try RatingPage.sample().html().contains("aria-required"))
        configuration.form.phoneRequired = false
        let directory = Directory(configuration: configuration, codes: Directory.sample.codes, version: 2)
        let html = try RatingPage(code: .sample, directory: directory, day: .sample, visitToken: "t").html()
        #expect(!html.contains("aria-required"))
        #expect(html.contains("Số điện thoại giao dịch <small>Không bắt buộc</small>"))
    }

    private static var longNames: Directory {
        var configuration = KioskConfiguration.sample
        let long = "Chi nhánh Văn phòng Đăng ký đất đai khu vực thành phố Long Khánh và các xã phụ cận"
        for index in configuration.units.indices { configuration.units[index].name = "\(long) \(index)" }
        for index in configuration.desks.indices {
            configuration.desks[index].name =
                "Quầy số \(index): Đăng ký biến động, cấp đổi giấy chứng nhận quyền sử dụng"
        }
        configuration.procedures = (0..<12).map {
            Procedure(
                id: ID("thu-tuc-dat-dai-\($0)"),
                name: "Đăng ký biến động quyền sử dụng đất, quyền sở hữu nhà ở, trường hợp thứ \($0)", field: "dat-dai")
        }
        configuration.officials.append(
            Official(id: "huyen-tran", name: "Công Tằng Tôn Nữ Huyền Trân", title: "Chuyên viên chính", unit: "dat-dai")
        )
        configuration.postings.append(
            Posting(desk: "q07", official: "huyen-tran", from: LocalDay(number: 20_000)))
        for factor in configuration.questionnaires[0].factors.indices {
            for index in configuration.questionnaires[0].factors[factor].criteria.indices {
                configuration.questionnaires[0].factors[factor].criteria[index].text += """
                    , có đúng mực, tận tình và theo đúng quy định đã niêm yết tại nơi tiếp nhận hồ sơ hay không
                    """
            }
        }
        return Directory(configuration: configuration, codes: Directory.sample.codes, version: 2)
    }
}
