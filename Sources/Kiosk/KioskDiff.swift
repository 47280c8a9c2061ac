package import Feedback

/// What would change if a configuration took the place of another.
package enum KioskDiff {
    /// Things with an id are compared by id, whatever their order; where order has a meaning (categories, criteria,
    /// people at one desk) it is compared. Sorted as the files are: empty means that nothing would change.
    package static func between(current: KioskConfiguration, wanted: KioskConfiguration) -> [Change] {
        changed("cơ quan chủ quản", current.authority.tree.leaves, wanted.authority.tree.leaves)
            + things("lĩnh vực", current.fields, wanted.fields, \.id.rawValue, \.name, \.tree.leaves)
            + things("thủ tục", current.procedures, wanted.procedures, \.id.rawValue, \.name, \.tree.leaves)
            + things("đơn vị", current.units, wanted.units, \.id.rawValue, \.name, \.tree.leaves)
            + things("quầy", current.desks, wanted.desks, \.id.rawValue, \.name, \.tree.leaves)
            + things("cán bộ", current.officials, wanted.officials, \.id.rawValue, \.name, \.tree.leaves)
            + things("lịch ngồi quầy", current.postings.numbered, wanted.postings.numbered, \.name, \.words, \.leaves)
            + things(
                "phiếu", current.questionnaires, wanted.questionnaires, \.versionID.rawValue, \.title, \.tree.leaves)
            + changed("cảnh báo", current.alerts.tree.leaves, wanted.alerts.tree.leaves)
            + things("mục tiêu", current.targets, wanted.targets, \.id.rawValue, \.name, \.tree.leaves)
            + changed("phiếu đánh giá", current.form.tree.leaves, wanted.form.tree.leaves)
            + changed("báo cáo", current.reports?.tree.leaves ?? [], wanted.reports?.tree.leaves ?? [])
    }

    private static func things<Thing>(
        _ word: String, _ current: [Thing], _ wanted: [Thing], _ id: (Thing) -> String, _ name: (Thing) -> String,
        _ leaves: (Thing) -> [Leaf]
    ) -> [Change] {
        let old = Dictionary(current.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(wanted.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
        let removed = current.filter { new[id($0)] == nil }.map {
            Change(kind: .removed, what: "\(word) \(id($0))", key: "", from: name($0), to: nil)
        }
        let others = wanted.flatMap { thing -> [Change] in
            guard let before = old[id(thing)] else {
                return [Change(kind: .added, what: "\(word) \(id(thing))", key: "", from: nil, to: name(thing))]
            }
            return changed("\(word) \(id(thing))", leaves(before), leaves(thing))
        }
        return removed.sorted { $0.what < $1.what } + others.sorted { ($0.what, $0.key) < ($1.what, $1.key) }
    }

    private static func changed(_ what: String, _ current: [Leaf], _ wanted: [Leaf]) -> [Change] {
        let old = Dictionary(current.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(wanted.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        return Set(old.keys).union(new.keys).sorted().filter { old[$0]?.value != new[$0]?.value }.map { key in
            let (from, to) = words(old[key], new[key])
            return Change(kind: .changed, what: what, key: key, from: from, to: to)
        }
    }

    /// Of two long lists (holidays, words) only what left and what came.
    private static func words(_ old: Leaf?, _ new: Leaf?) -> (from: String?, to: String?) {
        guard let before = old?.elements, let after = new?.elements, Set(before) != Set(after) else {
            return (old?.value, new?.value)
        }
        let left = before.filter { !after.contains($0) }
        let came = after.filter { !before.contains($0) }
        return (left.isEmpty ? nil : YAMLTree.list(left), came.isEmpty ? nil : YAMLTree.list(came))
    }
}

/// A posting has no id: its desk and official name it, with its first day and number among equals.
private struct NumberedPosting {
    let name: String
    let words: String
    let leaves: [Leaf]
}

extension [Posting] {
    /// The place among the postings of a desk counts: it is the order in which a citizen is asked whom they met.
    fileprivate var numbered: [NumberedPosting] {
        var seen: [String: Int] = [:]
        var atDesk: [ID<Desk>: Int] = [:]
        return map { posting in
            let name = "\(posting.desk) / \(posting.official) từ \(posting.from)"
            let number = seen[name, default: 0]
            seen[name] = number + 1
            let place = atDesk[posting.desk, default: 1]
            atDesk[posting.desk] = place + 1
            let days = YAMLTree.row(YAMLTree.weekdays(posting.weekdays)).inline
            let last = posting.to.map { "đến \($0)" } ?? "đến khi có thay đổi"
            return NumberedPosting(
                name: number == 0 ? name : "\(name) (\(number + 1))",
                words: posting.weekdays.isEmpty ? last : "\(last), \(days)",
                leaves: posting.tree.leaves + [Leaf(key: "thứ tự tại quầy", value: "\(place)")])
        }
    }
}
