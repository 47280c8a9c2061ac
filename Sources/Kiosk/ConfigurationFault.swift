/// One thing that is wrong in `kiosk-config/`, said so that the operator can go and mend it.
package struct ConfigurationFault: Hashable, Sendable, CustomStringConvertible {
    /// Relative to the folder: "organization.yaml", "questionnaires/lk.yaml".
    package let file: String
    /// From 1; 0 when the fault is not in a line (a missing file).
    package let line: Int
    /// Where inside the file: "units[phong-tu-phap].head.email"; elements without an id by place, "postings[#3].from".
    package let key: String
    /// What is expected, in Vietnamese.
    package let message: String

    package init(file: String, line: Int, key: String, message: String) {
        self.file = file
        self.line = line
        self.key = key
        self.message = message
    }

    /// "organization.yaml:12: units[phong-tu-phap].head.email: …", clickable in editors and terminals.
    package var description: String {
        let place = line > 0 ? "\(file):\(line)" : file
        return key.isEmpty ? "\(place): \(message)" : "\(place): \(key): \(message)"
    }
}

/// Everything that is wrong in a folder, in the order of files and lines. Never empty when thrown.
package struct ConfigurationFaults: Error, Hashable, Sendable, CustomStringConvertible {
    package let all: [ConfigurationFault]

    package init(_ all: [ConfigurationFault]) {
        self.all = all.sorted { ($0.file, $0.line, $0.key, $0.message) < ($1.file, $1.line, $1.key, $1.message) }
    }

    /// One line a fault.
    package var description: String { all.map(\.description).joined(separator: "\n") }
}
