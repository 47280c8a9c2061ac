import Foundation
import Pages
import Testing

@Suite struct PreviewTests {
    @Test("Every page is drawn with its sample, into the folder that HAILONG_PREVIEW names")
    func preview() throws {
        let pages = try CitizenPreview.pages() + OfficePreview.pages() + OpenPreview.pages()
        let folder = ProcessInfo.processInfo.environment["HAILONG_PREVIEW"].map {
            URL(filePath: $0, directoryHint: .isDirectory)
        }
        if let folder { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
        for (name, page) in pages {
            let html = try page.html()
            // A card of the live page is a piece that the stream sends.
            #expect(html.contains("</html>") || html.hasPrefix("<li"), "\(name) is a whole page")
            // The office's style stands beside the pages, not under /assets.
            let local = html.replacingOccurrences(of: "/assets/office.", with: "office.")
            if let folder { try Data(local.utf8).write(to: folder.appending(path: "\(name).html")) }
        }
    }
}
