import Feedback
import Kiosk
import Testing

@Suite("The difference between two configurations")
struct DiffTests {
    let current: KioskConfiguration

    init() throws { current = try Folders.with(Folders.small) { try KioskFolder.read($0) }.0 }

    private func changes(_ edit: (inout KioskConfiguration) -> Void) -> [String] {
        var wanted = current
        edit(&wanted)
        return KioskDiff.between(current: current, wanted: wanted).map(\.description)
    }

    @Test("says what is added, removed and changed, from what to what")
    func says() {
        #expect(
            changes {
                $0.fields.append(Field(id: "dat-dai", name: "Đất đai"))
                $0.desks.removeLast()
                $0.units[2].head?.email = "dung@example.vn"
                $0.form.phoneRequired = false
            } == [
                "thêm lĩnh vực dat-dai: Đất đai",
                "sửa đơn vị tu-phap · head.email: “tuphap@example.vn” → “dung@example.vn”",
                "bỏ quầy Q2: Chứng thực", "sửa phiếu đánh giá · phoneRequired: “true” → “false”",
            ])
    }

    @Test("names only what left and what came in a long list")
    func saysLists() throws {
        let day = try #require(LocalDay(rawValue: "2024-12-31"))
        #expect(
            changes { $0.alerts.hours.holidays.append(day) }
                == ["sửa cảnh báo · workingHours.holidays: (không có) → “2024-12-31”"])
    }

    @Test("does not mind the order of things that have an id")
    func ignoresOrder() {
        #expect(
            changes {
                $0.units.reverse()
                $0.desks.reverse()
                $0.postings.reverse()
            }.isEmpty)
    }

    @Test("minds the order of categories, levels and of people at one desk")
    func mindsOrder() {
        #expect(!changes { $0.questionnaires[0].scale.swapAt(0, 4) }.isEmpty)
        #expect(!changes { $0.questionnaires[0].factors[0].criteria.swapAt(0, 1) }.isEmpty)
        var two = current
        two.postings.append(Posting(desk: "Q1", official: "lan", from: current.postings[0].from))
        var swapped = two
        swapped.postings.swapAt(0, 2)
        #expect(!KioskDiff.between(current: two, wanted: swapped).isEmpty)
    }

    @Test("is empty only between equal configurations: every single value counts")
    func seesEveryValue() throws {
        let day = try #require(LocalDay(rawValue: "2031-01-01"))
        let edits: [(inout KioskConfiguration) -> Void] = [
            { $0.authority.phone = "1" }, { $0.authority.homeAffairs = "tu-phap" }, { $0.units[0].kind = .ward },
            { $0.units[0].notRatedBecause = nil }, { $0.units[1].parent = nil }, { $0.units[1].validTo = day },
            { $0.desks[0].fields = [] }, { $0.desks[0].place = "noi-vu" }, { $0.officials[0].unit = "noi-vu" },
            { $0.postings[0].weekdays = [] }, { $0.postings[0].to = day }, { $0.postings[0].from = day },
            { $0.questionnaires[0].version = 2 }, { $0.questionnaires[0].overall = nil },
            { $0.questionnaires[0].index = .meanOfCriteria }, { $0.alerts.negativeLevel = 1 },
            { $0.alerts.categories[0].answerWithin = 1 }, { $0.alerts.categories[0].words = ["a"] },
            { $0.alerts.digest.minutes = 1 }, { $0.alerts.hours.spans.removeLast() }, { $0.targets[0].value = 0.5 },
            { $0.targets[0].sameMethod = false }, { $0.form.opens = day },
        ]
        for (index, edit) in edits.enumerated() { #expect(changes(edit).count >= 1, "edit \(index)") }
    }
}
