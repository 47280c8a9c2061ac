import Feedback

/// Names of units or desks by id.
struct PartNames {
    let side: FairComparison.Side
    let directory: Directory

    func name(_ id: String) -> String {
        switch side {
        case .unit: directory.unit(ID(id))?.name ?? id
        case .desk: directory.sign(of: ID(id))
        }
    }
}

/// Whether the best and the weakest of some criteria can be told apart at all.
struct Contrast {
    /// Said beneath them where they cannot.
    let note: String?

    init(best: Measured?, weakest: Measured?) {
        let isApart =
            best.flatMap { best in weakest.map { $0.interval.high < best.interval.low } } ?? false
        note = isApart ? nil : "Các tiêu chí này không khác nhau rõ: chênh lệch có thể chỉ do ngẫu nhiên."
    }
}
