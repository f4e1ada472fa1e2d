import Foundation
import Geodesy
import Geometry
import Studies
import TestWorlds
import Testing
import WalkNetwork

/// Saved networks: used where they fit, and built anew where anything at all is wrong with them.
@Suite struct NetworkCacheTests {
    private let folder: TemporaryFolder
    private let cache: NetworkCache

    init() throws {
        folder = try TemporaryFolder()
        cache = NetworkCache(folder: folder.path(of: "kept/networks"))
        try folder.write(Self.study, to: "study.yaml")
        try folder.write("id,level,lon,lat\nF1,community,114.301,30.5005\n", to: "facilities.csv")
        try folder.write("id,households,lon,lat\nA1,100,114.304,30.5005\n", to: "compounds.csv")
        try folder.write(Self.streets(kind: "residential"), to: "streets.osm")
    }

    private static let study = """
        name: Row
        base_year: 2020
        crs: EPSG:4547
        layers:
          compounds: {path: compounds.csv, x: lon, y: lat}
          facilities: {path: facilities.csv, x: lon, y: lat}
          streets: {path: streets.osm}

        """

    /// A ladder of two streets and three rungs, one closed by a node where nobody passes, one private.
    private static func streets(kind: String) -> String {
        var text = "<?xml version='1.0'?>\n<osm version=\"0.6\">\n"
        for i in 1...6 {
            let (lon, lat) = (114.3 + Double((i - 1) % 3) * 0.002, 30.5 + Double((i - 1) / 3) * 0.001)
            text += "<node id='\(i)' lon='\(lon)' lat='\(lat)'/>\n"
        }
        text += "<node id='7' lon='114.302' lat='30.5005'><tag k='foot' v='no'/></node>\n"
        for (id, nodes, tags) in [
            (1, [1, 2, 3], "<tag k='highway' v='\(kind)'/>"),
            (2, [4, 5, 6], "<tag k='highway' v='residential'/>"),
            (3, [1, 4], "<tag k='highway' v='footway'/>"), (4, [2, 7, 5], "<tag k='highway' v='footway'/>"),
            (5, [3, 6], "<tag k='highway' v='footway'/><tag k='access' v='private'/>"),
        ] {
            text += "<way id='\(id)'>" + nodes.map { "<nd ref='\($0)'/>" }.joined() + tags + "</way>\n"
        }
        return text + "</osm>\n"
    }

    private func read(_ cache: NetworkCache?, jobs: Int = 1) async throws -> StudyStreets {
        try await Self.streets(of: folder.path, cache, jobs: jobs)
    }

    private static func streets(
        of folder: String, _ cache: NetworkCache?, jobs: Int = 1
    ) async throws -> StudyStreets {
        let intake = try await StudyIntake.read(
            folder, setAside: false, streets: .always, networks: cache, jobs: jobs)
        return try #require(intake.streets)
    }

    /// Reads, builds and saves; where the network is then.
    @discardableResult
    private func build() async throws -> (network: WalkNetwork, path: String) {
        let streets = try await read(cache)
        let network = await streets.network(on: try WorkingPlane(definition: "EPSG:4547"), jobs: 1)
        try streets.save(network)
        return (network, try #require(streets.savedPath))
    }

    @Test("The second run takes the first one's network, the same in every column")
    func used() async throws {
        let plane = try WorkingPlane(definition: "EPSG:4547")
        let read = try await read(cache)
        #expect(read.origin == .built)
        let (built, path) = try await build()
        let again = try await self.read(cache)
        #expect(again.origin == .saved(path: path))
        #expect(again.nodeCount == 7 && again.wayCount == 4)
        #expect(again.nodes == read.nodes)
        let saved = await again.network(on: plane, jobs: 1)
        #expect(saved.checkInvariants().isEmpty)
        #expect(saved.report == built.report && saved.planeDefinition == built.planeDefinition)
        #expect(saved.arcs == built.arcs)
        #expect(saved.arcOffsets == built.arcOffsets && saved.vertexPlaces == built.vertexPlaces)
        #expect(saved.edgeStarts == built.edgeStarts && saved.edgeEnds == built.edgeEnds)
        #expect(saved.edgeLengths == built.edgeLengths && saved.vertexOffsets == built.vertexOffsets)
        #expect(saved.vertexLocations == built.vertexLocations && saved.vertexAlong == built.vertexAlong)
        #expect(
            saved.planeScale.at(built.vertexLocations[0]) == built.planeScale.at(built.vertexLocations[0]))
        // Places at and beside the node where nobody passes: its sides are known to the saved network, too.
        let points = [114.3, 114.301, 114.302, 114.3021, 114.304].map {
            GeographicPoint(longitude: $0, latitude: 30.5005)
        }
        let sites = built.join(points, within: Metres(300), on: plane)
        #expect(saved.join(points, within: Metres(300), on: plane) == sites)
        let (there, here) = (
            NearestFacilities([sites[2]], on: saved), NearestFacilities([sites[2]], on: built)
        )
        #expect(
            sites.map { $0.flatMap { there.nearest(from: $0) } }
                == sites.map { $0.flatMap { here.nearest(from: $0) } })
    }

    @Test("Without a cache nothing is kept")
    func none() async throws {
        let streets = try await read(nil)
        #expect(streets.savedPath == nil)
        try streets.save(await streets.network(on: try WorkingPlane(definition: "EPSG:4547"), jobs: 1))
        #expect(!FileManager.default.fileExists(atPath: cache.folder))
    }

    @Test("Other streets, another rule or another plane are another network")
    func keys() async throws {
        try await build()
        try folder.write(Self.streets(kind: "tertiary"), to: "streets.osm")
        #expect(try await read(cache).origin == .built)
        try folder.write(Self.streets(kind: "residential"), to: "streets.osm")
        #expect(try await read(cache).origin != .built)
        try folder.write(Self.study + "walking: {private_ways: true}\n", to: "study.yaml")
        #expect(try await read(cache).origin == .built)
        try folder.write(Self.study + "walking: {minutes: 10}\n", to: "study.yaml")
        #expect(try await read(cache).origin != .built)
        try folder.write(Self.study.replacing("4547", with: "4546"), to: "study.yaml")
        #expect(try await read(cache).origin == .built)
    }

    @Test(
        "Where the plane follows from the layers the streets are read beside them, unless a network of theirs is kept"
    )
    func planeOfTheData() async throws {
        let definition = try WorkingPlane(definition: "EPSG:4547").definition
        try folder.write(Self.study.replacing("crs: EPSG:4547\n", with: ""), to: "study.yaml")
        let read = try await read(cache, jobs: 2)
        #expect(read.origin == .built)
        let network = await read.network(on: try WorkingPlane(definition: definition), jobs: 2)
        try read.save(network)
        let path = try #require(read.savedPath)
        for jobs in [1, 2] {
            let again = try await self.read(cache, jobs: jobs)
            #expect(again.origin == .saved(path: path))
            #expect(again.nodes == read.nodes)
        }
        // One of the same streets on another plane is not taken for it.
        try folder.write(Self.study.replacing("4547", with: "4546"), to: "study.yaml")
        #expect(try await self.read(cache, jobs: 2).origin == .built)
        try FileManager.default.removeItem(atPath: path)
        #expect(try await self.read(cache, jobs: 2).origin == .built)
    }

    @Test("The network of a line layer is kept, too, and known by its files and by how they are read")
    func lines() async throws {
        func study(_ options: String) throws {
            let text = Self.study.replacing("{path: streets.osm}", with: "{path: streets.csv\(options)}")
            try folder.write(text, to: "study.yaml")
        }
        // Two lines that cross; coordinates with more decimals than OpenStreetMap has.
        func write(highway: String) throws {
            try folder.write(
                """
                highway,art,wkt
                residential,track,"LINESTRING (114.3 30.5005000001, 114.304 30.5005)"
                \(highway),residential,"LINESTRING (114.302 30.5, 114.302 30.501)"

                """, to: "streets.csv")
        }
        try write(highway: "footway")
        try study("")
        let (network, path) = try await build()
        let plane = try WorkingPlane(definition: "EPSG:4547")
        let again = try await read(cache)
        #expect(again.origin == .saved(path: path) && again.nodeCount == 4 && again.wayCount == 2)
        #expect(again.nodes == (try await read(nil)).nodes)
        #expect(again.nodes[0].latitude == 30.5005000001)
        let saved = await again.network(on: plane, jobs: 1)
        #expect(saved.vertexPlaces == network.vertexPlaces && saved.arcs == network.arcs)
        // Other ways of reading, other rows.
        for options in [", split_crossings: true", ", columns: {highway: art}", ", where: \"art = 'track'\""]
        {
            try study(options)
            #expect(try await read(cache).origin == .built, "\(options)")
        }
        try study("")
        #expect(try await read(cache).origin == .saved(path: path))
        try write(highway: "motorway")
        #expect(try await read(cache).origin == .built)
        // What is wrong with a layer is said in every run, whatever is kept.
        try folder.write("highway,wkt\nfootway,POINT (1 1)\n", to: "streets.csv")
        for _ in 0..<2 { await #expect(throws: Problems.self) { _ = try await read(cache) } }
    }

    @Test("A network read beside the layers is taken only if it is on the plane that follows from them")
    func readAhead() async throws {
        let (_, path) = try await build()
        try folder.write(Self.study.replacing("crs: EPSG:4547\n", with: ""), to: "study.yaml")
        for jobs in [1, 2] {
            #expect(try await read(cache, jobs: jobs).origin == .saved(path: path))
        }
        // Three degrees east the plane is the next one; the streets, and all that is kept of them, are as before.
        try folder.write("id,households,lon,lat\nA1,100,117.3,30.5005\n", to: "compounds.csv")
        try folder.write("id,level,lon,lat\nF1,community,117.3,30.5005\n", to: "facilities.csv")
        for jobs in [1, 2] {
            let other = try await read(cache, jobs: jobs)
            #expect(other.origin == .built && other.savedPath != path)
        }
        // Damaged, it is no more taken from beside the layers than from elsewhere.
        try folder.write("id,households,lon,lat\nA1,100,114.304,30.5005\n", to: "compounds.csv")
        try folder.write("id,level,lon,lat\nF1,community,114.301,30.5005\n", to: "facilities.csv")
        try Data(try Data(contentsOf: URL(filePath: path)).dropLast()).write(to: URL(filePath: path))
        #expect(try await read(cache, jobs: 2).origin == .built)
    }

    @Test("A file with any byte changed, cut short, too long or empty is never trusted")
    func damaged() async throws {
        let (_, path) = try await build()
        let sound = try Data(contentsOf: URL(filePath: path))
        #expect(try await read(cache).origin == .saved(path: path))
        // Every byte of the head and the end, and one in thirty-one of the columns.
        let places = sound.indices.filter { $0 < 448 || $0 >= sound.count - 32 || $0 % 31 == 0 }
        for at in places {
            var damaged = sound
            damaged[at] ^= at % 2 == 0 ? 0x01 : 0x80
            try damaged.write(to: URL(filePath: path))
            #expect(try await read(cache).origin == .built, "byte \(at)")
        }
        for length in [0, 1, 7, 8, 47, 48, 200, 391, 392, 447, 448, sound.count / 2, sound.count - 1] {
            try sound.prefix(length).write(to: URL(filePath: path))
            #expect(try await read(cache).origin == .built, "\(length) bytes")
        }
        try (sound + [0]).write(to: URL(filePath: path))
        #expect(try await read(cache).origin == .built)
        // Built anew, it takes the damaged one's place.
        try await build()
        #expect(try Data(contentsOf: URL(filePath: path)) == sound)
        #expect(try await read(cache).origin == .saved(path: path))
    }

    @Test("Another version's file is left alone until it is replaced, whole as it may be")
    func otherVersion() async throws {
        let (_, path) = try await build()
        let sound = try Data(contentsOf: URL(filePath: path))
        // The version is the first byte; the head's checksum, its last word, is made to hold for the other one.
        let words = 6 + 2 * 21
        #expect(sound.word(5) == 21 && sound.word(words) == sound.headChecksum(words: words))
        for version: UInt8 in [1, 2, 0xFF] {
            var other = sound
            other[0] = version
            other.setWord(words, other.headChecksum(words: words))
            try other.write(to: URL(filePath: path))
            #expect(try await read(cache).origin == .built, "version \(version)")
        }
        // A head that promises more than there is, whole by its own checksum.
        for size: UInt64 in [8, 1 << 40, 1 << 63, .max] {
            var other = sound
            other.setWord(6, size)
            other.setWord(words, other.headChecksum(words: words))
            try other.write(to: URL(filePath: path))
            #expect(try await read(cache).origin == .built, "\(size) bytes")
        }
        try await build()
        #expect(try Data(contentsOf: URL(filePath: path)) == sound)
    }

    @Test("What cannot be mapped is no network: a folder, a pipe, a link to nowhere")
    func unmappable() async throws {
        let (_, path) = try await build()
        let files = FileManager.default
        try files.removeItem(atPath: path)
        try files.createDirectory(atPath: path, withIntermediateDirectories: false)
        let streets = try await read(cache)
        #expect(streets.origin == .built)
        // A folder that is not empty stays: what cannot take its place is not saved, and nothing is left behind.
        try Data([1]).write(to: URL(filePath: path + "/kept"))
        let network = await streets.network(on: try WorkingPlane(definition: "EPSG:4547"), jobs: 1)
        #expect(throws: NetworkNotSaved.self) { try streets.save(network) }
        #expect(try files.contentsOfDirectory(atPath: cache.folder).count == 1)
        try files.removeItem(atPath: path)
        #expect(mkfifo(path, 0o600) == 0)
        #expect(try await read(cache).origin == .built)
        try files.removeItem(atPath: path)
        try files.createSymbolicLink(atPath: path, withDestinationPath: folder.path(of: "nowhere"))
        #expect(try await read(cache).origin == .built)
        try await build()
        #expect(try await read(cache).origin == .saved(path: path))
    }

    @Test("Streets are let go of once their network is built; what is saved is the same")
    func letGo() async throws {
        let (built, path) = try await build()
        let sound = try Data(contentsOf: URL(filePath: path))
        try FileManager.default.removeItem(atPath: path)
        let plane = try WorkingPlane(definition: "EPSG:4547")
        var streets = try await read(cache)
        let nodes = streets.nodes
        #expect(streets.ways?.nodes == nodes)
        await streets.build(on: plane, jobs: 2)
        #expect(streets.ways == nil && streets.nodes == nodes && streets.origin == .built)
        let network = await streets.network(on: plane, jobs: 1)
        #expect(network.arcs == built.arcs && network.vertexPlaces == built.vertexPlaces)
        try streets.save(network)
        #expect(try Data(contentsOf: URL(filePath: path)) == sound)
        var saved = try await read(cache)
        await saved.build(on: plane, jobs: 2)
        #expect(saved.origin == .saved(path: path) && saved.nodes == nodes)
    }

    @Test("A network in hand stays what it is when its file is replaced or removed")
    func removedWhileInUse() async throws {
        let (built, path) = try await build()
        let plane = try WorkingPlane(definition: "EPSG:4547")
        let taken = try await read(cache).network(on: plane, jobs: 1)
        try Data(repeating: 0xFF, count: 8).write(to: URL(filePath: path), options: .atomic)
        #expect(taken.arcs == built.arcs && taken.vertexLocations == built.vertexLocations)
        try FileManager.default.removeItem(atPath: path)
        #expect(taken.vertexAlong == built.vertexAlong && taken.checkInvariants().isEmpty)
    }

    @Test("Where nothing can be written the run goes on without")
    func unwritable() async throws {
        try folder.write("in the way", to: "kept")
        let streets = try await read(cache)
        let network = await streets.network(on: try WorkingPlane(definition: "EPSG:4547"), jobs: 1)
        #expect(throws: NetworkNotSaved.self) { try streets.save(network) }
        #expect(try await read(cache).origin == .built)
        #expect(try String(contentsOfFile: folder.path(of: "kept"), encoding: .utf8) == "in the way")
    }

    @Test("Faces are kept beside their network, by the longest leg, and never trusted damaged")
    func faces() async throws {
        let (network, _) = try await build()
        let streets = try await read(cache)
        let leg = Metres(300)
        #expect(streets.isSaved && streets.savedFaces(of: network, snapLimit: leg) == nil)
        let found = await network.streetFaces(snapLimit: leg, jobs: 1)
        try streets.save(found, snapLimit: leg)
        let again = try await read(cache)
        let saved = try #require(again.savedFaces(of: network, snapLimit: leg))
        #expect(saved.faceCount == found.faceCount && saved.byteCount == found.byteCount)
        for face in 0..<found.faceCount {
            #expect(saved.outline(ofFace: face) == found.outline(ofFace: face))
        }
        #expect(streets.savedFaces(of: network, snapLimit: Metres(200)) == nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: cache.folder)
        let name = try #require(names.first { $0.hasSuffix(".faces") })
        #expect(names.count == 2)
        let path = cache.folder + "/" + name
        let sound = try Data(contentsOf: URL(filePath: path))
        for at in sound.indices where at < 256 || at % 97 == 0 {
            var damaged = sound
            damaged[at] ^= 0x10
            try damaged.write(to: URL(filePath: path))
            #expect(streets.savedFaces(of: network, snapLimit: leg) == nil, "byte \(at)")
        }
        try sound.dropLast().write(to: URL(filePath: path))
        #expect(streets.savedFaces(of: network, snapLimit: leg) == nil)
    }

    @Test("Many savers and readers at once: what is there is always whole")
    func together() async throws {
        let streets = try await read(cache)
        let network = await streets.network(on: try WorkingPlane(definition: "EPSG:4547"), jobs: 1)
        let path = try #require(streets.savedPath)
        try streets.save(network)
        let (study, cache) = (folder.path, cache)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { for _ in 0..<20 { try streets.save(network) } }
                group.addTask {
                    for _ in 0..<5 {
                        let origin = try await Self.streets(of: study, cache).origin
                        #expect(origin == .saved(path: path))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: cache.folder).count == 1)
    }

    @Test("What a killed run left an hour ago goes; what is being written and what is not ours stays")
    func remnants() async throws {
        let (_, path) = try await build()
        let name = URL(filePath: path).lastPathComponent
        let old = Date(timeIntervalSinceNow: -7200)
        for (file, date) in [
            (".\(name).1.2.part", old), (".\(name).3.4.part", Date()), ("notes.part", old),
        ] {
            let file = cache.folder + "/" + file
            try Data([1]).write(to: URL(filePath: file))
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file)
        }
        // A network that is there already is not written again.
        try FileManager.default.removeItem(atPath: path)
        try await build()
        #expect(
            try Set(FileManager.default.contentsOfDirectory(atPath: cache.folder))
                == [name, ".\(name).3.4.part", "notes.part"])
    }
}

extension Data {
    /// A word of the file.
    fileprivate func word(_ index: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(self[8 * index + $1]) << (8 * $1) }
    }

    fileprivate mutating func setWord(_ index: Int, _ value: UInt64) {
        for byte in 0..<8 { self[8 * index + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte)) }
    }

    /// The checksum of the first words as docs/saved-networks.md has it: four lanes in turn, then the lanes together.
    fileprivate func headChecksum(words: Int) -> UInt64 {
        func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
            let product = (lane ^ word) &* 0x9E37_79B9_7F4A_7C15
            return product << 29 | product >> 35
        }
        var lanes = [1, 3, 5, 7].map { 0x9E37_79B9_7F4A_7C15 &* UInt64($0) }
        let whole = words / 4 * 4
        for index in 0..<whole { lanes[index % 4] = mixed(lanes[index % 4], word(index)) }
        var sum = lanes.dropFirst().reduce(lanes[0], mixed)
        for byte in self[8 * whole..<8 * words] { sum = mixed(sum, UInt64(byte)) }
        sum = mixed(sum, UInt64(8 * words)) &* 0xD6E8_FEB8_6659_FD93
        return sum ^ sum >> 32
    }
}
