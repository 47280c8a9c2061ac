import Feedback
import Foundation
import Kiosk
import Testing

@Suite("A large organisation")
struct SpeedTests {
    @Test("of two hundred units with three desks each is checked in less than a second")
    func isQuick() throws {
        let (small, settings) = try Folders.with(Folders.small) { try KioskFolder.read($0) }
        var configuration = small
        let from = configuration.postings[0].from
        for number in 0..<200 {
            let unit = ID<Feedback.Unit>("don-vi-\(number)")
            let head = Head(name: "Thủ trưởng \(number)", title: "Trưởng phòng", email: "a\(number)@example.vn")
            configuration.units.append(
                Unit(id: unit, name: "Đơn vị \(number)", kind: .ward, parent: "thanh-pho", head: head))
            for place in 0..<3 {
                let desk = ID<Desk>("q-\(number)-\(place)")
                let official = ID<Official>("cb-\(number)-\(place)")
                configuration.desks.append(Desk(id: desk, name: "Quầy", unit: unit, fields: ["ho-tich"]))
                configuration.officials.append(
                    Official(id: official, name: "Cán bộ", title: "Chuyên viên", unit: unit))
                for month in 0..<2 {
                    let first = from.adding(days: month * 30)
                    configuration.postings.append(
                        Posting(desk: desk, official: official, from: first, to: first.adding(days: 29)))
                }
            }
        }
        let folder = try Folders.empty()
        defer { try? FileManager.default.removeItem(at: folder) }
        try KioskFolder.write(configuration, settings, to: folder)
        let clock = ContinuousClock()
        var read: KioskConfiguration?
        let taken = try clock.measure { read = try KioskFolder.read(folder).0 }
        let lines = try String(contentsOf: folder.appending(path: "organization.yaml"), encoding: .utf8)
            .count { $0.isNewline }
        print("200 units, 600 desks, 1,200 postings, \(lines) lines: checked in \(taken)")
        #expect(read == configuration)
        #if DEBUG
            #expect(taken < .seconds(4), "unoptimised")
        #else
            #expect(taken < .seconds(1))
        #endif
    }
}
