package import Foundation

/// The parts of a report that people write.
package enum ReportSection: String, Sendable, CaseIterable {
    /// A free remark after part I, II, III.
    case deployment, results, negative
    case shortcomings, solutions

    package static let longest = 10_000

    /// IV and V must say something before the figures are frozen (Kế hoạch 203/KH-UBND, I.2).
    package var isRequired: Bool { self == .shortcomings || self == .solutions }

    package var title: String {
        switch self {
        case .deployment: "Nhận xét thêm về tình hình triển khai (phần I)"
        case .results: "Nhận xét thêm về kết quả (phần II)"
        case .negative: "Nhận xét thêm về phản ánh tiêu cực (phần III)"
        case .shortcomings: "IV. Tồn tại, hạn chế, nguyên nhân"
        case .solutions: "V. Giải pháp, kiến nghị"
        }
    }
}

/// What somebody wrote into a report: a row each time, so that nothing that was written is lost.
package struct ReportText: Sendable, Hashable {
    package var section: ReportSection
    package var at: Date
    /// As in the journal.
    package var actor: String
    package var body: String

    package init(section: ReportSection, at: Date, actor: String, body: String) {
        self.section = section
        self.at = at
        self.actor = actor
        self.body = body
    }
}

/// A part as it stands now, and where its words come from.
package struct ReportPart: Sendable, Hashable {
    package enum Source: Sendable, Hashable {
        case written(at: Date, actor: String)
        /// From the report before; nobody has said yet that it still holds.
        case carried(from: Period)
        case empty
    }

    package var section: ReportSection
    package var body: String
    package var source: Source
    /// Oldest first.
    package var history: [ReportText]

    package init(section: ReportSection, body: String, source: Source, history: [ReportText]) {
        self.section = section
        self.body = body
        self.source = source
        self.history = history
    }

    package var isWritten: Bool {
        if case .written = source { !body.isEmpty } else { false }
    }
}
