import Drawing
import Foundation
import Testing

@Suite("A drawing opens no file")
struct ClosedWorldTests {
    @Test("A picture, a text and a style sheet beside the drawing are not read", arguments: ["file://", ""])
    func outsideFiles(scheme: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "drawing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let red = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="red" d="M0 0h9v9H0z"/></svg>"#
        let picture = folder.appending(path: "red.svg")
        try Data(red.utf8).write(to: picture)
        let address = scheme + picture.path()

        #expect(try Drawing.png(svg: red, width: 9) != blank, "the picture itself is red")
        for body in [
            #"<image href="\#(address)" width="9" height="9"/>"#,
            #"<use href="\#(address)"/>"#,
            #"<style>@import url("\#(address)");</style>"#,
            #"<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="\#(address)"/>"#,
        ] {
            let svg = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\#(body)</svg>"#
            #expect((try? Drawing.png(svg: svg, width: 9)) ?? blank == blank, "\(body)")
        }
        let entity = """
            <!DOCTYPE svg [<!ENTITY outside SYSTEM "\(address)">]>
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">&outside;</svg>
            """
        #expect((try? Drawing.png(svg: entity, width: 9)) ?? blank == blank)
    }

    private let blank: Data? = try? Drawing.png(
        svg: #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>"#, width: 9)
}
