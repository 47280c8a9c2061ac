import Foundation
import Testing

@testable import Pages

@Suite("Templates and the values they name")
struct TagTests {
    /// Pages by template. A misspelt tag is drawn as nothing, so no snapshot of a first look would betray it.
    static func samples() throws -> [String: [any Page]] {
        Dictionary(grouping: try CitizenPreview.pages().map(\.page)) { type(of: $0).template }
    }

    @Test(
        "Every tag names a stored value, and some sample draws every tag",
        arguments: [
            "rating", "receipt", "refusal", "fault", "privacy", "mail-alert", "mail-daily", "mail-plain",
        ])
    func tags(_ template: String) throws {
        let pages = try #require(try Self.samples()[template])
        var walk = TagWalk()
        for page in pages { try walk.draw(template, with: page) }
        #expect(walk.unknown == [])
        #expect(walk.never.subtracting(["citizen {{name}}", "citizen {{address}}", "citizen {{phone}}"]) == [])
    }

    @Test("The plain text of a mail names stored values too")
    func text() throws {
        var walk = TagWalk()
        for page in try CitizenPreview.pages().compactMap({ $0.page as? any Letter }) {
            try walk.draw(type(of: page).template + "-text", with: page)
        }
        #expect(walk.unknown == [])
        #expect(walk.never == [])
    }

    @Test(
        "Everything is escaped: no template of the house uses triple braces or {{&", arguments: Templates.citizen.keys)
    func escaped(_ template: String) throws {
        let source = try #require(Templates.sources[template])
        #expect(!source.contains("{{{"))
        #expect(!source.contains("{{&"))
    }

    @Test("Every template in the folder is listed, and every listed one is drawn by a sample")
    func listed() throws {
        let folder = Snapshot.folder.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Pages/Templates")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(9)) }
        #expect(Set(files) == Set(Templates.sources.keys))
        let drawn = Set(try Self.samples().keys).union([
            "citizen", "mail-alert-text", "mail-daily-text", "mail-plain-text",
        ])
        #expect(drawn == Set(Templates.citizen.keys))
    }

    @Test("A missing template says its name")
    func missing() throws {
        struct Nowhere: Page { static let template = "nowhere" }
        let fault = #expect(throws: TemplateFault.self) { try Nowhere().html() }
        #expect(try #require(fault).description.contains("nowhere"))
    }
}
