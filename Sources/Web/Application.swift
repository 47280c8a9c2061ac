package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore

extension Website {
    /// The server, with every limit of `settings`. Run it as a service of a group that has a deadline for its end:
    /// `ServiceGroupConfiguration.maximumGracefulShutdownDuration` (Traps.md, 15).
    /// - Parameter onServerRunning: gets the port that was bound, for a port of 0.
    package func application(
        host: String, port: Int, logger: Logger, onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> Application<FrontDoor> {
        let limits = settings.limits
        let line = HTTP1Channel.Configuration(
            additionalChannelHandlers: [RequestGuard(limits)], idleTimeout: .seconds(Int64(limits.idle)),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.headerField, maxHeaderListSize: limits.headerList,
                maxHeaderFieldCount: limits.headerFields))
        let ready = desk.ready
        return Application(
            responder: responder(),
            server: HTTPServerBuilder { Line(http: HTTP1Channel(responder: $0, configuration: line), ready: ready) },
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), backlog: 1_024,
                availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
            services: [live], onServerRunning: { await onServerRunning($0.localAddress?.port ?? port) }, logger: logger)
    }
}
