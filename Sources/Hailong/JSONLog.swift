import Foundation
import Logging

/// One JSON object a line on standard error: a static message, and what varies as fields (Traps.md, 20).
/// Nothing personal is ever given to it.
struct JSONLog: LogHandler {
    let label: String
    var metadata = Logger.Metadata()
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields: [String: String] = [
            "at": Date().formatted(.iso8601), "level": event.level.rawValue, "message": "\(event.message)",
            "source": label,
        ]
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { _, new in new }) {
            fields[key] = String("\(value)".prefix(500))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(fields) else { return }
        FileHandle.standardError.write(line + Data("\n".utf8))
    }
}
