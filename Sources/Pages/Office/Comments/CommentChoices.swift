import Feedback

/// What the form of the comments offers, with what is chosen.
struct CommentChoices {
    let address: CommentAddress
    let directory: Directory
    let scope: Scope
    let today: LocalDay

    private typealias Option = CommentsPage.Option

    /// The year behind us by month, and the larger periods that run or just ended; any other that the address names.
    var periods: [CommentsPage.Option] {
        let month = Period(.month, holding: today)
        let months = (0..<13).reduce(into: [month]) { months, _ in months.append((months.last ?? month).previous) }
        let larger = [Period.Kind.quarter, .sixMonths, .year].flatMap { kind in
            let running = Period(kind, holding: today)
            return [running, running.previous]
        }
        var all = [Period(.week, holding: today)] + months + larger
        if !all.contains(address.period) { all.insert(address.period, at: 0) }
        return all.map { period in
            let words = Formats.period(period)
            return Option(
                value: period.rawValue, title: words.prefix(1).uppercased() + words.dropFirst(),
                isChosen: period == address.period)
        }
    }

    /// As a tree, what is below stepped in.
    var units: [CommentsPage.Option] {
        let seen = directory.units.filter { scope.contains($0.id) }
        let ids = Set(seen.map(\.id))
        var options = [Option(value: "", title: "Mọi đơn vị", isChosen: address.cell.unit == nil)]
        func add(_ unit: Feedback.Unit, depth: Int) {
            guard depth < 8 else { return }
            options.append(
                Option(
                    value: unit.id.rawValue, title: String(repeating: "\u{2003}", count: depth) + unit.name,
                    isChosen: unit.id == address.cell.unit))
            for child in directory.children(of: unit.id) where ids.contains(child.id) { add(child, depth: depth + 1) }
        }
        for root in seen where !(root.parent.map(ids.contains) ?? false) { add(root, depth: 0) }
        return options
    }

    var fields: [CommentsPage.Option] {
        [Option(value: "", title: "Mọi lĩnh vực", isChosen: address.cell.field == nil)]
            + directory.fields.map {
                Option(value: $0.id.rawValue, title: $0.name, isChosen: $0.id == address.cell.field)
            }
    }

    var stages: [CommentsPage.Option] {
        [Option(value: "", title: "Mọi giai đoạn", isChosen: address.cell.stage == nil)]
            + Stage.allCases.map {
                let words = $0.wordsForStaff
                return Option(
                    value: $0.rawValue, title: words.prefix(1).uppercased() + words.dropFirst(),
                    isChosen: $0 == address.cell.stage)
            }
    }

    var levels: [CommentsPage.Option] {
        [Option(value: "", title: "Mọi mức", isChosen: address.level == nil)]
            + Level.allCases.map {
                Option(value: String($0.rawValue), title: $0.words, isChosen: $0 == address.level)
            }
    }

    /// What the form itself does not ask, and must keep.
    var hidden: [CommentsPage.Hidden] {
        let kept = ["desk", "official", "procedure", "channel", "evidence", "reason", "kind"]
        return address.pairs.filter { kept.contains($0.0) }.map { CommentsPage.Hidden(name: $0.0, value: $0.1) }
    }

    /// Of those, what can be taken away one by one; the kind and the reason stand in lists of their own.
    var chosen: [CommentsPage.Choice] {
        func choice(_ name: String, _ value: String?, _ clear: (inout CommentAddress) -> Void) -> CommentsPage.Choice? {
            value.map { CommentsPage.Choice(name: name, value: $0, clearHref: address.choosing(clear).path) }
        }
        let cell = address.cell
        return [
            choice("Quầy", cell.desk.map(directory.sign)) { $0.cell.desk = nil },
            choice("Công chức", cell.official.map { directory.official($0)?.name ?? $0.rawValue }) {
                $0.cell.official = nil
            },
            choice("Thủ tục", cell.procedure.map { directory.procedure($0)?.name ?? $0.rawValue }) {
                $0.cell.procedure = nil
            },
            choice("Kênh", cell.channel?.words) { $0.cell.channel = nil },
            choice("Mức xác thực", cell.evidence?.words) { $0.cell.evidence = nil },
            choice("Lý do", address.reason?.words) { $0.reason = nil },
        ].compactMap { $0 }
    }
}
