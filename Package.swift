// swift-tools-version: 6.2
import PackageDescription

// The walls of the house: README.md, "Rooms". A target sees only what stands in its list;
// `make build` passes --explicit-target-dependency-import-check error, so a forbidden import does not compile.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]
let wrapsC: [SwiftSetting] = house + [.strictMemorySafety()]

// The table of addresses that the loader mends, read whole at each start, is a tenth as long (glibc 2.36 or newer).
let packedRelocations = LinkerSetting.unsafeFlags(
    ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker", "--icf=safe"],
    .when(platforms: [.linux]))

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "hailong",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "hailong", targets: ["Hailong"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.1.4"),
    ],
    targets: [
        // The field itself.
        .target(name: "Feedback", dependencies: [crypto, cryptoExtras], swiftSettings: house),
        // How it is kept, read, asked for.
        .target(name: "Storage", dependencies: ["Feedback", grdb, grdbSQLite], swiftSettings: house),
        .target(
            name: "Pages",
            dependencies: [
                "Feedback", "Charts", "QRCode", "Drawing", "Documents", "Gzip",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Templates")], swiftSettings: house),
        .target(
            name: "Web",
            dependencies: [
                "Feedback", "Pages", "Gzip", hummingbird, hummingbirdCore, nio, httpTypes, nioHTTPTypes, logging,
                metrics,
                lifecycle,
            ],
            resources: [.embedInCode("Public")], swiftSettings: house),
        .target(
            name: "Kiosk", dependencies: ["Feedback", .product(name: "Yams", package: "Yams")], swiftSettings: house),
        // Tools that know nothing of feedback.
        .target(name: "Charts", swiftSettings: house),
        .target(
            name: "Documents", dependencies: ["CZlib", "CZip", "CXlsxWriter", "CDrawing", "CPango"],
            swiftSettings: wrapsC),
        .target(name: "QRCode", dependencies: ["CQREncode"], swiftSettings: wrapsC),
        .target(name: "Drawing", dependencies: ["CDrawing"], swiftSettings: wrapsC),
        .target(name: "Gzip", dependencies: ["CZlib"], swiftSettings: wrapsC),
        .target(name: "Mail", dependencies: ["CCurl"], swiftSettings: wrapsC),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CDrawing", pkgConfig: "librsvg-2.0", providers: [.apt(["librsvg2-dev"])]),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        // The program.
        .executableTarget(
            name: "Hailong",
            dependencies: [
                "Feedback", "Storage", "Pages", "Web", "Kiosk", "Mail", "QRCode", "Drawing", "Documents",
                hummingbird, hummingbirdCore, nio, logging, metrics, lifecycle, unixSignals,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
            ], swiftSettings: house, linkerSettings: [packedRelocations]),
        // Tests: one target per target, and what they share.
        .target(
            name: "TestSupport", dependencies: ["Feedback", "Storage"], path: "Tests/TestSupport",
            swiftSettings: house),
        .testTarget(name: "FeedbackTests", dependencies: ["Feedback", "TestSupport"], swiftSettings: house),
        .testTarget(name: "StorageTests", dependencies: ["Feedback", "Storage", "TestSupport"], swiftSettings: house),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"], swiftSettings: house),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: house),
        .testTarget(name: "GzipTests", dependencies: ["Gzip", "CZlib"], swiftSettings: house),
        .testTarget(name: "QRCodeTests", dependencies: ["QRCode", "CQREncode"], swiftSettings: house),
        .testTarget(name: "DrawingTests", dependencies: ["Drawing"], swiftSettings: house),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Feedback", "Pages", "Storage", "Web", "TestSupport", hummingbird, nio, nioHTTPTypes, httpTypes,
                logging,
                metrics, crypto, cryptoExtras, .product(name: "NIOEmbedded", package: "swift-nio"),
            ], swiftSettings: house),
        .testTarget(
            name: "HailongTests", dependencies: ["Hailong", "Feedback", "Mail", "TestSupport", logging],
            swiftSettings: house),
        .testTarget(
            name: "PagesTests",
            dependencies: ["Feedback", "Pages", "Documents", "QRCode", "Drawing", "Gzip", "TestSupport"],
            exclude: ["__Snapshots__"], swiftSettings: house),
        .testTarget(
            name: "KioskTests", dependencies: ["Feedback", "Kiosk", "Storage", "Pages", "TestSupport"],
            swiftSettings: house),
        .testTarget(name: "MailTests", dependencies: ["Mail", "TestSupport"], swiftSettings: house),
        // make bench: what the program is measured against (Benchmarks/README.md).
        .executableTarget(
            name: "BenchBare", dependencies: [hummingbird, nio, logging], path: "Benchmarks/Sources/BenchBare",
            swiftSettings: house),
        .executableTarget(
            name: "BenchQR", dependencies: ["QRCode", "CQREncode"], path: "Benchmarks/Sources/BenchQR",
            swiftSettings: wrapsC),
    ],
    swiftLanguageModes: [.v6]
)
