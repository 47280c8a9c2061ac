import Foundation
import Kiosk
import Testing

/// Repeats a printed run: HAILONG_SEED=… swift test.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
    }
}

@Suite("A folder spoilt at random")
struct SpoiltAtRandomTests {
    @Test("is read or refused with places that exist, and never brings the program down")
    func survives() throws {
        let given = ProcessInfo.processInfo.environment["HAILONG_SEED"].flatMap(UInt64.init)
        let seed = given ?? UInt64.random(in: 0...UInt64(UInt32.max))
        print("folders spoilt at random: HAILONG_SEED=\(seed)")
        var dice = Dice(state: seed)
        var refused = 0
        for _ in 0..<150 {
            var files = Folders.small
            let name = try #require(files.keys.sorted().randomElement(using: &dice))
            files[name] = spoil(try #require(files[name]), &dice)
            let lines = files.mapValues { $0.count(where: \.isNewline) + 1 }
            try Folders.with(files) { folder in
                do {
                    let (configuration, settings) = try KioskFolder.read(folder)
                    // What was taken can be written and read again.
                    try Folders.with([:]) { copy in
                        try KioskFolder.write(configuration, settings, to: copy)
                        #expect(try KioskFolder.read(copy).0 == configuration)
                    }
                } catch let faults as ConfigurationFaults {
                    refused += 1
                    #expect(!faults.all.isEmpty)
                    for fault in faults.all {
                        #expect(!fault.message.isEmpty && fault.line <= lines[fault.file] ?? 0, "\(fault)")
                    }
                }
            }
        }
        #expect(refused > 30)
    }

    private func spoil(_ text: String, _ dice: inout Dice) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let line = lines.indices.randomElement(using: &dice) ?? 0
        let other = lines.indices.randomElement(using: &dice) ?? 0
        switch Int.random(in: 0..<7, using: &dice) {
        case 0: lines.remove(at: line)
        case 1: lines.insert(lines[line], at: other)
        case 2: lines.swapAt(line, other)
        case 3: lines[line] = "  " + lines[line]
        case 4: lines[line] = String(lines[line].dropFirst(Int.random(in: 0...6, using: &dice)))
        case 5:
            let marks = [":", "\"", "[", "{", "- ", "#", "&a", "*a", "!", "|", "\t", "\u{0}", "ế", "~", "? ", "%"]
            let place = Int.random(in: 0...lines[line].count, using: &dice)
            let mark = marks.randomElement(using: &dice) ?? ":"
            lines[line].insert(contentsOf: mark, at: lines[line].index(lines[line].startIndex, offsetBy: place))
        default:
            let parts = lines[line].split(separator: ":", maxSplits: 1)
            lines[line] =
                "\(parts.first ?? ""): \(["", "12", "yes", "[]", "{}", "- 1", "2024-99-01"].randomElement(using: &dice) ?? "")"
        }
        return lines.joined(separator: "\n")
    }
}
