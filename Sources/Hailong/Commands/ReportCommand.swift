import ArgumentParser
import Feedback
import Foundation
import Pages
import Storage

/// Writes a report to a file, beside a running server: the frozen one where there is one, else the draft.
struct ReportCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case docx, pdf, xlsx, html }

    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Ghi báo cáo tháng, quý, 6 tháng, 9 tháng, năm thành tệp.",
        discussion: """
            Kỳ viết như trong địa chỉ trang: 2024-11 tháng, 2024-Q4 quý, 2024-H1 sáu tháng, 2024-9M chín tháng, 2024 năm.
            Ví dụ:
              hailong report --period 2024-11 --format docx
              hailong report --period 2024-Q4 --unit phong-tu-phap --format pdf --out bao-cao.pdf
            """)
    @OptionGroup var folders: FolderOptions
    @Option(help: "Kỳ báo cáo, ví dụ 2024-11.") var period: String
    @Option(help: "Mã đơn vị trong organization.yaml; bỏ trống là toàn cơ quan.") var unit: String?
    @Option(help: "docx, pdf, xlsx hoặc html.") var format = Format.docx
    @Option(help: "Tệp để ghi; bỏ trống thì tên theo kỳ, trong thư mục này. Tệp đã có thì không ghi đè.")
    var out: String?
    @Option(help: "Bản đã chốt thứ mấy: 0 là báo cáo, 1 là phụ lục điều chỉnh số 01; bỏ trống là bản mới nhất.")
    var edition: Int?
    @ArgumentParser.Flag(help: "Kèm phụ lục công chức được đánh giá, chỉ gửi lãnh đạo.") var leadership = false

    func run() async throws {
        let subject = try self.subject()
        let paper = try folders.dataFolder.snapshot().read { tx in
            if let unit, tx.directory.unit(ID(unit)) == nil {
                throw ValidationError("Không có đơn vị '\(unit)' trong cơ sở dữ liệu.")
            }
            do {
                let report = try tx.writtenReport(subject, scope: .whole, edition: edition)
                return ReportPaper(
                    report, form: tx.directory.reportForm, audience: leadership ? .leadership : .everybody)
            } catch Refusal.notFound {
                throw ValidationError(
                    edition.map { "Báo cáo \(period) chưa có bản đã chốt số \($0)." }
                        ?? "Kỳ \(period) chưa bắt đầu nên chưa có báo cáo.")
            }
        }
        try write(paper)
    }

    private func subject() throws -> ReportSubject {
        guard let period = Period(rawValue: period),
            let subject = try? ReportSubject(period: period, unit: unit.map { ID($0) })
        else {
            throw ValidationError(
                "Không hiểu kỳ '\(period)'. Xin viết như 2024-11, 2024-Q4, 2024-H1, 2024-9M hoặc 2024.")
        }
        return subject
    }

    private func write(_ paper: ReportPaper) throws {
        let target = out ?? "\(paper.fileName).\(format.rawValue)"
        guard !FileManager.default.fileExists(atPath: target) else {
            throw ValidationError("\(target) đã có. Xin chọn tên khác bằng --out.")
        }
        let bytes =
            try ReportFormat(rawValue: format.rawValue).map { try $0.bytes(of: paper) } ?? Array(paper.printPage().utf8)
        let isMade = FileManager.default.createFile(
            atPath: target, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        guard isMade else { throw ValidationError("Không ghi được \(target). Xin kiểm tra đĩa và quyền.") }
        Terminal.say("Đã ghi \(target).")
        if leadership { Terminal.say("Bản này có số liệu từng công chức: chỉ gửi lãnh đạo.") }
    }
}
