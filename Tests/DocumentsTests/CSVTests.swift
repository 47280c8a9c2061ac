import Testing

@testable import Documents

@Suite("CSV")
struct CSVTests {
    private func text(_ csv: CSV) -> String { String(decoding: csv.bytes.dropFirst(3), as: UTF8.self) }

    private func line(_ cells: Cell..., dialect: CSV.Dialect = .vietnamese) -> String {
        var csv = CSV(columns: [], dialect: dialect)
        csv.append(cells)
        return String(text(csv).dropFirst())
    }

    @Test("A file begins with the byte order mark and its header, and each line ends in CR LF")
    func shape() {
        var csv = CSV(columns: ["Đơn vị", "Số lượt"])
        #expect(Array(csv.bytes.prefix(3)) == [0xef, 0xbb, 0xbf])
        csv.append([.text("Phường Xuân An"), .integer(1_234)])
        #expect(text(csv) == "Đơn vị;Số lượt\r\nPhường Xuân An;1234\r\n")
    }

    @Test("The Vietnamese dialect has ; and a decimal comma, the international one , and a point")
    func dialects() {
        #expect(line(.text("a"), .number(93.1, decimals: 1)) == "a;93,1\r\n")
        #expect(line(.text("a"), .number(93.1, decimals: 1), dialect: .international) == "a,93.1\r\n")
    }

    @Test(
        "Cells with separators, quotes or line ends are quoted",
        arguments: [
            ("a;b", "\"a;b\""), ("a,b", "\"a,b\""), ("nói \"được\"", "\"nói \"\"được\"\"\""),
            ("hai\ndòng", "\"hai\ndòng\""), ("a\r\nb", "\"a\r\nb\""), ("a\tb", "\"a\tb\""), ("a b", "a b"),
        ])
    func quoting(typed: String, written: String) {
        #expect(line(.text(typed)) == written + "\r\n")
    }

    @Test(
        "Numbers are digits with the decimals asked for, rounded half away from zero; negative ones stay numbers",
        arguments: [
            (93.14, 1, "93,1"), (93.15, 0, "93"), (0.5, 0, "1"), (-0.5, 0, "-1"), (-3.5, 1, "-3,5"),
            (-0.04, 1, "0,0"), (0, 2, "0,00"), (0.05, 2, "0,05"), (99.999, 2, "100,00"), (1e6, 1, "1000000,0"),
            (.nan, 1, ""), (.infinity, 1, ""), (1e300, 0, ""), (0.1 + 0.2, 9, "0,300000000"), (1.25, -4, "1"),
        ])
    func numbers(value: Double, decimals: Int, written: String) {
        #expect(Cell.number(value, decimals: decimals).written(in: .vietnamese) == written)
    }

    @Test("Whole numbers, negative too, are not touched")
    func integers() {
        #expect(line(.integer(-5), .integer(.min), .empty, .integer(0)) == "-5;-9223372036854775808;;0\r\n")
    }

    @Test(
        "A code that would be read as a number is kept by a TAB in front; one that begins as a formula is guarded like text",
        arguments: [
            ("0901234567", "\t0901234567"), ("xa-bau-tram", "xa-bau-tram"), ("+84901234567", "'+84901234567"),
            ("=1+1", "'=1+1"), ("\t=1", "'\t'=1"), ("", ""),
        ])
    func codes(code: String, written: String) {
        #expect(Cell.code(code).written(in: .vietnamese) == written)
    }

    @Test(
        "What a spreadsheet would read as a number, a day, a time or a truth value",
        arguments: [
            "0901234567", "12345678901234567890", "007", "5", "1.250", "12,5", "5 %", "$5", "12E5", "1e-3", " 12 ",
            "3-4", "1/2", "2026-11", "2026-11-02", "02.11.2026", "9:15", "9:15 PM", "9 sa", "2026-11-02T09:15Z", "SEP2",
            "mar-1", "2-Sep", "tháng 3", "TRUE", "false", "#N/A", "１２",
        ])
    func reread(code: String) {
        #expect(CodeGuard.isReread(code))
    }

    @Test(
        "What stays as it is: anything with a letter that no number has",
        arguments: [
            "", "q03", "xa-bau-tram", "LK5", "E5", "CH2", "VV-000123", "2026-Q4", "1b", "000.00.12.H19-240101-0001",
            "may-in", "maybach-2", "sep", "A", "user:1", "case.acknowledged", "true-love", "9f86d081884c7d65",
        ])
    func kept(code: String) {
        #expect(!CodeGuard.isReread(code))
        #expect(line(.code(code)) == code + "\r\n")
    }

    @Test("Days and moments are those of ISO 8601, unquoted, which every region reads")
    func days() {
        let day = Cell.Day(year: 2026, month: 11, day: 2)
        #expect(line(.day(day), .moment(day, hour: 9, minute: 5)) == "2026-11-02;2026-11-02 09:05\r\n")
        #expect(line(.day(.init(year: 987, month: 1, day: 1)), dialect: .international) == "0987-01-01\r\n")
    }

    @Test("Header texts are guarded as well")
    func header() {
        #expect(text(CSV(columns: ["=1+1", "a;b"])) == "'=1+1;\"a;b\"\r\n")
    }
}
