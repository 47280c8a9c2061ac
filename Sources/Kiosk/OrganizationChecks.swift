import Feedback

extension Organization {
    /// What can be said only when the whole file is known.
    func check(_ findings: Findings) {
        checkTree(findings)
        checkPostings(findings)
    }

    /// No unit above itself, and somebody who is told of a bad rating for every unit that can get one: the rated ones,
    /// and those that are not rated but have a desk or an official.
    private func checkTree(_ findings: Findings) {
        let byID = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let serving = Set(desks.map(\.unit)).union(officials.map(\.unit))
        for unit in units where !unit.id.rawValue.isEmpty {
            guard let place = findings.place(of: .unit, unit.id.rawValue) else { continue }
            var next: Unit? = unit
            var steps = 0
            var hasHead = false
            while let current = next, steps <= units.count {
                hasHead = hasHead || current.head != nil
                next = current.parent.flatMap { byID[$0] }
                steps += 1
                if next?.id == unit.id { break }
            }
            if next?.id == unit.id {
                findings.add(place.inside("parent"), "đơn vị này là cấp trên của chính nó")
            } else if unit.isRated && !hasHead {
                findings.add(
                    place.inside("head"),
                    "đơn vị được đánh giá cần thủ trưởng (head: name, title, email) của mình hoặc của cấp trên,"
                        + " hay lý do không đánh giá (notRated)")
            } else if serving.contains(unit.id) && !hasHead {
                findings.add(
                    place.inside("head"),
                    "đơn vị có quầy hoặc cán bộ tiếp dân cần thủ trưởng (head: name, title, email) của mình hoặc của"
                        + " cấp trên để nhận cảnh báo")
            }
        }
        if let homeAffairs = authority?.homeAffairs, let unit = byID[homeAffairs], unit.head == nil,
            let place = findings.place(of: .unit, homeAffairs.rawValue)
        {
            findings.add(place.inside("head"), "cơ quan nội vụ cần thủ trưởng có địa chỉ thư để nhận cảnh báo")
        }
    }

    /// Nobody sits at two desks on one day. Sorted by first day, each posting is compared with those still running,
    /// so that a long history stays quick to check.
    private func checkPostings(_ findings: Findings) {
        for (official, postings) in Dictionary(grouping: placedPostings, by: \.posting.official) {
            let spans = postings.map { Span($0.posting, $0.place) }.sorted { $0.from < $1.from }
            var running: [Span] = []
            for span in spans {
                running.removeAll { $0.to < span.from }
                if let other = running.first(where: { $0.meets(span) }) {
                    let (first, second) = other.place.line <= span.place.line ? (other, span) : (span, other)
                    findings.add(
                        second.place,
                        "cán bộ “\(official)” đã ngồi quầy “\(first.desk)” (dòng \(first.place.line)) vào những ngày này"
                    )
                }
                running.append(span)
            }
        }
    }
}

/// A posting in numbers of days.
private struct Span {
    let from: Int
    let to: Int
    /// Bit 0 is Monday.
    let weekdays: Int
    let desk: ID<Desk>
    let place: Place

    init(_ posting: Posting, _ place: Place) {
        from = posting.from.number
        to = posting.to?.number ?? Int.max
        weekdays = posting.weekdays.isEmpty ? 127 : posting.weekdays.reduce(0) { $0 | 1 << ($1 - 1) }
        desk = posting.desk
        self.place = place
    }

    func meets(_ other: Span) -> Bool {
        let first = max(from, other.from)
        let last = min(to, other.to, first + 6)
        guard first <= last else { return false }
        return (first...last).contains { weekdays & other.weekdays & 1 << (($0 + 3) % 7) != 0 }
    }
}

extension Place {
    func inside(_ name: String) -> Place { Place(file: file, line: line, key: "\(ownerKey).\(name)") }

    /// "units[a]" for the place of "units[a].id".
    private var ownerKey: String { key.hasSuffix(".id") ? String(key.dropLast(3)) : key }
}
