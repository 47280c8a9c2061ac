import Feedback

/// A line of the journal in words.
struct EntryText: Sendable {
    let line: String
    let time: String
    let day: String
    let who: String
    let what: String
    let subject: String
    /// Where the thing is seen; nil: nowhere, or not by this reader.
    let href: String?
    let details: String

    init(_ entry: Entry, names: JournalNames, rights: Rights) {
        line = Formats.count(Int(entry.id))
        time = Formats.time(entry.at)
        day = Formats.shortDay(LocalDay(entry.at))
        who = names.actor(entry.actor)
        what = Entry.Kind(rawValue: entry.kind).map(\.words) ?? entry.kind
        subject = names.subject(entry.subject)
        href = Self.href(entry.subject, rights)
        details = names.details(entry.details)
    }

    private static func href(_ subject: String, _ rights: Rights) -> String? {
        let parts = subject.split(separator: ":").map(String.init)
        guard parts.count == 2, Int64(parts[1]) != nil else { return nil }
        switch parts[0] {
        case "alert", "case": return rights.may(.seeCases) ? "/office/cases/\(parts[1])" : nil
        case "user": return rights.may(.manageAccounts) ? PersonPage.path(Int64(parts[1]) ?? 0) : nil
        default: return nil
        }
    }
}

/// Who and what the journal's marks stand for. The journal itself holds no name.
struct JournalNames: Sendable {
    private let people: [String: String]
    private let directory: Directory

    init(_ users: [User], in directory: Directory) {
        self.directory = directory
        people = Dictionary(users.map { ("user:\($0.id)", $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    func actor(_ label: String) -> String {
        switch label {
        case "citizen": "Người dân"
        case "system": "Hệ thống"
        default: people[label] ?? label
        }
    }

    func subject(_ label: String) -> String {
        if let name = people[label] { return "tài khoản \(name)" }
        let parts = label.split(separator: ":", maxSplits: 1).map(String.init)
        guard let kind = parts.first else { return "" }
        let word = Self.words[kind] ?? kind
        return parts.count == 2 ? "\(word) \(parts[1])" : word
    }

    /// "role=head unit=tu-phap" as "Thủ trưởng đơn vị, Phòng Tư pháp". What it does not know stays as it is kept.
    func details(_ text: String) -> String {
        let pairs = text.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        guard !pairs.isEmpty, pairs.allSatisfy({ $0.count == 2 }) else { return text }
        return pairs.compactMap { words(of: $0[0], $0[1]) }.joined(separator: ", ")
    }

    private func words(of name: String, _ value: String) -> String? {
        let day = LocalDay(rawValue: value).map(Formats.shortDay)
        switch name {
        case "grant": return nil
        case "role": return Role(rawValue: value)?.words ?? value
        case "unit": return directory.unit(ID(value))?.name ?? value
        case "desk": return directory.desk(ID(value))?.name ?? value
        case "official": return directory.official(ID(value))?.name ?? value
        case "desks": return "\(value) quầy"
        case "from": return "từ \(day ?? value)"
        case "to", "lastDay": return "đến hết \(day ?? value)"
        case "period":
            return Period(rawValue: value).map(Formats.period) ?? SavedView.Time(rawValue: value)?.words ?? value
        case "month": return Month(rawValue: value).map(Formats.month) ?? value
        case "rating": return "phiếu \(value)"
        case "as", "format": return "tệp \(value.uppercased())"
        case "lines": return "\(value) dòng"
        case "by":
            return FairComparison.Side(rawValue: value).map { $0 == .unit ? "theo đơn vị" : "theo quầy" } ?? value
        case "count": return "\(value) nơi"
        case "left": return "còn \(value) mã"
        default: return "\(name)=\(value)"
        }
    }

    private static let words = [
        "alert": "vụ việc", "case": "vụ việc", "desk": "quầy", "figures": "số liệu", "kiosk-config": "cấu hình",
        "mail": "thư", "month": "tháng", "official": "cán bộ", "phones": "số điện thoại", "rating": "phiếu",
        "tallies": "bảng đếm", "unit": "đơn vị", "user": "tài khoản", "journal": "nhật ký", "retention": "lần xóa",
        "notice": "thông báo", "request": "yêu cầu", "publication": "công bố", "incident": "sự cố",
        "field": "lĩnh vực", "procedure": "thủ tục", "import": "lần nhập",
        "alarm": "cảnh báo thống kê", "view": "cách xem", "directory": "danh mục", "report": "báo cáo",
        "cases": "danh sách vụ việc", "comments": "ý kiến", "comparison": "so sánh", "dossiers": "số hồ sơ",
        "ratings": "từng lượt đánh giá", "tally": "bảng đếm", "access-log": "nhật ký truy cập", "authority": "cơ quan",
        "canary": "thư thử", "export": "tệp đã lấy", "directory-change": "thay đổi danh mục",
    ]
}
