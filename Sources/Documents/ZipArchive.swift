/// The files of a zip, by its central directory (APPNOTE.TXT, 4.3). Everything that it says of itself is checked before
/// anything is unpacked: a table is small, so whatever claims to be large, or is not what it claims, is refused.
struct ZipArchive {
    private struct Entry {
        let method: Int
        let checksum: UInt32
        let packed: Int
        let size: Int
        let header: Int
    }

    static let mostEntries = 256
    static let largestFile = 16 << 20
    static let largestWhole = 32 << 20
    /// Deflate packs a run of one byte 1,032 times; a table of words perhaps 40 times.
    static let largestRatio = 250

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]

    /// - Throws: `GridFault.brokenZip`, `.unpacksTooLarge`, `.oldWorkbook` for one with a password.
    init(_ bytes: [UInt8]) throws(GridFault) {
        self.bytes = bytes
        let end = try endRecord()
        let count = try short(end + 10)
        guard try short(end + 4) == 0, try short(end + 6) == 0, try short(end + 8) == count else { throw .brokenZip }
        guard count <= Self.mostEntries else { throw .unpacksTooLarge }
        let size = try long(end + 12)
        var place = try long(end + 16)
        guard place <= end, size == end - place else { throw .brokenZip }
        var whole = 0
        for _ in 0..<count {
            guard try long(place) == 0x0201_4b50 else { throw .brokenZip }
            // Bit 0: encrypted.
            guard try short(place + 8) & 1 == 0 else { throw .oldWorkbook }
            let entry = Entry(
                method: try short(place + 10), checksum: UInt32(try long(place + 16)), packed: try long(place + 20),
                size: try long(place + 24), header: try long(place + 42))
            let name = try text(place + 46, try short(place + 28))
            whole += entry.size
            guard entry.size <= Self.largestFile, whole <= Self.largestWhole,
                entry.size <= entry.packed * Self.largestRatio + (1 << 16)
            else { throw .unpacksTooLarge }
            guard entries.updateValue(entry, forKey: name) == nil else { throw .brokenZip }
            place += 46 + (try short(place + 28)) + (try short(place + 30)) + (try short(place + 32))
        }
        guard place == end else { throw .brokenZip }
    }

    /// The content of a file; nil when there is none of this name.
    func file(_ name: String) throws(GridFault) -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        guard try long(entry.header) == 0x0403_4b50 else { throw .brokenZip }
        let start = entry.header + 30 + (try short(entry.header + 26)) + (try short(entry.header + 28))
        guard start <= bytes.count, entry.packed <= bytes.count - start else { throw .brokenZip }
        let packed = bytes[start..<start + entry.packed]
        switch entry.method {
        case 0:
            let content = Array(packed)
            guard entry.size == entry.packed, Inflate.checksum(of: content) == entry.checksum else { throw .brokenZip }
            return content
        case 8:
            return try Inflate.unpack(packed, size: entry.size, checksum: entry.checksum)
        default:
            throw .brokenZip
        }
    }

    /// Behind the last file stands the end record, and behind that a comment, which must end with the archive.
    private func endRecord() throws(GridFault) -> Int {
        var place = bytes.count - 22
        let last = max(0, place - 65_535)
        while place >= last {
            if try long(place) == 0x0605_4b50, try short(place + 20) == bytes.count - place - 22 { return place }
            place -= 1
        }
        throw .brokenZip
    }

    private func short(_ place: Int) throws(GridFault) -> Int {
        guard place >= 0, place + 2 <= bytes.count else { throw .brokenZip }
        return Int(bytes[place]) | Int(bytes[place + 1]) << 8
    }

    /// The mark of zip64, 0xFFFFFFFF, lies beyond every limit and so is refused like any number too large.
    private func long(_ place: Int) throws(GridFault) -> Int {
        try short(place) | short(place + 2) << 16
    }

    private func text(_ place: Int, _ count: Int) throws(GridFault) -> String {
        guard place + count <= bytes.count,
            let text = String(validating: bytes[place..<place + count], as: UTF8.self)
        else { throw .brokenZip }
        return text
    }
}
