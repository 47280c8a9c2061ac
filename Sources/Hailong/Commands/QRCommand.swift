import ArgumentParser
import Feedback
import Foundation
import Kiosk
import Pages
import Storage

struct QRCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case pdf, svg, png }

    static let configuration = CommandConfiguration(
        commandName: "qr", abstract: "Ghi thẻ mã QR của mọi quầy thuộc một đơn vị: PDF để in, hoặc từng mã SVG, PNG.")

    @OptionGroup var folders: FolderOptions
    @Option(help: "Mã đơn vị trong organization.yaml; gồm cả các đơn vị bên dưới.") var unit: String
    @Option(help: "pdf, svg hoặc png.") var format = Format.pdf
    @Option(help: "Kiểu in của PDF: card (A6), poster (A4), sheet (bốn thẻ một trang A4).")
    var layout = CardLayout.sheet
    @Option(help: "Thư mục để ghi.") var out: String

    func run() async throws {
        let (_, settings) = try KioskFolder.readOrExit(folders.configFolder)
        let baseURL = try ServerOptions(settings, host: nil, port: nil).baseURL
        let directory = try folders.dataFolder.snapshot().read { $0.directory }
        guard directory.unit(ID(unit)) != nil else {
            throw ValidationError("Không có đơn vị '\(unit)' trong cơ sở dữ liệu.")
        }
        let cards = directory.cards(of: ID(unit), baseURL: baseURL)
        guard !cards.isEmpty else { throw ValidationError("Đơn vị '\(unit)' không có quầy nào đang dùng mã.") }
        let folder = URL(filePath: out, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, data) in try files(cards) {
            try data.write(to: folder.appending(path: name), options: .atomic)
            Terminal.say(folder.appending(path: name).path)
        }
    }
}

extension QRCommand {
    /// What is written, by file name: one document for all desks, or one picture each.
    private func files(_ cards: [Card]) throws -> [(String, Data)] {
        switch format {
        case .pdf:
            let document = try CardDocument(cards, layout: layout, title: "Thẻ đánh giá: \(cards[0].unit)")
            return [("\(unit)-\(layout.rawValue).pdf", try document.pdf())]
        case .svg: return try cards.map { ("\($0.code).svg", Data(try $0.codeSVG().utf8)) }
        case .png: return try cards.map { ("\($0.code).png", try $0.codePNG()) }
        }
    }
}

extension CardLayout: ExpressibleByArgument {}
