import Feedback
import Foundation
import HTTPTypes
import Hummingbird

extension Website {
    func addOperations(to routes: inout Routes) {
        routes.get("/healthz") { _, _ in
            let health = await health.look()
            let json = JSONEncoder()
            json.outputFormatting = [.sortedKeys, .prettyPrinted]
            return answers.text(
                String(decoding: try json.encode(health), as: UTF8.self), type: "application/json; charset=utf-8",
                status: health.problems.isEmpty ? .ok : .serviceUnavailable)
        }
        routes.get("/readyz") { _, _ in
            let isReady = await health.isReady()
            return answers.text(
                isReady ? "ready\n" : "not ready\n", type: "text/plain; charset=utf-8",
                status: isReady ? .ok : .serviceUnavailable)
        }
        routes.get("/metrics") { _, _ in
            answers.text(metricsText(), type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }
}
