import Foundation

/// A table that somebody sent to be taken over: officials, postings, or both in each line.
package struct ImportSheet: Codable, Hashable, Sendable {
    /// What a column can hold, known by its heading in any case, with or without diacritics.
    package enum Column: String, Codable, Sendable, CaseIterable {
        case id, name, title, unit, desk, from, to, weekdays

        package var words: String {
            switch self {
            case .id: "Mã cán bộ"
            case .name: "Họ tên"
            case .title: "Chức danh"
            case .unit: "Đơn vị"
            case .desk: "Quầy"
            case .from: "Từ ngày"
            case .to: "Đến ngày"
            case .weekdays: "Thứ"
            }
        }

        fileprivate var headings: [String] {
            switch self {
            case .id: ["ma can bo", "ma cong chuc", "ma", "id"]
            case .name: ["ho ten", "ho va ten", "can bo", "cong chuc", "ten can bo", "ten"]
            case .title: ["chuc danh", "chuc vu"]
            case .unit: ["don vi", "co quan", "phong ban", "don vi cong tac"]
            case .desk: ["quay", "ma quay", "ten quay"]
            case .from: ["tu ngay", "ngay bat dau", "bat dau"]
            case .to: ["den ngay", "den het ngay", "ngay ket thuc", "ket thuc"]
            case .weekdays: ["thu", "cac thu", "ngay trong tuan", "thu trong tuan"]
            }
        }
    }

    package struct Line: Codable, Hashable, Sendable {
        /// As the spreadsheet numbers it.
        package var number: Int
        package var cells: [String]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    /// Of each column; nil for one that is not used.
    package let columns: [Column?]
    /// Headings of columns that are not used.
    package let unused: [String]
    package let lines: [Line]
    private let countsFrom1904: Bool

    /// - Parameter lines: the first one holds the headings.
    /// - Throws: `Refusal.invalid` for a table without the columns that are needed.
    package init(_ lines: [Line], countsFrom1904: Bool = false) throws(Refusal) {
        guard let header = lines.first, lines.count > 1 else {
            throw .shift("table", "Bảng cần một dòng tiêu đề và ít nhất một dòng dữ liệu.")
        }
        var columns: [Column?] = []
        for heading in header.cells {
            let known = Column.allCases.first { $0.headings.contains(heading.plain) }
            if let known, columns.contains(known) {
                throw .shift("table", "Có hai cột “\(known.words)”. Xin để lại một.")
            }
            columns.append(known)
        }
        let found = Set(columns.compactMap(\.self))
        guard !found.isDisjoint(with: [.id, .name]) else {
            throw .shift("table", "Không thấy cột “Họ tên” hoặc “Mã cán bộ” ở dòng đầu của bảng.")
        }
        guard !found.isDisjoint(with: [.unit, .desk]) else {
            throw .shift(
                "table", "Không thấy cột “Đơn vị” (nhập cán bộ) hoặc “Quầy” (nhập phân công) ở dòng đầu của bảng.")
        }
        self.columns = columns
        unused = zip(header.cells, columns).filter { $1 == nil && !$0.isEmpty }.map(\.0)
        self.lines = Array(lines.dropFirst())
        self.countsFrom1904 = countsFrom1904
    }

    /// A cell of a line; nil when it is empty.
    func value(_ column: Column, of line: Line) -> String? {
        guard let place = columns.firstIndex(of: column), place < line.cells.count else { return nil }
        let text = line.cells[place].trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    /// A day as it is written, or as spreadsheets count days.
    func day(_ text: String) -> LocalDay? {
        if let day = LocalDay(typed: text) { return day }
        // 1982 … 2091: any other number is something else in the wrong column.
        guard let serial = Double(text), serial >= 30_000, serial < 70_000 else { return nil }
        return LocalDay(number: Int(serial) - 25_569 + (countsFrom1904 ? 1_462 : 0))
    }

    /// "T2, T4", "2-6", "Thứ 2, Thứ 4", "Thứ Hai", "CN", "các ngày". Nil for what is none of these; empty: every day.
    static func weekdays(_ text: String) -> [Int]? {
        let plain = text.plain
        if ["cac ngay", "ca tuan", "hang ngay", "moi ngay", "cac ngay trong tuan"].contains(plain) { return [] }
        var days: Set<Int> = []
        for part in plain.replacing("thu ", with: "t").replacing("chu nhat", with: "cn").split(whereSeparator: {
            ", ;/+".contains($0)
        }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { weekday($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else {
                return nil
            }
            days.formUnion(first...last)
        }
        guard !days.isEmpty else { return nil }
        return days.count == 7 ? [] : days.sorted()
    }

    /// "t2" or "2" is Monday: 1.
    private static func weekday(_ text: Substring) -> Int? {
        let names = ["hai", "ba", "tu", "nam", "sau", "bay"]
        let name = text.hasPrefix("t") ? text.dropFirst() : text
        if text == "cn" || name == "8" { return 7 }
        if let place = names.firstIndex(of: String(name)), text.hasPrefix("t") { return place + 1 }
        guard name.utf8.count == 1, let number = Int(name), (2...7).contains(number) else { return nil }
        return number - 1
    }
}

extension String {
    /// Lower case, without diacritics, one blank between words: how headings and names are compared.
    var plain: String {
        let scalars = lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { $0.properties.generalCategory != .nonspacingMark }.map { $0 == "đ" ? "d" : $0 }
        return String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Composed, one blank between words, any case: how names are compared that must not be confused.
    var compared: String {
        lowercased().precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
