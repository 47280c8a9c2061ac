import Feedback
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("A phone number that is erased is gone")
struct ErasePhonesTests {
    @Test("No number is readable for more than ninety days: the month's key goes with the month's first day")
    func ninetyDays() async throws {
        let city = try await Fixture(at: .inVietNam("2026-08-01", 9, 0))
        let first = try await city.rate()
        city.world.set(.inVietNam("2026-08-31", 9, 0))
        let last = try await city.rate()
        city.world.set(.inVietNam("2026-10-30", 23, 59))
        try await city.store.write(as: .system) { _ = try $0.eraseWhatIsDue() }
        #expect(try await city.store.read { try $0.maskedPhone(of: first.id) } == "095•••101")

        city.world.set(.inVietNam("2026-10-31", 0, 1))
        let run = try #require(try await city.store.write(as: .system) { try $0.eraseWhatIsDue() })
        #expect(run.lines.first { $0.purpose == .phone }?.count == 2)
        for rating in [first, last] {
            #expect(try await city.store.read { try $0.maskedPhone(of: rating.id) } == nil)
            let kept = try #require(try await city.store.read { try $0.rating(receipt: rating.receipt) })
            #expect(kept.phone == nil && kept.answers == rating.answers)
        }
        // A key that is made anew for that month is another one: a number that somebody kept sealed stays shut.
        let sealed = try #require(first.phone)
        await #expect(throws: (any Error).self) {
            try await city.store.write(as: .system) { _ = try sealed.open(key: $0.dataKey(for: sealed.month)) }
        }
    }

    @Test("A copy of the database made before holds the sealed number, and nothing that opens it afterwards")
    func restoredCopy() async throws {
        let (folder, copies) = (try ScratchFolder(), try ScratchFolder())
        let city = try await Fixture(at: .inVietNam("2026-08-03", 9, 0), path: folder.database)
        let rating = try await city.rate()
        let copy = copies.path + "/copy.sqlite"
        try SQLiteSnapshot(path: folder.database).copy(to: copy)

        // Restored while the month's key is there, the copy can be read: the test would see a number.
        #expect(try await Self.masked(rating, in: copy, keysOf: folder) == "095•••101")

        city.world.set(.inVietNam("2026-12-01", 2, 0))
        try await city.store.write(as: .system) { _ = try $0.eraseWhatIsDue() }
        #expect(try FolderMonthKeys(besideDatabase: folder.database).months() == [])

        #expect(try await Self.masked(rating, in: copy, keysOf: folder) == nil)
        let restored = try SQLiteStore(
            path: copy, secrets: Fixture.secrets, monthKeys: FolderMonthKeys(besideDatabase: folder.database),
            world: ManualWorld(at: .inVietNam("2026-08-04", 9, 0)))
        // The noise is still there, and no key in the whole copy.
        #expect(try restored.statement("SELECT length(phone) FROM rating") == [["38"]])
        #expect(try restored.statement("SELECT COUNT(*) FROM dataKey") == [["0"]])
        let again = try await restored.write(as: .system) { try $0.openPhone(of: rating.id) }
        #expect(again == nil)
    }

    @Test("Keys that an older version kept in the database move out; those whose time is over do not arrive")
    func moved() async throws {
        let folder = try ScratchFolder()
        let first = try await Fixture(at: .inVietNam("2026-11-20", 9, 0), path: folder.database)
        let rating = try await first.rate()
        let keys = FolderMonthKeys(besideDatabase: folder.database)
        let month = Month(first.now)
        let wrapped = try #require(try keys.wrapped(month))
        try keys.erase(month)
        // As an older version left it.
        try first.sqlite.statement("DROP TRIGGER dataKeyIsElsewhere")
        let hex = wrapped.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        for kept in ["2026-11", "2026-07"] {
            try first.sqlite.statement("INSERT INTO dataKey (month, wrapped) VALUES ('\(kept)', x'\(hex)')")
        }

        let second = try await Fixture(nil, at: .inVietNam("2026-11-21", 9, 0), path: folder.database)
        #expect(try await second.store.read { try $0.maskedPhone(of: rating.id) } == "095•••101")
        #expect(try keys.months() == [month])
        #expect(try second.sqlite.statement("SELECT COUNT(*) FROM dataKey") == [["0"]])
    }

    @Test("The database takes no key any more")
    func elsewhere() async throws {
        let city = try await Fixture()
        #expect(throws: (any Error).self) {
            try city.sqlite.statement("INSERT INTO dataKey (month, wrapped) VALUES ('2026-11', x'00')")
        }
    }

    @Test("A month's key file holds nothing readable, is its owner's alone, and leaves no half when it is written")
    func files() async throws {
        let folder = try ScratchFolder()
        let city = try await Fixture(path: folder.database)
        try await city.rate()
        let path = folder.path + "/month-keys/2026-11.key"
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/month-keys") == ["2026-11.key"])
    }

    private static func masked(
        _ rating: Rating, in copy: String, keysOf folder: ScratchFolder
    ) async throws -> String? {
        let store = try SQLiteStore(
            path: copy, secrets: Fixture.secrets, monthKeys: FolderMonthKeys(besideDatabase: folder.database),
            world: ManualWorld(at: .inVietNam("2026-08-04", 9, 0)))
        return try await store.read { try $0.maskedPhone(of: rating.id) }
    }
}
