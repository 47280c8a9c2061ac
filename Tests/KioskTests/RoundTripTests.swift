import Feedback
import Foundation
import Kiosk
import Testing

@Suite("Writing a folder")
struct RoundTripTests {
    private func written(_ configuration: KioskConfiguration, _ settings: ServerSettings) throws -> [String: Data] {
        let folder = try Folders.empty()
        defer { try? FileManager.default.removeItem(at: folder) }
        try KioskFolder.write(configuration, settings, to: folder)
        let (read, readSettings) = try KioskFolder.read(folder)
        #expect(read == configuration)
        #expect(readSettings == settings)
        #expect(KioskDiff.between(current: configuration, wanted: read).isEmpty)
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where name.hasSuffix(".yaml") {
            files[name] = try Data(contentsOf: folder.appending(path: name))
        }
        return files
    }

    @Test("and reading it again changes nothing, for the shipped folder and the small one")
    func returnsTheSame() throws {
        let (configuration, settings) = try KioskFolder.read(Folders.shipped)
        #expect(try written(configuration, settings) == written(configuration, settings), "always the same bytes")
        let (small, smallSettings) = try Folders.with(Folders.small) { try KioskFolder.read($0) }
        #expect(small.targets.first?.value == 0.8009)
        _ = try written(small, smallSettings)
    }

    @Test(
        "keeps names that YAML could take for something else",
        arguments: [
            "yes", "null", "12", "1.1", "07:30", "a: b", "- a", "# a", "\"a\"", "'", "[a]", "{a}", " a ", "a #b", "&a",
            "*",
            "!", "%", "@", "`", "\\n", "2024-01-01", "~", "0x1f", "1e3", "Đất đai – 100%", "ghi chú:", "...", "---",
            "No",
        ])
    func keepsNames(name: String) throws {
        var (configuration, settings) = try Folders.with(Folders.small) { try KioskFolder.read($0) }
        configuration.fields[0].name = name
        configuration.alerts.categories[0].words = [name, "quát"]
        configuration.questionnaires[0].scale = [name, "2", "3", "4", "5"]
        settings.mailFrom.name = name
        _ = try written(configuration, settings)
    }

    @Test("keeps every setting, versions of a questionnaire, and forgets those that are gone")
    func keepsEverything() throws {
        var (configuration, settings) = try Folders.with(Folders.small) { try KioskFolder.read($0) }
        let day = try #require(LocalDay(rawValue: "2025-06-30"))
        configuration.units[2].validTo = day
        configuration.units[2].validFrom = day
        configuration.desks[0].validTo = day
        configuration.desks[0].place = "thanh-pho"
        configuration.postings[0].to = day
        configuration.form = FormSettings(questionnaire: "LK", phoneRequired: false, opens: day, closes: day)
        configuration.alerts.commentInMail = true
        configuration.alerts.escalation = [15]
        configuration.alerts.canary = AlertPolicy.Canary(isEnabled: false, to: "thu@a.vn", at: 0, within: 240)
        configuration.alerts.hours.compensated = [day]
        configuration.targets[0].to = day
        var second = configuration.questionnaires[0]
        second.version = 2
        second.index = .meanOfCriteria
        second.overall = nil
        second.factors[0].askedOnlyIf = "ai đã góp ý"
        configuration.questionnaires.append(second)
        settings = ServerSettings(
            host: "0.0.0.0", port: 1, baseURL: "https://a.vn", mailFrom: settings.mailFrom,
            secondFactorRequired: [.administrator, .homeAffairs])
        #expect(try written(configuration, settings).keys.contains("questionnaires/lk-2.yaml"))

        let folder = try Folders.empty()
        defer { try? FileManager.default.removeItem(at: folder) }
        try KioskFolder.write(configuration, settings, to: folder)
        configuration.questionnaires.removeLast()
        try KioskFolder.write(configuration, settings, to: folder)
        #expect(try KioskFolder.read(folder).0 == configuration)
    }
}
