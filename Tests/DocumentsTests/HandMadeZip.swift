@testable import Documents

/// A zip made by hand, so that it can lie.
struct HandMadeZip {
    struct File {
        var name: String
        var data: [UInt8]
        /// 0 stored, 8 deflated.
        var method: UInt16 = 0
        var flags: UInt16 = 0
        /// What the directory claims; nil: the truth.
        var size: UInt32?
        var checksum: UInt32?
    }

    var files: [File]

    init(_ files: [File]) { self.files = files }
    init(_ files: KeyValuePairs<String, String>) {
        self.files = files.map { File(name: $0.key, data: Array($0.value.utf8)) }
    }

    var bytes: [UInt8] {
        var all: [UInt8] = [], directory: [UInt8] = []
        for file in files {
            let start = UInt32(all.count), size = file.size ?? UInt32(file.data.count)
            let facts =
                short(file.flags) + short(file.method) + long(0)
                + long(file.checksum ?? Inflate.checksum(of: file.data)) + long(UInt32(file.data.count)) + long(size)
                + short(UInt16(file.name.utf8.count)) + short(0)
            all += long(0x0403_4b50) + short(20) + facts + Array(file.name.utf8) + file.data
            directory += long(0x0201_4b50) + short(20) + short(20) + facts + short(0) + short(0) + short(0) + long(0)
            directory += long(start) + Array(file.name.utf8)
        }
        let count = UInt16(files.count)
        let end =
            long(0x0605_4b50) + short(0) + short(0) + short(count) + short(count) + long(UInt32(directory.count))
            + long(UInt32(all.count)) + short(0)
        return all + directory + end
    }

    private func short(_ value: UInt16) -> [UInt8] { [UInt8(truncatingIfNeeded: value), UInt8(value >> 8)] }
    private func long(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32($0 * 8)) }
    }

    /// A workbook whose one sheet holds `rows`, the XML between `<sheetData>` and its end.
    static func workbook(_ rows: String, words: String = "", main: String = "", before: String = "") -> [UInt8] {
        HandMadeZip([
            "xl/workbook.xml": """
            <?xml version="1.0"?><workbook xmlns:r="r">\(main)<sheets><sheet name="A" sheetId="1" r:id="rId7"/>\
            <sheet name="B" sheetId="2" r:id="rId8"/></sheets></workbook>
            """,
            "xl/_rels/workbook.xml.rels": """
            <Relationships><Relationship Id="rId7" Target="worksheets/one.xml"/></Relationships>
            """,
            "xl/sharedStrings.xml": "<sst>\(words)</sst>",
            "xl/worksheets/one.xml": "\(before)<worksheet><sheetData>\(rows)</sheetData></worksheet>",
        ]).bytes
    }
}
