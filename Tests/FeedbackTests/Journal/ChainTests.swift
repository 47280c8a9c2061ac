import Feedback
import Foundation
import TestSupport
import Testing

@Suite("The journal betrays whoever edits it")
struct ChainTests {
    private func check(_ entries: [Entry]) -> ChainCheck {
        var check = ChainCheck()
        for entry in entries where !check.take(entry) { break }
        return check
    }

    private func lines() -> [Entry] {
        var dice = Dice()
        var entries: [Entry] = []
        for id in 1...50 {
            let at = Date.fridayMorning.addingTimeInterval(Double(id) + Double(dice.number(0...999_999)) / 1_000_000)
            entries.append(
                Entry(
                    id: Int64(id), at: at, actor: "user:\(id % 3)", kind: "rating.received", subject: "rating:\(id)",
                    details: id % 4 == 0 ? "replaces=\(id - 1)" : "", after: entries.last?.hash ?? []))
        }
        return entries
    }

    @Test("A whole chain is whole")
    func whole() {
        #expect(check(lines()).lines == 50 && check(lines()).broken == nil)
    }

    @Test("A thousand changes of one field of one line are all found")
    func edits() {
        let lines = lines()
        var dice = Dice()
        for _ in 0..<1_000 {
            let place = dice.number(0...49)
            let old = lines[place]
            var (at, actor, kind) = (old.at, old.actor, old.kind)
            var (subject, details, hash) = (old.subject, old.details, old.hash)
            switch dice.number(0...5) {
            case 0: at += Double(dice.number(1...100_000)) / 1_000 * (dice.once(in: 2) ? 1 : -1)
            case 1: actor += dice.once(in: 2) ? " " : "1"
            case 2: kind = "rating.receiveD"
            case 3: subject = "rating:\(dice.number(100...999))"
            case 4: details += dice.once(in: 2) ? "|" : "x"
            default: hash[dice.number(0...31)] ^= UInt8(1 << dice.number(0...7))
            }
            var edited = lines
            edited[place] = Entry(
                id: old.id, at: at, actor: actor, kind: kind, subject: subject, details: details, hash: hash)
            #expect(check(edited).broken == old.id, "\(edited[place])")
        }
    }

    @Test("A line that was dropped, doubled, swapped or slipped in is found")
    func structure() {
        let lines = lines()
        for place in 0..<49 {
            var dropped = lines
            dropped.remove(at: place)
            #expect(check(dropped).broken != nil)
            var swapped = lines
            swapped.swapAt(place, place + 1)
            #expect(check(swapped).broken != nil)
            var doubled = lines
            doubled.insert(lines[place], at: place)
            #expect(check(doubled).broken != nil)
        }
    }

    @Test("A letter cannot move from one field into the next")
    func moved() {
        let at = Date.fridayMorning
        let pairs = [("a|b", "c"), ("a", "b|c"), ("a1:b", "c"), ("a", "1:bc"), ("ab", "c"), ("a", "bc")]
        let hashes = pairs.map { subject, details in
            Entry(id: 1, at: at, actor: "system", kind: "k", subject: subject, details: details, after: []).hash
        }
        #expect(Set(hashes).count == pairs.count)
    }
}
