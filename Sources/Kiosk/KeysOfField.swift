import Feedback
import Yams

/// What the field's files ask for again and again.
extension Keys {
    func text(_ name: String) -> String { required(name)?.text() ?? "" }
    func optionalText(_ name: String) -> String? { optional(name)?.text() }
    func whole(_ name: String, in range: ClosedRange<Int>) -> Int {
        required(name)?.whole(in: range) ?? range.lowerBound
    }
    func yesOrNo(_ name: String, default standard: Bool) -> Bool { optional(name)?.yesOrNo() ?? standard }

    /// The id that is given here.
    func newID<Holder>(of subject: Subject) -> ID<Holder> {
        guard let reader = required("id") else { return ID("") }
        let id = reader.id()
        if !id.isEmpty { findings.give(id, to: subject, at: reader.place) }
        return ID(id)
    }

    /// An id that must be given somewhere in the folder.
    func reference<Holder>(_ name: String, to subject: Subject) -> ID<Holder> {
        required(name)?.reference(to: subject) ?? ID("")
    }
    func optionalReference<Holder>(_ name: String, to subject: Subject) -> ID<Holder>? {
        optional(name)?.reference(to: subject)
    }
    func references<Holder>(_ name: String, to subject: Subject) -> [ID<Holder>] {
        list(name, required: false) { $0.reference(to: subject) }
    }

    func day(_ name: String) -> LocalDay { required(name)?.day() ?? Reader.noDay }
    func optionalDay(_ name: String) -> LocalDay? { optional(name)?.day() }
    /// Adds a fault when the second day comes before the first.
    func checkOrder(_ from: LocalDay?, _ name: String, _ to: LocalDay?) {
        if let from, let to, to < from, to != Reader.noDay {
            fault(name, "ngày \(to) đứng trước ngày bắt đầu \(from)")
        }
    }

    func weekdays(_ name: String) -> [Int] {
        list(name, required: false) { reader -> Int? in
            let day: Weekday? = reader.choice()
            return day.map(\.number)
        }
    }

    func email(_ name: String) -> String {
        guard let reader = required(name) else { return "" }
        let text = reader.text()
        if !text.isEmpty && !EmailAddress.isValid(text) {
            reader.fault("địa chỉ thư “\(text)” chưa đúng; ví dụ: phongtuphap@longkhanh.example.vn")
        }
        return text
    }
}

extension Reader {
    /// Stands in for a day that could not be read.
    static let noDay = LocalDay(number: 0)

    func reference<Holder>(to subject: Subject) -> ID<Holder> {
        let id = id()
        if !id.isEmpty { findings.point(to: id, of: subject, at: place) }
        return ID(id)
    }

    func day() -> LocalDay {
        if let day = node.scalar.flatMap({ LocalDay(rawValue: $0.string) }) { return day }
        fault("cần một ngày có thật viết năm-tháng-ngày, ví dụ 2024-01-31")
        return Self.noDay
    }
}

/// Days of the week as they are written in Viet Nam: T2 is Monday, CN Sunday.
enum Weekday: String, CaseIterable {
    case monday = "T2", tuesday = "T3", wednesday = "T4", thursday = "T5", friday = "T6", saturday = "T7", sunday = "CN"

    /// 1 Monday … 7 Sunday.
    var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// Nil outside 1...7.
    init?(number: Int) {
        guard (1...7).contains(number) else { return nil }
        self = Self.allCases[number - 1]
    }
}
