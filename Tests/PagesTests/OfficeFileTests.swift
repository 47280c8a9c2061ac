import Documents
import Feedback
import Foundation
import Testing

@testable import Pages

@Suite("Tables that leave the office")
struct OfficeFileTests {
    @Test("Days and moments are dates on the clock of Viet Nam, in every table")
    func days() {
        let rating = SampleRating.bad
        let (day, moment) = (Cell.on(rating.localDay), Cell.at(rating.receivedAt))
        #expect(Cell.at(nil) == .empty)
        let ratings = RatingSheet(.officeSample, versions: [], withOfficials: false, withComments: false)
        #expect(ratings.cells(rating).first == day)
        let comments = CommentSheet(
            [Comment(rating: rating, suggested: .complaint)],
            address: CommentAddress(period: Period(LocalDay.sample.month)),
            directory: .officeSample)
        #expect(comments.worksheet.rows[0].first == day)
        let entry = Entry(
            id: 1, at: rating.receivedAt, actor: "user:1", kind: "user.signed-in", subject: "user:1", details: "",
            hash: [])
        let journal = JournalSheet([entry], users: [], directory: .officeSample).worksheet
        #expect(
            journal.columns[1].name == "Lúc" && journal.rows[0][1] == moment && journal.rows[0][2] == .code("user:1"))
        let silent = ComparisonSheets(.sample, directory: .officeSample, today: .sample).sheet("silent")
        #expect(silent?.rows.map { $0[2] } == [.on(LocalDay.sample.adding(days: -17)), .empty])
    }

    @Test("Moments of a case are dates; what did not happen is empty")
    func cases() {
        let alert = SampleRating.alert(.opened)
        let row = CaseSheet(cases: [(alert, [])], directory: .officeSample, now: SampleRating.moment).worksheet.rows[0]
        #expect(row[0] == .code(alert.number) && row[5] == .at(alert.raisedAt) && row[6] == .at(alert.dueAt))
        #expect(row[8] == .empty && row[13] == .empty)
    }

    @Test("The comparison has numbers or nothing in its columns of numbers, and says why there is nothing")
    func comparison() throws {
        var comparison = FairComparison.sampleOfDesks
        comparison.rates["q10"] = ResponseRate(ratings: 3, dossiers: 40)
        let sheet = try #require(ComparisonSheets(comparison, directory: .officeSample, today: .sample).sheet("parts"))
        let remarks = try #require(sheet.columns.firstIndex { $0.name == "Ghi chú" })
        let rate = try #require(sheet.columns.firstIndex { $0.name == "Tỷ lệ đánh giá (%)" })
        // q07 has more ratings than dossiers, q04 twenty-two ratings, q10 three.
        #expect(sheet.rows[1][rate] == .empty && "\(sheet.rows[1][remarks])".contains("nhiều phiếu hơn hồ sơ"))
        #expect(sheet.rows[2][remarks] == .text("tạm tính"))
        #expect(sheet.rows[3][3] == .empty && sheet.rows[3][remarks] == .text("không hiện"))
        for row in sheet.rows { #expect(row.count == sheet.columns.count) }
    }

    @Test("Where nobody is clearly higher, the page says so instead of praising")
    func praise() throws {
        var comparison = FairComparison.sample
        comparison.praise = []
        let html = try ComparisonPage(.sample(.comparison), comparison: comparison, today: .sample).html()
        #expect(html.contains("chưa có nơi nào rõ ràng cao hơn mức chung"))
        let empty = try ComparisonPage(.sample(.comparison), comparison: .sampleEmpty, today: .sample).html()
        #expect(!empty.contains("Đáng khen"))
    }
}
