import Foundation
import HTTPTypes
import Hummingbird

/// The office's style sheet and script, read once: `Public/office.css` and `Public/office.js`.
package struct Assets: Sendable {
    struct File: Sendable {
        let bytes: Data
        let type: String
    }

    let files: [String: File]

    /// Without any: pages work, unstyled.
    package init() { files = [:] }

    /// - Throws: when a file of the folder cannot be read.
    package init(folder: String) throws {
        let types = ["office.css": "text/css; charset=utf-8", "office.js": "text/javascript; charset=utf-8"]
        files = try Dictionary(
            uniqueKeysWithValues: types.map { name, type in
                (name, File(bytes: try Data(contentsOf: URL(filePath: folder).appending(path: name)), type: type))
            })
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
