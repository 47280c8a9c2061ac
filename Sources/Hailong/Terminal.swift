import Foundation

/// What an operator reads. Written at once, line by line, also into a pipe.
enum Terminal {
    static func say(_ line: String = "") {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    static func warn(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

/// The progress of long work: one line that grows in a terminal, a line each quarter in a pipe.
struct ProgressLine {
    let words: String
    private var shown = -1

    init(_ words: String) { self.words = words }

    /// - Parameter share: 0...1.
    mutating func show(_ share: Double) {
        let percent = Int((min(max(share, 0), 1) * 100).rounded(.down))
        guard percent != shown else { return }
        if isatty(1) == 1 {
            let full = percent / 4
            let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 25 - full)
            let line = "\r\(words) \(bar) \(percent) %" + (percent == 100 ? "\n" : "")
            FileHandle.standardOutput.write(Data(line.utf8))
        } else if percent / 25 > shown / 25 || shown < 0 {
            Terminal.say("\(words) \(percent / 25 * 25) %")
        }
        shown = percent
    }
}
