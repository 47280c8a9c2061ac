import Feedback
import Foundation
import Kiosk
import Testing

@Suite("How reports look, in reports.yaml")
struct ReportsFileTests {
    private let text = """
        parentAgency: UBND thị xã A
        issuingAgency: Phòng Nội vụ
        symbol: BC-PNV
        place: A
        addressee: UBND thị xã A
        area: trên địa bàn thị xã A
        recipients: [Như trên, "Lưu: VT"]
        signature: [KT. Trưởng phòng, Phó Trưởng phòng]

        """

    private func read(_ text: String?) throws -> ReportForm? {
        var files = Folders.small
        files["reports.yaml"] = text
        return try Folders.with(files) { try KioskFolder.read($0) }.0.reports
    }

    @Test("may be missing: then the names of the authority say it")
    func missing() throws {
        #expect(try read(nil) == nil)
    }

    @Test("is read, written again as the same, and shown by config diff")
    func roundTrip() throws {
        let form = try #require(try read(text))
        #expect(form.signature == ["KT. Trưởng phòng", "Phó Trưởng phòng"] && form.bases.isEmpty)
        let small = try Folders.with(Folders.small) { try KioskFolder.read($0) }
        var configuration = small.0
        configuration.reports = form
        let folder = try Folders.empty()
        defer { try? FileManager.default.removeItem(at: folder) }
        try KioskFolder.write(configuration, small.1, to: folder)
        #expect(try KioskFolder.read(folder).0 == configuration)
        let changes = KioskDiff.between(current: small.0, wanted: configuration)
        #expect(!changes.isEmpty && changes.allSatisfy { $0.what == "báo cáo" })
    }

    @Test("names the key that is missing or not known")
    func broken() throws {
        let faults = try #require(throws: ConfigurationFaults.self) {
            _ = try read(text.replacingOccurrences(of: "symbol: BC-PNV", with: "symbool: BC-PNV"))
        }.all.map { "\($0.key): \($0.message)" }
        #expect(faults.contains { $0.contains("thiếu khóa “symbol”") })
        #expect(faults.contains { $0.contains("có phải “symbol”?") })
    }

    @Test("is shipped for Long Khánh with the plan it rests on")
    func shipped() throws {
        let form = try #require(try KioskFolder.read(Folders.shipped).0.reports)
        #expect(form.symbol == "BC-PNV" && form.bases.first?.contains("203/KH-UBND") == true)
        #expect(form.recipients.last == "Lưu: VT, CCHC")
    }
}
