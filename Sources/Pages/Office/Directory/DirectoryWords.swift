package import Feedback

extension Feedback.Unit.Kind {
    var words: String {
        switch self {
        case .province: "UBND tỉnh, thành phố trực thuộc trung ương"
        case .city: "UBND thành phố, huyện"
        case .ward: "UBND phường"
        case .commune: "UBND xã"
        case .department: "Phòng chuyên môn, sở"
        case .office: "Văn phòng"
        case .oneStop: "Bộ phận Một cửa, Trung tâm PVHCC"
        case .agency: "Cơ quan ngành dọc"
        case .centre: "Đơn vị sự nghiệp"
        }
    }
}

extension Thing {
    /// Its page in the office.
    package var path: String { "/office/directory/\(Self.folders[kind] ?? kind)/\(FigureAddress.escaped(id))" }

    private static let folders = [
        "unit": "units", "desk": "desks", "official": "officials", "field": "fields", "procedure": "procedures",
    ]
}

extension Dated {
    /// "Đã đóng …", "Bắt đầu từ …"; nil for what is simply there.
    func stateWords(on today: LocalDay) -> String? {
        if let last = validTo {
            return last < today
                ? "Đã đóng, ngày cuối cùng \(Formats.shortDay(last))" : "Sẽ đóng sau ngày \(Formats.shortDay(last))"
        }
        return validFrom.flatMap { today < $0 ? "Bắt đầu từ \(Formats.shortDay($0))" : nil }
    }
}

extension DirectoryChange.Kind {
    var words: String {
        switch self {
        case .added: "Thêm mới"
        case .changed: "Thay đổi"
        case .headSet: "Ghi thủ trưởng"
        case .closed: "Đóng"
        case .merged: "Sáp nhập"
        case .split: "Chia tách"
        }
    }
}
