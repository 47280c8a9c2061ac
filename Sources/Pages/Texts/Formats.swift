package import Feedback
package import Foundation

/// Numbers, days and times as Vietnamese readers write them, on the clock of Viet Nam.
package enum Formats {
    /// U+00A0: figure and unit stay on one line.
    package static let space = "\u{A0}"

    /// 0.80094 → "80,09 %".
    package static func percent(_ share: Double, decimals: Int = 2) -> String {
        number(share * 100, decimals: decimals) + space + "%"
    }

    /// 4.256 → "4,26"; 12345.6 with one decimal → "12.345,6". Half rounds away from zero.
    package static func number(_ value: Double, decimals: Int) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "–" }
        let places = min(max(decimals, 0), 6)
        let scale = (0..<places).reduce(1) { power, _ in power * 10 }
        // A share such as 0.285 is a hair below itself in binary: the nudge makes 28,5 of it, not 28,4.
        let scaled = Int((abs(value) * Double(scale) + 1e-9).rounded())
        let whole = count(scaled / scale)
        let sign = value < 0 && scaled != 0 ? "−" : ""
        return places == 0 ? sign + whole : "\(sign)\(whole),\(padded(scaled % scale, places))"
    }

    /// 1234567 → "1.234.567".
    package static func count(_ value: Int) -> String {
        var written = ""
        for (index, digit) in String(value.magnitude).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { written.append(".") }
            written.append(digit)
        }
        return (value < 0 ? "−" : "") + String(written.reversed())
    }

    /// "thứ Bảy, 21/11/2026".
    package static func day(_ day: LocalDay) -> String { "\(weekdays[day.weekday - 1]), \(shortDay(day))" }
    package static func day(_ moment: Date) -> String { day(LocalDay(moment)) }

    /// "21/11/2026".
    package static func shortDay(_ day: LocalDay) -> String {
        "\(padded(day.dayNumber, 2))/\(padded(day.monthNumber, 2))/\(day.year)"
    }

    /// "14:05".
    package static func time(_ moment: Date) -> String {
        let minute = Month.localMinute(moment)
        return "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))"
    }

    /// "14:05, thứ Bảy, 21/11/2026".
    package static func moment(_ moment: Date) -> String { "\(time(moment)), \(day(moment))" }

    /// "tháng 11/2026".
    package static func month(_ month: Month) -> String { "tháng\(space)\(month.number)/\(month.year)" }

    /// Whole minutes: "45 phút", "2 giờ", "2 giờ 5 phút", "3 ngày 4 giờ"; a negative span counts as none.
    package static func duration(minutes: Int) -> String {
        let minutes = max(minutes, 0)
        let (days, hours, rest) = (minutes / 1_440, minutes % 1_440 / 60, minutes % 60)
        if days > 0 { return joined([(days, "ngày"), (hours, "giờ")]) }
        return minutes == 0 ? "0\(space)phút" : joined([(hours, "giờ"), (rest, "phút")])
    }

    /// "2 giờ làm việc".
    package static func workingHours(_ hours: Int) -> String { "\(count(hours))\(space)giờ làm việc" }

    /// Whole working minutes: "25 phút làm việc", "2 giờ làm việc", "2 giờ 5 phút làm việc", "1 ngày làm việc 3 giờ".
    /// - Parameter day: minutes of a working day; 450 are seven and a half hours.
    package static func workingTime(minutes: Int, day: Int) -> String {
        let minutes = max(minutes, 0)
        guard day > 0, minutes >= day else { return "\(duration(minutes: minutes)) làm việc" }
        let hours = joined([(minutes % day / 60, "giờ")])
        return "\(count(minutes / day))\(space)ngày làm việc" + (hours.isEmpty ? "" : " \(hours)")
    }

    /// "vừa xong", "4 giây trước", "5 phút trước", "2 giờ trước", "3 ngày trước".
    package static func ago(_ moment: Date, now: Date) -> String {
        let seconds = Int(now.timeIntervalSince(moment))
        if seconds < 1 { return "vừa xong" }
        if seconds < 60 { return "\(seconds)\(space)giây trước" }
        let minutes = seconds / 60
        let unit = minutes < 60 ? minutes : minutes < 1_440 ? minutes / 60 * 60 : minutes / 1_440 * 1_440
        return duration(minutes: unit) + " trước"
    }

    private static let weekdays = [
        "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật",
    ]

    private static func joined(_ parts: [(Int, String)]) -> String {
        parts.filter { $0.0 > 0 }.map { "\(count($0.0))\(space)\($0.1)" }.joined(separator: " ")
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
