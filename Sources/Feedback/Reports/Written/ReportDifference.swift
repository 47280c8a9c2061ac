/// A figure that is not what it was when the report was frozen.
package struct ReportDifference: Sendable, Hashable {
    package enum Value: Sendable, Hashable {
        case figure(Measured)
        case count(Int)
        /// It was not there.
        case none
    }

    package enum Part: Sendable, Hashable {
        case whole, units, desks, fields, criteria, channels, officials, cases, deployment

        package var words: String {
            switch self {
            case .whole: "Chung"
            case .units: "Đơn vị"
            case .desks: "Quầy"
            case .fields: "Lĩnh vực"
            case .criteria: "Tiêu chí"
            case .channels: "Kênh"
            case .officials: "Công chức"
            case .cases: "Vụ việc"
            case .deployment: "Triển khai"
            }
        }
    }

    package let part: Part
    package let name: String
    package let old: Value
    package let new: Value

    package init(part: Part, name: String, old: Value, new: Value) {
        self.part = part
        self.name = name
        self.old = old
        self.new = new
    }
}

extension ReportFigures {
    /// What differs from older figures of the same report. Sums and what only follows from the lines are not repeated;
    /// the periods compared with are theirs, not ours.
    package func differences(from old: ReportFigures) -> [ReportDifference] {
        let parts: [(ReportDifference.Part, KeyPath<ReportFigures, [Line]>)] = [
            (.units, \.units), (.desks, \.desks), (.fields, \.fields), (.criteria, \.criteria),
            (.channels, \.channels), (.officials, \.officials),
        ]
        var all: [ReportDifference] = []
        if now.measured != old.now.measured {
            all.append(.init(part: .whole, name: "", old: .figure(old.headline), new: .figure(headline)))
        }
        for (part, path) in parts { all += Self.differences(part, self[keyPath: path], old[keyPath: path]) }
        return all + caseDifferences(from: old) + deploymentDifferences(from: old)
    }

    private static func differences(_ part: ReportDifference.Part, _ new: [Line], _ old: [Line]) -> [ReportDifference] {
        let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(\.id))
        let changed = new.compactMap { line -> ReportDifference? in
            let was = before[line.id]
            guard was?.measured ?? Measured() != line.measured else { return nil }
            return ReportDifference(
                part: part, name: line.name, old: was.map { .figure($0.measured) } ?? .none,
                new: .figure(line.measured))
        }
        let gone = old.filter { !after.contains($0.id) && $0.measured != Measured() }.map {
            ReportDifference(part: part, name: $0.name, old: .figure($0.measured), new: .none)
        }
        return changed + gone
    }

    private func caseDifferences(from old: ReportFigures) -> [ReportDifference] {
        let (now, then) = (allCases, old.allCases)
        let counts: [(String, KeyPath<CaseOutcome, Int>)] = [
            ("Số cảnh báo", \.raised), ("Trả lời đúng hạn", \.inTime), ("Trả lời quá hạn", \.late),
            ("Chưa trả lời", \.waiting), ("Phản ánh đúng", \.confirmed), ("Phản ánh không đúng", \.unfounded),
            ("Chưa đủ căn cứ", \.unclear),
        ]
        return counts.filter { now[keyPath: $0.1] != then[keyPath: $0.1] }.map { name, path in
            ReportDifference(
                part: .cases, name: name, old: .count(then[keyPath: path]), new: .count(now[keyPath: path]))
        }
    }

    private func deploymentDifferences(from old: ReportFigures) -> [ReportDifference] {
        func difference(_ name: String, _ then: Int?, _ now: Int?) -> ReportDifference? {
            guard then != now else { return nil }
            return ReportDifference(
                part: .deployment, name: name, old: then.map { .count($0) } ?? .none,
                new: now.map { .count($0) } ?? .none)
        }
        return [
            difference("Hồ sơ đã giải quyết", old.deployment.dossiers, deployment.dossiers),
            difference("Lượt mở trang", old.deployment.openings, deployment.openings),
        ].compactMap { $0 }
    }
}
