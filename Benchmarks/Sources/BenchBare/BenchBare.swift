import Hummingbird
import Logging
import NIOCore

/// The least that Hummingbird can do: one GET route that answers a constant. What a page costs is measured against it.
///
/// `BenchBare PORT BYTES …`: one route for each size, named by it: `/4096` answers 4,096 bytes.
@main
struct BenchBare {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        guard arguments.count >= 2, let port = arguments.first else {
            print("BenchBare PORT BYTES [BYTES …]")
            return
        }
        let router = Router()
        for size in arguments.dropFirst() {
            let constant = ByteBuffer(repeating: UInt8(ascii: "x"), count: size)
            router.get("\(size)") { _, _ in
                Response(
                    status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
                    body: ResponseBody(byteBuffer: constant))
            }
        }
        var logger = Logger(label: "bare")
        logger.logLevel = .warning
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)), logger: logger)
        try await application.runService()
    }
}
