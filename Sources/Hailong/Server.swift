import ArgumentParser
import Feedback
import Foundation
import Hummingbird
import Kiosk
import Logging
import Mail
import Metrics
import NIOCore
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// The only wiring: store, web and workers, put together once.
struct Server {
    let options: ServerOptions
    let store: SQLiteStore
    private let data: DataFolder
    private let lock: FolderLock
    private let secrets: Secrets
    private let world: any World
    private let logger: Logger

    /// Reads the configuration, takes the lock, opens the database; on the first start applies the configuration.
    static func open(_ folders: FolderOptions, _ address: AddressOptions, world: any World) async throws -> Server {
        LoggingSystem.bootstrap { JSONLog(label: $0) }
        let logger = Logger(label: "hailong")
        let (configuration, settings) = try KioskFolder.readOrExit(folders.configFolder)
        let options = try ServerOptions(settings, host: address.host, port: address.port)
        let data = folders.dataFolder
        let lock = try data.lock()
        let secrets = try data.secrets(world)
        if options.durability == .unsafeNormal {
            Terminal.warn("CẢNH BÁO: synchronous=NORMAL, mất điện là mất đánh giá. Chỉ dùng để thử nghiệm.")
        }
        let store = try SQLiteStore(
            path: data.database, secrets: secrets, world: world, durability: options.durability,
            limits: options.limits
        ) { error in
            // After a failed fsync nobody knows what is on disk: stop, and let the next start read it anew.
            logger.critical("the disk failed; stopping", metadata: ["error": "\(error)"])
            exit(74)
        }
        if store.directory.configuration.units.isEmpty {
            try await store.write(as: .system) { try $0.apply(configuration) }
        }
        // Whoever claimed a mail before us is no more: the folder's lock says so.
        try await store.write(as: .system) { try $0.releaseClaims() }
        return Server(
            options: options, store: store, data: data, lock: lock, secrets: secrets, world: world, logger: logger)
    }

    /// Serves until it is told to stop; then finishes what was accepted, within five seconds.
    func run(announce: @escaping @Sendable () async throws -> Void) async throws {
        let mailer: any Mailer =
            try options.smtpURL.map { try SMTPMailer(url: $0) } ?? FolderMailer(folder: data.mail)
        let metrics = PrometheusText()
        metrics.gauge("writer_queue_depth") { [store] in Double(store.queueDepth) }
        let sent = Counter(label: "mails", dimensions: [("outcome", "accepted")], factory: metrics)
        let failed = Counter(label: "mails", dimensions: [("outcome", "failed")], factory: metrics)
        let worker = MailWorker(
            store: store, mailer: mailer, from: options.mailFrom, baseURL: options.baseURL, world: world,
            logger: logger, onOutcome: { ($0 ? sent : failed).increment() })
        var duties: [any Duty] = [
            EscalationDuty(store: store, world: world), DailyDuty(store: store, world: world),
            ClosingDuty(store: store), AlarmDuty(store: store, world: world), ReportDuty(store: store, world: world),
            FoldingDuty(store: store, world: world),
        ]
        // Without a mail server a mail is a file: that it was written proves nothing.
        if options.smtpURL != nil {
            duties.append(CanaryDuty(store: store, world: world, sender: options.mailFrom, since: world.now()))
        }
        let rounds = Rounds(duties: duties, world: world, logger: logger)
        let settings = WebSettings(
            baseURL: options.baseURL, isBehindProxy: options.isBehindProxy,
            mailIsConfigured: options.smtpURL != nil, secondFactorRequired: options.secondFactorRequired)
        let site = Website(
            store: store, secrets: secrets, world: world, settings: settings,
            assets: try Environment.text(.publicFolder).map(Assets.init(folder:)) ?? Assets(),
            dataFolder: data.url.path,
            logger: logger, metrics: metrics, metricsText: { metrics.text })
        let application = site.application(host: options.host, port: options.port, logger: logger) { port in
            do {
                try await announce()
                Terminal.say("Sẵn sàng: http://\(options.host):\(port)")
            } catch {
                logger.critical("the start failed", metadata: ["error": "\(error)"])
            }
        }
        var group = ServiceGroupConfiguration(
            services: [
                worker, rounds, Upkeep(store: store, logger: logger),
                OpeningWorker(store: store, openings: site.openings, world: world, logger: logger), application,
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(5)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw ValidationError(
                "Cổng \(options.port) đang có chương trình khác dùng. Xin chọn cổng khác bằng --port.")
        }
        withExtendedLifetime(lock) {}
    }

    /// A one-time link to make the administrator, as long as nobody can sign in.
    func firstAdministratorLink() async throws -> String? {
        let domain = options.mailFrom.address.split(separator: "@").last ?? "localhost"
        let email = "quantri@\(domain)"
        let token: SecretToken? = try await store.write(as: .system) { tx in
            let users = try tx.users()
            if users.contains(where: { $0.password != nil }) { return nil }
            let administrator = users.first { $0.grants.contains { $0.role == .administrator } }
            if let administrator { return try tx.inviteAgain(administrator.id) }
            return try tx.invite(name: "Quản trị", email: email, grants: [Grant(role: .administrator)])
        }
        return token.map { "\(options.baseURL)/office/welcome/\($0.text)" }
    }
}
