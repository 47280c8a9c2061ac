package import Feedback
import Foundation
import Hummingbird
package import Logging
package import Metrics
import Pages

/// The web side of the house, put together: everything it needs comes in here, and a responder goes out.
package struct Website: Sendable {
    package let store: any Store
    package let secrets: Secrets
    package let world: any World
    package let settings: WebSettings
    package let live: LiveFeed
    let health: HealthCheck
    let metricsText: @Sendable () -> String
    let assets: Assets
    let answers: Answers
    let requests: RequestCounts
    let submissions: SubmissionCounts
    let sessions: Sessions
    let notices: Notices
    let desk: RatingDesk
    /// How often rating pages were opened, until a worker writes it down.
    package let openings = OpeningCounts()
    let signInLimits = SignInLimits()
    let interfaceLimits: InterfaceLimits
    let chain: ChainWatch
    /// Two scrypts at a time: 64 MiB and both cores of a small machine (Traps.md, 17).
    let passwords = Workbench(name: "passwords", width: 2, longestLine: 32)
    let shelf = OpenShelf()
    /// PDFs and pictures: one at a time.
    let drawings = Workbench(name: "drawings", width: 1, longestLine: 8)

    /// - Parameters:
    ///   - dataFolder: where the free space is looked at; nil: nowhere.
    ///   - metrics: where counts go; `metricsText` says what /metrics answers.
    package init(
        store: any Store, secrets: Secrets, world: any World = RealWorld(), settings: WebSettings,
        assets: Assets = Assets(), dataFolder: String? = nil, logger: Logger = Logger(label: "hailong.web"),
        metrics: any MetricsFactory = MetricsSystem.factory, metricsText: @escaping @Sendable () -> String = { "" }
    ) {
        self.store = store
        self.secrets = secrets
        self.world = world
        self.settings = settings
        self.assets = assets
        self.metricsText = metricsText
        live = LiveFeed(store: store, limit: settings.limits.streams, logger: logger)
        health = HealthCheck(
            store: store, world: world, dataFolder: dataFolder, mailIsConfigured: settings.mailIsConfigured)
        answers = Answers(
            headers: SecurityHeaders(citizenStyle: CitizenStyle.contentSecurityHash, isHTTPS: settings.isHTTPS))
        requests = RequestCounts(metrics)
        submissions = SubmissionCounts(metrics)
        desk = RatingDesk(
            store: store, secrets: secrets, world: world, limits: settings.limits, answers: answers, requests: requests,
            submissions: submissions, pages: RatingPageCache(fields: answers.headers.citizen, openings: openings))
        sessions = Sessions(store: store, world: world, cookieName: settings.sessionCookie)
        chain = ChainWatch(store: store)
        interfaceLimits = InterfaceLimits(perWindow: settings.limits.interfaceCalls)
        notices = Notices(store: store, mailIsConfigured: settings.mailIsConfigured)
    }

    /// Every route of the house.
    func routes() -> Routes {
        var routes = Routes(
            door: StaffDoor(sessions: sessions, store: store, notices: notices, settings: settings))
        addRatings(to: &routes)
        addReceipts(to: &routes)
        addOperations(to: &routes)
        addAssets(to: &routes)
        addSignIn(to: &routes)
        addWelcome(to: &routes)
        addPeople(to: &routes)
        addHome(to: &routes)
        addFigures(to: &routes)
        addComparison(to: &routes)
        addComments(to: &routes)
        addReports(to: &routes)
        addExports(to: &routes)
        addPublication(to: &routes)
        addOpen(to: &routes)
        addInterface(to: &routes)
        addLive(to: &routes)
        addCases(to: &routes)
        addTaking(to: &routes)
        addCards(to: &routes)
        addCodes(to: &routes)
        addAccount(to: &routes)
        addShifts(to: &routes)
        addDirectory(to: &routes)
        addImport(to: &routes)
        addPrivacyDesk(to: &routes)
        addPhones(to: &routes)
        addRetention(to: &routes)
        addNotices(to: &routes)
        addDataRequests(to: &routes)
        addJournal(to: &routes)
        return routes
    }

    /// The table of routes, for a test that walks it.
    package var routeTable: [Route] { routes().table }

    package func responder() -> FrontDoor { FrontDoor(website: self, router: routes().responder()) }
}
