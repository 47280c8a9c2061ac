import Foundation
import Kiosk
import Testing

/// The small folder with one thing spoilt: `old` becomes `new` in `file`.
struct Spoilt: CustomTestStringConvertible, Sendable {
    let file: String
    let old: String
    let new: String
    let line: Int
    let key: String
    let message: String

    var testDescription: String { message }

    init(
        _ file: String, _ old: String, _ new: String, _ line: Int, _ key: String, _ message: String
    ) {
        (self.file, self.old, self.new, self.line, self.key, self.message) = (file, old, new, line, key, message)
    }
}

private let organization = "organization.yaml"
private let lk = "questionnaires/lk.yaml"

private let spoilt: [Spoilt] = [
    // Keys
    Spoilt(
        organization, "title: Chuyên viên", "titel: Chuyên viên", 39, "officials[minh].title",
        "thiếu khóa “title”"),
    Spoilt(
        organization, "kind: city", "kind: city\n    color: red", 13, "units[thanh-pho].color",
        "không biết khóa “color”; các khóa dùng được: head, id, kind, name, notRated, parent,"
            + " successors, validFrom, validTo, was"),
    Spoilt(
        organization, "    notRated: Đánh giá từng phòng", "    notrated: Đánh giá từng phòng", 13,
        "units[thanh-pho].notrated", "không biết khóa “notrated”; có phải “notRated”?"),
    Spoilt(
        organization, "email: tuphap", "emails: tuphap", 26, "units[tu-phap].head.email",
        "thiếu khóa “email”"),
    Spoilt(organization, "address: Số 01 đường CMT8\n  ", "", 1, "authority.address", "thiếu khóa “address”"),
    Spoilt(
        organization, "unit: tu-phap\n    fields", "name: Hai lần\n    unit: tu-phap\n    fields", 33, "",
        "khóa “name” được viết hai lần"),
    // Types
    Spoilt(
        organization, "name: Hộ tịch\nunits", "name: 12\nunits", 8, "fields[ho-tich].name",
        "cần chữ; hãy đặt trong dấu nháy: \"12\""),
    Spoilt(organization, "name: Phòng Nội vụ", "name:", 15, "units[noi-vu].name", "thiếu giá trị"),
    Spoilt(organization, "name: Phòng Nội vụ", "name: [Phòng, Nội vụ]", 15, "units[noi-vu].name", "cần chữ"),
    Spoilt(
        organization, "name: Phòng Nội vụ", "name: \"Phòng\\nNội vụ\"", 15, "units[noi-vu].name",
        "phải nằm trên một dòng, không có ký tự điều khiển"),
    Spoilt(
        organization, "fields: [ho-tich]", "fields: ho-tich", 34, "desks[Q1].fields",
        "cần một danh sách (mỗi dòng bắt đầu bằng “- ”)"),
    Spoilt(
        organization, "      name: Hạnh\n      title: Trưởng phòng\n      email: noivu@example.vn", "      Hạnh", 18,
        "units[noi-vu].head", "cần các cặp “khóa: giá trị”"),
    Spoilt(
        organization, "kind: city", "kind: citi", 12, "units[thanh-pho].kind",
        "cần một trong: province, city, ward, commune, department, office, oneStop, agency, centre; có phải “city”?"),
    Spoilt("alerts.yaml", "negativeLevel: 2", "negativeLevel: 5", 1, "negativeLevel", "cần một số nguyên từ 1 đến 4"),
    Spoilt("alerts.yaml", "negativeLevel: 2", "negativeLevel: hai", 1, "negativeLevel", "cần một số nguyên từ 1 đến 4"),
    Spoilt(
        "alerts.yaml", "negativeLevel: 2", "negativeLevel: 2\nescalation: [0]", 2, "escalation[#1]",
        "cần một số nguyên từ 1 đến 2400"),
    Spoilt(
        "alerts.yaml", "negativeLevel: 2", "negativeLevel: 2\nescalation: [30, 30, 30, 30]", 2, "escalation",
        "nhiều nhất ba số: phó thủ trưởng, lãnh đạo, nội vụ"),
    Spoilt(
        "alerts.yaml", "negativeLevel: 2", "negativeLevel: 2\ncanary:\n  at: \"24:00\"", 3, "canary.at",
        "cần một giờ trong dấu nháy, ví dụ \"07:15\""),
    Spoilt("alerts.yaml", "lowLevels: true", "lowLevels: có", 5, "categories[thap].lowLevels", "cần true hoặc false"),
    Spoilt(
        "targets.yaml", "percent: 80.09", "percent: 80,09", 4, "targets[muc-tieu].percent",
        "cần một số phần trăm từ 0 đến 100, dấu thập phân là dấu chấm, ví dụ 80.09"),
    Spoilt("server.yaml", "port: 8080", "port: 80800", 4, "listen.port", "cần một số nguyên từ 1 đến 65535"),
    Spoilt(
        "server.yaml", "listen:", "baseURL: https://a.vn/\nlisten:", 3, "baseURL",
        "cần địa chỉ đầy đủ, không có dấu gạch chéo cuối, ví dụ https://danhgia.longkhanh.example.vn"),
    Spoilt(
        "server.yaml", "listen:", "secondFactorRequired: [administrator, homeAffair]\nlisten:", 3,
        "secondFactorRequired[#2]",
        "cần một trong: administrator, homeAffairs, leadership, head, oneStopLead, official, paperEntry, interviewer,"
            + " verifier, supervisor, dataProtection; có phải “homeAffairs”?"),
    Spoilt(
        "server.yaml", "listen:", "secondFactorRequired: [head, head]\nlisten:", 3, "secondFactorRequired[#2]",
        "vai trò “head” ghi hai lần"),
    // Ids
    Spoilt(organization, "id: Q2", "id: Q1", 35, "desks[Q1].id", "trùng mã quầy “Q1”, đã có ở dòng 31"),
    Spoilt(
        organization, "id: Q1", "id: Quầy 1", 31, "desks[Quầy 1].id",
        "mã chỉ gồm chữ không dấu, chữ số, “-”, “_”, “.”, dài tối đa 64, ví dụ phong-tu-phap"),
    Spoilt(lk, "id: LK2", "id: LK1", 13, "factors[chung].criteria[LK1].id", "trùng mã tiêu chí “LK1”, đã có ở dòng 11"),
    // References
    Spoilt(
        organization, "homeAffairs: noi-vu", "homeAffairs: noivu", 3, "authority.homeAffairs",
        "không có đơn vị nào mang mã “noivu”; có phải “noi-vu”?"),
    Spoilt(
        organization, "fields: [ho-tich]", "fields: [dat-dai]", 34, "desks[Q1].fields[#1]",
        "không có lĩnh vực nào mang mã “dat-dai”"),
    Spoilt(
        organization, "parent: thanh-pho\n    head:\n      name: Dũng", "parent: tinh\n    head:\n      name: Dũng", 25,
        "units[tu-phap].parent", "không có đơn vị nào mang mã “tinh”"),
    Spoilt(
        organization, "official: minh\n    from: 2024-01-01\n    weekdays: [T4]",
        "official: lan\n    from: 2024-01-01\n    weekdays: [T4]", 49, "postings[#2].official",
        "không có cán bộ nào mang mã “lan”"),
    Spoilt(
        "server.yaml", "questionnaire: LK", "questionnaire: KL", 2, "form.questionnaire",
        "không có phiếu nào mang mã “KL”; có phải “LK”?"),
    Spoilt(lk, "overall: LK2", "overall: LK5", 6, "overall", "phiếu này không có tiêu chí nào mang mã “LK5”"),
    // Days
    Spoilt(
        "alerts.yaml", "- 2024-09-02", "- 2024-02-30", 12, "workingHours.holidays[#1]",
        "cần một ngày có thật viết năm-tháng-ngày, ví dụ 2024-01-31"),
    Spoilt(
        organization, "from: 2024-01-01\n    weekdays: [T4]",
        "from: 2024-01-01\n    to: 2023-12-31\n    weekdays: [T4]",
        51, "postings[#2].to", "ngày 2023-12-31 đứng trước ngày bắt đầu 2024-01-01"),
    Spoilt(
        organization, "weekdays: [T4]", "weekdays: [Thứ Tư]", 51, "postings[#2].weekdays[#1]",
        "cần một trong: T2, T3, T4, T5, T6, T7, CN"),
    // The field's own rules
    Spoilt(
        organization, "weekdays: [T4]", "weekdays: [T3, T4]", 48, "postings[#2]",
        "cán bộ “minh” đã ngồi quầy “Q1” (dòng 44) vào những ngày này"),
    Spoilt(
        organization, "email: tuphap@example.vn", "email: tuphap@example", 29, "units[tu-phap].head.email",
        "địa chỉ thư “tuphap@example” chưa đúng; ví dụ: phongtuphap@longkhanh.example.vn"),
    Spoilt(
        organization,
        "    head:\n      name: Dũng\n      title: Trưởng phòng\n      email: tuphap@example.vn\n", "", 22,
        "units[tu-phap].head",
        "đơn vị được đánh giá cần thủ trưởng (head: name, title, email) của mình hoặc của cấp trên,"
            + " hay lý do không đánh giá (notRated)"),
    Spoilt(
        organization, "name: Minh\n    title: Chuyên viên\n    unit: tu-phap",
        "name: Minh\n    title: Chuyên viên\n    unit: thanh-pho", 10, "units[thanh-pho].head",
        "đơn vị có quầy hoặc cán bộ tiếp dân cần thủ trưởng (head: name, title, email) của mình hoặc của"
            + " cấp trên để nhận cảnh báo"),
    Spoilt(
        organization, "notRated: Đánh giá từng phòng", "notRated: Đánh giá từng phòng\n    parent: thanh-pho", 10,
        "units[thanh-pho].parent", "đơn vị này là cấp trên của chính nó"),
    Spoilt(
        "alerts.yaml", "lowLevels: true", "words: [quát]", 2, "categories",
        "nhóm cuối cùng, và chỉ nhóm đó, cần “lowLevels: true” để nhận mọi mức thấp"),
    Spoilt(
        "alerts.yaml", "\"07:30-11:30\"", "\"11:30-07:30\"", 9, "workingHours.spans[#1]",
        "cần một khoảng giờ trong dấu nháy, ví dụ \"07:30-11:30\""),
    Spoilt(
        "alerts.yaml", "\"07:30-11:30\"", "\"07:30-14:30\"", 9, "workingHours.spans",
        "các khoảng giờ phải theo thứ tự và không chồng lên nhau"),
    Spoilt(
        lk, "overall: LK2", "overall: LK2\nscale: [một, hai]", 7, "scale", "cần đúng năm mức, từ thấp đến cao; có 2"),
]

@Suite("A broken folder")
struct BrokenFolderTests {
    @Test("is refused with file, line, key and what is expected", arguments: spoilt)
    func namesThePlace(_ spoilt: Spoilt) throws {
        var files = Folders.small
        let text = try #require(files[spoilt.file])
        #expect(text.contains(spoilt.old), "the table's own text")
        files[spoilt.file] = text.replacing(spoilt.old, with: spoilt.new, maxReplacements: 1)
        let faults = try Folders.with(files) { folder in
            try #require(throws: ConfigurationFaults.self) { _ = try KioskFolder.read(folder) }.all
        }
        let wanted = ConfigurationFault(
            file: spoilt.file, line: spoilt.line, key: spoilt.key, message: spoilt.message)
        #expect(faults.contains(wanted), "\(faults)")
    }

    @Test("tells everything at once, in the order of files and lines")
    func tellsAll() throws {
        var files = Folders.small
        files["organization.yaml"] = files["organization.yaml"]?
            .replacing("homeAffairs: noi-vu", with: "homeAffairs: ai").replacing("id: Q2", with: "id: Q1")
            .replacing("tuphap@example.vn", with: "tuphap")
        files["alerts.yaml"] = files["alerts.yaml"]?.replacing("negativeLevel: 2", with: "negativeLevel: 9")
        files["targets.yaml"] = nil
        let faults = try Folders.with(files) { folder in
            try #require(throws: ConfigurationFaults.self) { _ = try KioskFolder.read(folder) }
        }
        #expect(
            faults.all.map { "\($0.file):\($0.line)" } == [
                "alerts.yaml:1", "organization.yaml:3", "organization.yaml:29", "organization.yaml:35",
                "organization.yaml:48", "targets.yaml:0",
            ], "\(faults)")
    }

    @Test(
        "names the line where the YAML itself breaks off",
        arguments: [
            ("fields:\n\t- id: a\n", 2, "không dùng phím Tab để thụt dòng"),
            ("fields: [a, b\nunits: []\n", 2, "YAML viết chưa đúng"),
            ("fields:\n  - id: \"a\n", 2, "YAML viết chưa đúng"),
            ("authority:\n  name: a\n  phone\nfields: []\n", 3, "YAML viết chưa đúng"), ("", 0, "tệp trống"),
        ])
    func namesTheYAMLLine(text: String, line: Int, message: String) throws {
        var files = Folders.small
        files["organization.yaml"] = text
        let faults = try Folders.with(files) { folder in
            try #require(throws: ConfigurationFaults.self) { _ = try KioskFolder.read(folder) }.all
        }
        #expect(
            faults.contains { $0.file == "organization.yaml" && $0.line == line && $0.message.hasPrefix(message) },
            "\(faults)")
    }

    @Test("with a mistyped file name is not half read")
    func noticesStrangers() throws {
        var files = Folders.small
        files["target.yaml"] = "targets: []\n"
        files["questionnaires/dai.yml"] = "id: DAI\n"
        let faults = try Folders.with(files) { folder in
            try #require(throws: ConfigurationFaults.self) { _ = try KioskFolder.read(folder) }.all
        }
        #expect(faults.map(\.file) == ["questionnaires/dai.yml", "target.yaml"])
    }
}
