import Feedback
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("Phone numbers in the file")
struct PrivacyTests {
    @Test("None of two hundred stands there, in any of six spellings")
    func canaries() async throws {
        let folder = try ScratchFolder()
        let fixture = try await Fixture(path: folder.database)
        let typed = (0..<200).map { Fixture.phone(700_000 + $0 * 37) }
        let phones = try typed.map { try Phone(typed: $0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for phone in typed {
                let submission = try fixture.submission(
                    fixture.form(level: .dissatisfied, phone: phone, comment: "Chờ lâu"))
                group.addTask { try await fixture.store.write(as: .citizen) { _ = try $0.submit(submission) } }
            }
            try await group.waitForAll()
        }
        #expect(try await fixture.ratings().count == 200)
        var bytes: [[UInt8]] = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where name != "month-keys" {
            bytes.append(Array(try Data(contentsOf: URL(filePath: folder.path + "/" + name))))
        }
        #expect(bytes.count >= 2 && bytes.reduce(0) { $0 + $1.count } > 100_000)
        let wanted = phones.flatMap { phone -> [String] in
            let digits = phone.digits
            let dotted = phone.grouped.replacing(" ", with: ".")
            return [digits, phone.e164, phone.grouped, dotted, "84" + digits.dropFirst(), String(digits.dropFirst())]
        }
        #expect(Set(wanted).count == 1_200)
        #expect(Search(wanted).found(in: bytes).isEmpty)
        // The search itself finds what is there.
        #expect(Search(["Chờ lâu", "LK@1"]).found(in: bytes).count == 2)
    }

    @Test("are read again after a restart, and the journal goes on where it was")
    func reopened() async throws {
        let folder = try ScratchFolder()
        let first = try await Fixture(path: folder.database)
        let rating = try await first.rate(level: .dissatisfied)
        let journal = try await first.journal()

        let second = try await Fixture(nil, path: folder.database)
        second.world.advance(days: 1)
        #expect(second.directory.codes == first.directory.codes)
        let digits = try await second.store.write(as: .system) { tx in
            let phone = try tx.rating(receipt: rating.receipt)?.phone
            return try phone.map { try $0.open(key: tx.dataKey(for: $0.month)).digits }
        }
        #expect(digits == "0950000101")
        try await second.rate()
        let lines = try await second.journal()
        #expect(Array(lines.prefix(journal.count)) == journal && lines.count == journal.count + 1)
        var check = ChainCheck()
        for entry in lines where !check.take(entry) { break }
        #expect(check.broken == nil && check.lines == lines.count)
        #expect(try FolderMonthKeys(besideDatabase: folder.database).months() == [Month(first.now)])
    }

    @Test("are noise once the month's key is dropped, and with another master key")
    func erased() async throws {
        let folder = try ScratchFolder()
        let first = try await Fixture(path: folder.database)
        let rating = try await first.rate()
        let stranger = try SQLiteStore(path: folder.database, secrets: Secrets(masterKey: Array(1...32)))
        await #expect(throws: (any Error).self) {
            try await stranger.write(as: .system) { _ = try $0.dataKey(for: Month(day: rating.localDay)) }
        }
        try FolderMonthKeys(besideDatabase: folder.database).erase(Month(first.now))
        let second = try await Fixture(nil, path: folder.database)
        let phone = try #require(try await second.store.read { try $0.rating(receipt: rating.receipt) }?.phone)
        await #expect(throws: (any Error).self) {
            try await second.store.write(as: .system) { try phone.open(key: $0.dataKey(for: phone.month)).digits }
        }
        #expect(try await second.counts().n == 5)
    }
}

/// Looks for many texts in one pass: by their first four bytes, then in full.
private struct Search {
    private var byStart: [UInt32: [[UInt8]]] = [:]

    init(_ texts: [String]) {
        for text in texts {
            let bytes = Array(text.utf8)
            byStart[Self.start(bytes, 0), default: []].append(bytes)
        }
    }

    func found(in files: [[UInt8]]) -> Set<String> {
        var found: Set<String> = []
        for bytes in files {
            for place in 0..<max(0, bytes.count - 3) {
                guard let candidates = byStart[Self.start(bytes, place)] else { continue }
                for text in candidates where bytes[place...].starts(with: text) {
                    found.insert(String(decoding: text, as: UTF8.self))
                }
            }
        }
        return found
    }

    private static func start(_ bytes: [UInt8], _ place: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[place + $1]) }
    }
}
