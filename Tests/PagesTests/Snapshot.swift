import Foundation
import Testing

/// What a page looked like when somebody last looked at it, as a plain file beside the tests.
/// `HAILONG_RECORD=1` writes it anew.
enum Snapshot {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "__Snapshots__")

    static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["HAILONG_RECORD"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return
        }
        let kept = try #require(
            try? String(contentsOf: file, encoding: .utf8), "No snapshot \(name): run with HAILONG_RECORD=1",
            sourceLocation: sourceLocation)
        guard kept != text else { return }
        let now = text.split(separator: "\n", omittingEmptySubsequences: false)
        let then = kept.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(now, then).enumerated().first { $1.0 != $1.1 }?.offset ?? min(now.count, then.count)
        let (was, `is`) = (then.dropFirst(line).first ?? "", now.dropFirst(line).first ?? "")
        Issue.record("\(name), line \(line + 1)\nwas: \(was)\nis:  \(`is`)", sourceLocation: sourceLocation)
    }
}
