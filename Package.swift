// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target of ours: language mode 6 with the upcoming features that make
/// imports and existentials explicit, and no warning left standing.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// The kernel modules import no C and no Foundation, so unsafe code cannot creep in.
let kernel: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
    name: "CareCircle",
    products: [
        .executable(name: "carecircle", targets: ["carecircle"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // Of the map service alone.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    ],
    targets: [
        // System libraries: a module map and a shim header each, nothing else.
        .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
        .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
        // Opened when a layer needs it, and linked by the tests alone.
        .systemLibrary(name: "CGDAL", providers: [.apt(["libgdal-dev"])]),
        // How the C library's allocator gives memory back, which its own module leaves out.
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CCBC", pkgConfig: "cbc", providers: [.apt(["coinor-libcbc-dev"])]),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // libosmium is C++ with exceptions: a shim with a C face, so that Swift sees columns only.
        .target(
            name: "COSM",
            linkerSettings: [
                .linkedLibrary("z"), .linkedLibrary("bz2"), .linkedLibrary("expat"), .linkedLibrary("lz4"),
            ]),

        // Values with their invariants.
        .target(name: "Geometry", swiftSettings: kernel),
        .target(name: "Geodesy", dependencies: ["Geometry", "CPROJ"], swiftSettings: strict),
        .target(name: "Topology", dependencies: ["Geometry", "CGEOS"], swiftSettings: strict),
        .target(name: "Places", dependencies: ["Geometry"], swiftSettings: kernel),
        .target(name: "WalkNetwork", dependencies: ["Geometry", "Geodesy"], swiftSettings: kernel),
        .target(name: "Policy", dependencies: ["Geometry", "Places"], swiftSettings: kernel),

        // The packs that come with the program, held within it.
        .target(
            name: "PolicyDatasets", path: "datasets/policies", exclude: ["README.md", "pack.schema.json"],
            sources: ["BundledPolicies.swift"],
            resources: [
                .embedInCode("anhui.yaml"),
                .embedInCode("gaoxin.yaml"),
                .embedInCode("guangzhou.yaml"),
                .embedInCode("guizhou.yaml"),
                .embedInCode("harbin.yaml"),
                .embedInCode("hubei.yaml"),
                .embedInCode("jiangsu.yaml"),
                .embedInCode("national.yaml"),
                .embedInCode("panjin.yaml"),
                .embedInCode("wuhan.yaml"),
                .embedInCode("xuzhou.yaml"),
                .embedInCode("yinchuan.yaml"),
                .embedInCode("yunfu.yaml"),
            ],
            swiftSettings: kernel),

        // Published mortality and fertility, held within the program too.
        .target(
            name: "DemographyDatasets", path: "datasets/demography", exclude: ["README.md"],
            sources: ["BundledDemography.swift"], resources: [.embedInCode("china.yaml")],
            swiftSettings: kernel),

        // What is computed.
        .target(
            name: "Coverage",
            dependencies: ["Geometry", "Geodesy", "Topology", "Places", "Policy", "WalkNetwork"],
            swiftSettings: strict),
        .target(
            name: "Compliance", dependencies: ["Geometry", "Geodesy", "Places", "Policy", "Coverage"],
            swiftSettings: kernel),
        .target(name: "Population", dependencies: ["Places"], swiftSettings: kernel),
        .target(name: "Siting", dependencies: ["CCBC"], swiftSettings: strict),
        .target(
            name: "Scenarios",
            dependencies: [
                "Geometry", "Geodesy", "Topology", "Places", "WalkNetwork", "Policy", "Coverage",
                "Compliance", "Population", "Siting",
            ],
            swiftSettings: strict),
        .target(
            name: "Claims",
            dependencies: [
                "Geometry", "Places", "Policy", "Coverage", "Compliance", "Population", "Scenarios",
            ],
            swiftSettings: kernel),

        // The edges: files in, files out, words to people.
        .target(
            name: "Studies",
            dependencies: [
                "Geometry", "Geodesy", "Topology", "Places", "Policy", "Coverage", "Compliance", "Population",
                "Scenarios", "Claims", "Siting", "WalkNetwork", "PolicyDatasets", "DemographyDatasets",
                "CGDAL", "CMalloc", "COSM", "Yams", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(
            name: "Synthesis",
            dependencies: ["Geometry", "Geodesy", "Topology", "Places", "Studies", "COSM", "CXLSXWriter"],
            swiftSettings: strict),
        .target(
            name: "Reports",
            dependencies: [
                "Geometry", "Geodesy", "Topology", "Places", "Policy", "WalkNetwork", "Coverage",
                "Compliance",
                "Claims", "Scenarios", "Siting", "Studies",
            ],
            swiftSettings: strict),
        // The only room that knows a web server.
        .target(
            name: "MapService",
            dependencies: [
                "Places", "Policy", "Coverage", "Compliance", "Claims", "Reports",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            resources: [.embedInCode("map.html")], swiftSettings: strict),
        .target(
            name: "CareCircleCommands",
            dependencies: [
                "Geometry", "Geodesy", "Topology", "Places", "Policy", "WalkNetwork", "Coverage",
                "Compliance", "Claims", "Scenarios", "Siting", "Studies", "Synthesis", "Reports",
                "MapService",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "carecircle", dependencies: ["CareCircleCommands", "CMalloc"], swiftSettings: strict),

        // The benchmarks see the rooms' `package` declarations, so they are a target here and no package of
        // their own; no product, and nothing depends on them.
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "Geometry", "Geodesy", "Topology", "Places", "Policy", "WalkNetwork", "Coverage", "Studies",
                "Synthesis", "Reports",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/Harness", swiftSettings: strict),

        // Tests: a bundle per room, and worlds with known answers that all of them share.
        .target(
            name: "TestWorlds",
            dependencies: ["Geometry", "Geodesy", "Places", "WalkNetwork"],
            path: "Tests/TestWorlds", swiftSettings: strict),
        .testTarget(name: "GeometryTests", dependencies: ["Geometry", "TestWorlds"], swiftSettings: strict),
        .testTarget(
            name: "GeodesyTests", dependencies: ["Geometry", "Geodesy", "TestWorlds"], swiftSettings: strict),
        .testTarget(
            name: "TopologyTests", dependencies: ["Geometry", "Topology", "TestWorlds"], swiftSettings: strict
        ),
        .testTarget(name: "PlacesTests", dependencies: ["Geometry", "Places"], swiftSettings: strict),
        .testTarget(
            name: "WalkNetworkTests", dependencies: ["Geometry", "Geodesy", "WalkNetwork", "TestWorlds"],
            swiftSettings: strict),
        .testTarget(
            name: "PolicyTests", dependencies: ["Geometry", "Places", "Policy"], swiftSettings: strict),
        .testTarget(
            name: "CoverageTests",
            dependencies: [
                "Geometry", "Geodesy", "Topology", "Places", "Policy", "WalkNetwork", "Coverage",
                "TestWorlds",
            ], swiftSettings: strict),
        .testTarget(
            name: "ComplianceTests",
            dependencies: ["Geometry", "Places", "Policy", "Coverage", "Compliance"],
            swiftSettings: strict),
        .testTarget(
            name: "ClaimsTests",
            dependencies: [
                "Geometry", "Geodesy", "Places", "Policy", "WalkNetwork", "Coverage", "Compliance",
                "Population", "Scenarios", "Claims", "TestWorlds",
            ], swiftSettings: strict),
        .testTarget(
            name: "PopulationTests", dependencies: ["Geometry", "Places", "Population"],
            swiftSettings: strict),
        .testTarget(
            name: "ScenariosTests",
            dependencies: [
                "Geometry", "Geodesy", "Places", "Policy", "WalkNetwork", "Coverage", "Compliance",
                "Population", "Scenarios", "Siting", "TestWorlds",
            ], swiftSettings: strict),
        .testTarget(name: "SitingTests", dependencies: ["Siting", "TestWorlds"], swiftSettings: strict),
        .testTarget(
            name: "StudiesTests",
            dependencies: [
                "Geometry", "Geodesy", "Places", "Policy", "WalkNetwork", "Coverage", "Compliance",
                "Population", "Scenarios", "Claims", "Studies", "TestWorlds", "CGDAL", "Yams",
            ],
            swiftSettings: strict, linkerSettings: [.linkedLibrary("gdal")]),
        .testTarget(
            name: "SynthesisTests",
            dependencies: [
                "Geometry", "Geodesy", "Places", "Policy", "Compliance", "Studies", "Synthesis", "TestWorlds",
                "WalkNetwork",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ReportsTests", dependencies: ["Geometry", "Topology", "Places", "Reports", "TestWorlds"],
            swiftSettings: strict),
        .testTarget(
            name: "MapServiceTests",
            dependencies: [
                "Places", "WalkNetwork", "Coverage", "Compliance", "Claims", "Studies", "Reports",
                "MapService", "TestWorlds",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ], swiftSettings: strict),
        .testTarget(
            name: "CommandTests", dependencies: ["CareCircleCommands", "carecircle", "TestWorlds"],
            exclude: ["Cases", "Worlds"], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
