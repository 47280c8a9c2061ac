import Foundation
import HTTPTypes
import Hummingbird

/// The office's style sheet and script: `Public/office.css` and `Public/office.js`, which are part of the program.
package struct Assets: Sendable {
    struct File: Sendable {
        let bytes: Data
        let type: String
    }

    let files: [String: File]

    /// As they were when the program was built.
    package init() {
        self.init(css: Data(PackageResources.office_css), script: Data(PackageResources.office_js))
    }

    /// From a folder, for somebody who works on them: read once, at the start.
    /// - Throws: when a file of the folder cannot be read.
    package init(folder: String) throws {
        let folder = URL(filePath: folder)
        self.init(
            css: try Data(contentsOf: folder.appending(path: "office.css")),
            script: try Data(contentsOf: folder.appending(path: "office.js")))
    }

    private init(css: Data, script: Data) {
        files = [
            "office.css": File(bytes: css, type: "text/css; charset=utf-8"),
            "office.js": File(bytes: script, type: "text/javascript; charset=utf-8"),
        ]
    }
}

extension Website {
    func addAssets(to routes: inout Routes) {
        for (name, file) in assets.files.sorted(by: { $0.key < $1.key }) {
            routes.get("/assets/\(name)") { _, _ in
                var response = answers.file(file.bytes, type: file.type)
                // Five minutes: a new version of the program shows soon, and a click does not ask again.
                response.headers[.cacheControl] = "public, max-age=300"
                return response
            }
        }
    }
}
