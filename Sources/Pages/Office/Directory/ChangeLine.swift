package import Feedback

/// A change of the directory in a list: what it was, from when it holds, whether it can be taken back.
package struct ChangeLine: Sendable {
    let title: String
    let from: String
    let made: String
    let details: [String]
    let note: String?
    /// Nil: it cannot be taken back.
    let withdrawAction: String?
    let why: String?
    let isPlanned: Bool

    /// - Parameter obstacle: why it cannot be taken back; nil: it can.
    package init(_ change: DirectoryChange, obstacle: String?, directory: Directory, today: LocalDay) {
        isPlanned = change.isPlanned(on: today)
        title = (change.withdrawnAt == nil ? "" : "Đã hủy: ") + change.kind.words
        from = change.kind == .headSet ? "ngay khi ghi" : Formats.day(change.day)
        made = Formats.moment(change.madeAt)
        details = ChangeWords(change: change, directory: directory).lines
        note = change.note
        withdrawAction = obstacle == nil ? "/office/directory/changes/\(change.id)/withdraw" : nil
        why = change.withdrawnAt == nil ? obstacle : nil
    }
}

/// What a change did, thing by thing.
struct ChangeWords {
    static let most = 8
    let change: DirectoryChange
    let directory: Directory

    var lines: [String] {
        let all =
            units + desks + officials
            + things(change.after.fields, change.before.fields, "Lĩnh vực") { _, _ in [] }
            + things(change.after.procedures, change.before.procedures, "Thủ tục") { old, new in
                difference("mã", old.code ?? "không có", new.code ?? "không có")
            }
        return all.count > Self.most
            ? all.prefix(Self.most - 1) + ["và \(all.count - Self.most + 1) mục khác"] : all
    }

    private var units: [String] {
        things(change.after.units, change.before.units, "Đơn vị") { old, new in
            difference("trực thuộc", name(old.parent), name(new.parent))
                + difference("thủ trưởng", old.head?.name ?? "không có", new.head?.name ?? "không có")
                + (old.isRated == new.isRated ? [] : [new.isRated ? "được đánh giá" : "không đánh giá"])
        }
    }

    private var desks: [String] {
        things(change.after.desks, change.before.desks, "Quầy") { old, new in
            difference("đơn vị", name(old.unit), name(new.unit))
                + difference("nơi đặt", name(old.place), name(new.place))
                + (old.fields == new.fields ? [] : ["lĩnh vực khác"])
        }
    }

    private var officials: [String] {
        things(change.after.officials, change.before.officials, "Cán bộ") { old, new in
            difference("đơn vị", name(old.unit), name(new.unit)) + difference("chức danh", old.title, new.title)
        }
    }

    private func things<Kind: Dated>(
        _ after: [Kind], _ before: [Kind], _ word: String, _ more: (Kind, Kind) -> [String]
    ) -> [String] {
        after.map { new in
            guard let old = before.first(where: { $0.id == new.id }) else { return "\(word) mới: \(new.facts.name)" }
            let (was, now) = (old.on(change.day), new.on(change.day))
            var parts = difference("tên", was.facts.name, now.facts.name) + more(was, now)
            if old.validTo == nil, let last = new.validTo { parts.append("ngày cuối cùng \(Formats.shortDay(last))") }
            return parts.isEmpty
                ? "\(word) \(was.facts.name)" : "\(word) \(was.facts.name): \(parts.joined(separator: "; "))"
        }
    }

    private func difference(_ word: String, _ old: String, _ new: String) -> [String] {
        old == new ? [] : ["\(word) “\(old)” → “\(new)”"]
    }

    private func name(_ id: ID<Feedback.Unit>?) -> String {
        id.map { directory.unit($0)?.name ?? $0.rawValue } ?? "không có"
    }
}
