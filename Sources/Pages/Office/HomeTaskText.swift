import Feedback

/// A task of the home page in words, with the way to it.
struct HomeTaskText: Sendable {
    let words: String
    let href: String?
    let isBurning: Bool

    init(_ task: HomeTask, _ frame: Frame) {
        switch task {
        case .shifts(_, _, isDayOff: true):
            words = "Hôm nay là ngày nghỉ. Xem ca trực của tuần."
            href = Section.shifts.path
            isBurning = false
        case .shifts(let desks, let empty, isDayOff: false):
            words = Self.shifts(desks, empty.map(frame.directory.sign))
            href = Section.shifts.path
            isBurning = !empty.isEmpty
        case .dataRequests(let load):
            words = Self.requests(load)
            href = Section.privacy.path
            isBurning = load.overdue > 0 || load.notifyBy != nil
        case .accounts(let waiting, let all):
            words =
                waiting == 0
                ? "\(Formats.count(all)) tài khoản, ai cũng đã đặt mật khẩu."
                : "\(Formats.count(waiting)) người trong \(Formats.count(all)) chưa đặt mật khẩu."
            href = Section.people.path
            isBurning = false
        case .own(let official, let months, let measured):
            words = Self.own(frame.directory.official(official)?.name, months, measured)
            href = OwnPage.path
            isBurning = false
        case .alarms(let alarms):
            words = Self.alarms(alarms, frame)
            href = AlarmsPage.path
            isBurning = true
        case .silentDesks(let silent):
            words = Self.silent(silent.map { frame.directory.sign(of: $0.desk) })
            href = "\(Section.comparison.path)?by=desk#silent"
            isBurning = false
        case .dossiers(let month, let missing):
            words =
                "Chưa nhập số hồ sơ \(Formats.month(month)) của \(missing) quầy: cần để tính tỷ lệ người dân đánh giá."
            href = DossiersPage.path(month)
            isBurning = false
        case .report(let period, let isBegun):
            words = "Báo cáo \(Formats.period(period)) \(isBegun ? "còn là bản nháp, chưa chốt" : "chưa lập")."
            href = ReportAddress(period)?.path
            isBurning = false
        case .publication(let period):
            words = "Số liệu \(Formats.period(period)) chưa công bố."
            href = PublicationsPage.path(of: period)
            isBurning = false
        case .idle(let role):
            words = Self.idle(role)
            href = nil
            isBurning = false
        }
    }

    private static func shifts(_ desks: Int, _ empty: [String]) -> String {
        guard let first = empty.first else {
            return desks == 1 ? "Hôm nay quầy có người trực." : "Hôm nay cả \(desks) quầy đều có người trực."
        }
        if empty.count == 1 { return "Hôm nay \(first) chưa có ai trực." }
        return "Hôm nay \(empty.count) quầy chưa có ai trực: \(empty.prefix(3).joined(separator: "; "))"
            + (empty.count > 3 ? "…" : ".")
    }

    private static func alarms(_ alarms: [Alarm], _ frame: Frame) -> String {
        var names: [String] = []
        for alarm in alarms {
            let name = AlarmText.name(of: alarm.subject, in: frame.directory)
            if !names.contains(name) { names.append(name) }
        }
        let list = names.prefix(3).joined(separator: "; ") + (names.count > 3 ? "…" : ".")
        return "\(Formats.count(alarms.count)) cảnh báo thống kê chưa xem xét (phiếu không hài lòng tăng): \(list)"
    }

    private static func silent(_ names: [String]) -> String {
        let list = names.prefix(3).joined(separator: "; ") + (names.count > 3 ? "…" : ".")
        return "\(names.count) quầy không có phiếu nào trong \(SilentDesk.days) ngày làm việc vừa qua: \(list)"
    }

    private static func requests(_ load: DataRequestLoad) -> String {
        var words =
            load.open == 0
            ? "Không có yêu cầu nào về dữ liệu cá nhân đang chờ."
            : "\(Formats.count(load.open)) yêu cầu về dữ liệu cá nhân đang chờ"
                + (load.overdue > 0 ? ", \(Formats.count(load.overdue)) quá hạn" : "")
                + (load.nextDay.map { "; hạn gần nhất \(Formats.shortDay($0))." } ?? ".")
        if load.incidents > 0 { words += " \(Formats.count(load.incidents)) sự cố chưa khép lại." }
        if let by = load.notifyBy { words += " Phải báo cơ quan chuyên trách trước \(Formats.moment(by))." }
        return words
    }

    private static func own(_ name: String?, _ months: ClosedRange<Month>, _ measured: Measured) -> String {
        let figure = FigureText(measured, of: .official)
        let span = "\(Formats.month(months.lowerBound)) đến \(Formats.month(months.upperBound))"
        let subject = "\(span.firstUppercased), \(name ?? "Ông/Bà")"
        guard let share = figure.share else {
            return """
                \(subject): \(Formats.count(measured.ratings)) lượt đánh giá, chưa đủ để nói (cần 30 trở lên). Kết quả \
                chỉ hiện sau khi hết tháng, và không bao giờ hiện từng phiếu.
                """
        }
        let interval = figure.interval.map { "; khoảng tin cậy \($0)" } ?? ""
        return "\(subject): \(share) hài lòng (n = \(figure.n)\(interval))."
    }

    private static func idle(_ role: Role) -> String {
        role == .paperEntry
            ? "Chưa có lô phiếu giấy nào chờ nhập. Khi có, Phòng Nội vụ sẽ giao ở đây."
            : "Chưa có đợt khảo sát nào đang mở. Khi được giao mẫu, danh sách của Ông/Bà hiện ở đây."
    }
}
