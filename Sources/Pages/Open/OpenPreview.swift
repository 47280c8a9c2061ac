import Feedback
import Foundation

/// The public figures, drawn from samples: for `make preview` and for tests.
package enum OpenPreview {
    /// - Returns: file names without extension, with the page of each.
    package static func pages() throws -> [(name: String, page: any Page)] {
        let (first, second, taken) = (version(1, .replaced), version(2, nil), version(1, .withdrawn))
        let directory = Directory.officeSample
        var before = version(1, nil)
        before.period = before.period.previous
        before.figures.whole = PublishedCell(.sample(1_302, 0.9278), isHidden: false)
        return [
            ("open-list", OpenListPage([first, second], directory: directory, on: .sample)),
            ("open-list-withdrawn", OpenListPage([taken], directory: directory, on: .sample)),
            ("open-list-empty", OpenListPage([], directory: directory, on: .sample)),
            ("open-period", OpenPeriodPage(second, among: [before, first, second])),
            ("open-period-preview", OpenPeriodPage(second, among: [], isPreview: true)),
            ("open-unit", try OpenUnitPage(second, among: [before, second], unit: "tu-phap")),
            ("open-unit-hidden", try OpenUnitPage(second, among: [], unit: "qldt")),
            ("open-gone", try OpenGonePage([taken])),
            ("open-poster", try OpenPosterPage(poster("tu-phap", second), unit: "tu-phap")),
            ("open-poster-few", try OpenPosterPage(poster("qldt", second), unit: "qldt")),
        ]
    }

    /// The leadership's pages.
    static var office: [(name: String, page: any Page)] {
        let frame = Frame.sample(.publication, .leadership)
        let (first, second) = (version(1, .replaced), version(2, nil))
        let names = ["user:4": "Ngô Hữu Tâm"]
        var problems = FormProblems()
        problems.add("reason", "Xin viết vì sao thay bản đang công bố: người đọc sẽ thấy.")
        var empty = draft
        empty.figures.whole = .empty
        var moved = draft
        moved.nearlySame = ["Phòng Tư pháp"]
        moved.figures.fields = []
        return [
            ("office-publications", PublicationsPage(frame, publications: [first, second], on: .sample)),
            (
                "office-publications-problem",
                PublicationsPage(frame, publications: [], on: .sample, problem: "Không có kỳ nào như vậy đã qua.")
            ),
            ("office-publication", PublicationPage(frame, draft: draft, versions: [], names: [:])),
            ("office-publication-empty", PublicationPage(frame, draft: empty, versions: [], names: [:])),
            (
                "office-publication-correction",
                PublicationPage(
                    frame, draft: moved, versions: [first, second], names: names,
                    problems: problems)
            ),
            (
                "office-publication-same",
                PublicationPage(frame, draft: draft, versions: [second], names: names, isWithdrawal: true)
            ),
        ]
    }

    static func poster(_ unit: ID<Feedback.Unit>, _ publication: Publication) throws -> OpenPoster {
        try OpenPoster(
            unit: unit, publication: publication, directory: .officeSample,
            baseURL: "https://danhgia.longkhanh.example",
            today: .sample)
    }

    private static let period = Period(LocalDay.sample.month.previous)

    private static var draft: PublicationDraft {
        PublicationDraft(
            period: period, figures: figures, stamp: PublicationStamp(publications: 0, ends: 0), few: 2, protecting: 1,
            nearlySame: [])
    }

    static func version(_ number: Int, _ end: Publication.End.Kind?) -> Publication {
        let at = SampleRating.moment.addingTimeInterval(Double(number) * 86_400)
        return Publication(
            id: Int64(number), period: period, version: number, at: at, actor: "user:4",
            note: number == 2 ? "Từ tháng này có thêm quầy 10. Xin cảm ơn mọi người đã đánh giá." : "",
            figures: figures,
            end: end.map {
                Publication.End(
                    kind: $0, at: at.addingTimeInterval(86_400), actor: "user:4",
                    reason: "Nhập sót một tập phiếu giấy của phường Xuân Hòa.")
            })
    }

    private static func cell(_ levels: [Int]) -> PublishedCell {
        .shown(ratings: levels.reduce(0, +), levels: levels)
    }

    private static var figures: PublishedFigures {
        let configuration = Directory.officeSample.configuration
        let criteria = Directory.officeSample.deskQuestionnaire(on: .sample)?.criteria ?? []
        let counts: [ID<Feedback.Unit>: PublishedCell] = [
            "tu-phap": cell([2, 3, 10, 90, 109]), "noi-vu": cell([0, 1, 2, 12, 6]),
            "tn-mt": cell([8, 14, 30, 160, 90]),
            "qldt": .hidden, "tckh": .hidden, "ldtbxh": cell([1, 2, 5, 60, 52]),
        ]
        return PublishedFigures(
            period: period.rawValue, authority: configuration.authority.name, address: configuration.authority.address,
            phone: configuration.authority.phone, office: "Phòng Nội vụ", questionnaire: "Đánh giá tại quầy",
            source: "Kế hoạch 203/KH-UBND ngày 07/02/2024", overallQuestion: nil, target: configuration.targets.first,
            whole: cell([13, 24, 52, 340, 268]), cases: PublishedCases(raised: 37, answered: 35),
            units: configuration.units.filter(\.isRated).map { unit in
                let cell = counts[unit.id] ?? .empty
                return PublishedFigures.UnitRow(
                    id: unit.id, name: unit.name, cell: cell,
                    criteria: cell.isShown
                        ? criteria.map { .init(id: $0.id.rawValue, name: $0.text, cell: cell) } : [],
                    cases: cell.isShown ? PublishedCases(raised: 5, answered: 5) : nil)
            },
            criteria: criteria.map {
                .init(id: $0.id.rawValue, name: $0.text, cell: cell([13, 24, 52, 340, 268]))
            },
            channels: [
                .init(id: "qr", name: "", cell: cell([12, 22, 48, 330, 260])),
                .init(id: "paper", name: "", cell: .hidden),
            ],
            fields: [.init(id: "chung-thuc", name: "Chứng thực", cell: cell([2, 3, 10, 90, 109]))],
            method: ["Hài lòng là mức 4 và mức 5 trong năm mức.", "Ô có dưới 10 người đánh giá không công bố."])
    }
}
