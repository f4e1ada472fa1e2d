internal import Geodesy
internal import Geometry
internal import Places
internal import WalkNetwork

/// Reads the layer `streets`: OpenStreetMap files, or lines of any kind.
struct StreetsIntake {
    private let entry: LayerEntry
    private let walking: WalkingChoice
    /// Where networks are kept for the next run; nothing where they are not.
    private let networks: NetworkCache?
    private let jobs: Int
    private let extras: StreetExtras

    /// What of the streets could be read before the working plane was known.
    struct Beginning: Sendable {
        /// By what their networks are known; nothing where these are not kept.
        fileprivate var key: StreetsKey?
        /// The network of an earlier run.
        fileprivate var saved: StudyStreets?
        /// The only network of these streets that is kept, before it is known whether it is on the right plane.
        fileprivate var ahead: (key: NetworkKey, contents: NetworkFile.Contents)?
        /// What was read of each source that is an OpenStreetMap file; nothing where none was.
        fileprivate var extracts: [Result<Streets, Fault>?]?
    }

    /// The reading of a study's streets; nothing where it gives none.
    init?(_ file: StudyFile, networks: NetworkCache?, jobs: Int, extras: StreetExtras = []) {
        guard let entry = file.entry(.streets) else { return nil }
        (self.entry, walking, self.networks, self.jobs) = (entry, file.walking, networks, jobs)
        self.extras = extras
    }

    /// Reads what can be read before the layers: the saved network, or the OpenStreetMap files.
    ///
    /// - Parameter plane: the working plane that the study states; nothing where it follows from its layers. The files
    ///   are then left alone where a network of theirs is kept on any plane.
    /// - Returns: what was read.
    func beginning(plane: String?) -> Beginning {
        var beginning = Beginning(key: key)
        if let networks, let key = beginning.key {
            if let plane {
                beginning.saved = StudyStreets(
                    savedIn: networks, under: key.network(plane: plane), plane: plane)
                if beginning.saved != nil { return beginning }
            } else {
                let names = networks.fileNames(of: key)
                if names.count == 1 {
                    beginning.ahead = networks.read(NetworkFile.Contents.self, fileNamed: names[0])
                }
                if !names.isEmpty { return beginning }
            }
        }
        beginning.extracts = extracts
        return beginning
    }

    /// Reads all sources into one set of streets.
    ///
    /// Where a network of the same files is saved, the files are not read again.
    /// - Parameters:
    ///   - beginning: what has been read of them; nothing where nothing has.
    ///   - plane: the working plane, on which vertices of lines meet; nothing where the study has none.
    /// - Returns: the streets, or the network that an earlier run has saved.
    /// - Throws: every problem of every source.
    func read(_ beginning: Beginning?, plane: String?) throws(Problems) -> StudyStreets {
        let beginning = beginning ?? self.beginning(plane: plane)
        if let saved = beginning.saved { return saved }
        var saving: (cache: NetworkCache, key: NetworkKey)?
        if let networks, let key = beginning.key, let plane { saving = (networks, key.network(plane: plane)) }
        if beginning.extracts == nil, let saving, let plane,
            let saved = StudyStreets(
                savedIn: saving.cache, under: saving.key, plane: plane, ahead: beginning.ahead)
        {
            return saved
        }
        let (streets, digests) = try joined(beginning.extracts ?? extracts, plane: plane)
        return StudyStreets(streets, saving: saving, rowDigests: digests)
    }

    /// By what the networks of these streets are known, where they are kept: those of files, not of databases.
    ///
    /// Streets that were read with anything to say about them are no streets to build a network of, so that a kept
    /// network leaves nothing unsaid.
    private var key: StreetsKey? {
        guard networks != nil else { return nil }
        var digests: [String] = []
        for source in entry.sources {
            var files = [InputFile(file: source.file, path: source.path)]
            if !StreetSource.isOpenStreetMap(source.path) {
                digests += lineReading(of: source)
                files = InputFile.files(of: source.file, path: source.path)
                guard !files.isEmpty else { return nil }
            }
            for file in files {
                do throws(Fault) {
                    digests.append(try InputDigest.sha256(ofFile: file.path))
                } catch {
                    // The reading says what is wrong with the file.
                    return nil
                }
            }
        }
        return StreetsKey(digests: digests, rule: rule, extras: extras)
    }

    /// All that the lines of a layer depend on beside its files: how they are read.
    private func lineReading(of source: TableSource) -> [String] {
        [
            "lines", source.layer ?? "", source.encoding ?? "", source.filter ?? "",
            source.headerRow.map { "\($0)" } ?? "", source.geometryColumn ?? "", entry.crs ?? "",
            entry.datum?.rawValue ?? "", "\(walking.splitCrossings || entry.splitCrossings)",
        ] + entry.columns.flatMap { [$0.canonical, $0.header] }
    }

    /// The OpenStreetMap files, read anew; nothing in the place of a line layer.
    private var extracts: [Result<Streets, Fault>?] {
        entry.sources.map { source in
            guard StreetSource.isOpenStreetMap(source.path) else { return nil }
            do throws(ExtractFailure) {
                return .success(
                    try StreetsReader(rule: rule, jobs: jobs, extras: extras).read(source.path).streets)
            } catch {
                return .failure(error.fault(ofFileAt: source.path))
            }
        }
    }

    /// The streets of all sources: of OpenStreetMap files as they were read, then of lines; and the digests of
    /// the rows of databases.
    private func joined(
        _ read: [Result<Streets, Fault>?], plane: String?
    ) throws(Problems) -> (Streets, [RowDigest]) {
        var problems: [Problem] = []
        var extracts: [Streets] = []
        var lines = StreetLines()
        for (source, extract) in zip(entry.sources, read) {
            switch extract {
            case .success(let streets): extracts.append(streets)
            case .failure(let fault): problems.append(Problem(file: source.file, fault))
            case nil: lines.read(source, entry: entry, rule: rule, problems: &problems)
            }
        }
        if problems.isEmpty, !lines.lines.isEmpty, let plane {
            do throws(GeodesyFailure) {
                extracts.append(
                    Streets(
                        lines: lines.lines, ids: lines.ids,
                        stairs: extras.contains(.features) ? lines.stairs : nil,
                        splittingCrossings: walking.splitCrossings || entry.splitCrossings,
                        on: try WorkingPlane(definition: plane)))
            } catch {
                problems.append(Problem(file: StudyFile.fileName, row: entry.line, error.fault))
            }
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return (Streets(joining: extracts), lines.digests)
    }

    private var rule: WalkingRule { WalkingRule(privateWays: walking.privateWays) }
}

extension StreetSource {
    /// Whether a path names an OpenStreetMap file.
    static func isOpenStreetMap(_ path: String) -> Bool {
        let name = path.lowercased()
        return [".osm", ".pbf", ".osm.gz", ".osm.bz2"].contains { name.hasSuffix($0) }
    }
}

extension Streets {
    /// The streets of several extracts: nodes of different extracts at the same coordinates are one node, as
    /// they are where a city was cut into districts.
    init(joining extracts: [Streets]) {
        guard extracts.count != 1 else {
            self = extracts[0]
            return
        }
        var nodes: [GeographicPoint] = []
        var known: [GeographicPoint: Int32] = [:]
        var offsets: [Int32] = [0]
        var wayNodes: [Int32] = []
        var ids: [Int64] = []
        var blocked: Set<Int32> = []
        var levels: [Int8] = []
        var stairs: [Int32] = []
        var crossings: [Int32: CrossingKind] = [:]
        for extract in extracts {
            let place = extract.nodes.map { node -> Int32 in
                if let there = known[node] { return there }
                nodes.append(node)
                return Int32(nodes.count - 1)
            }
            // Only now, so that two nodes of one extract stay two wherever they lie.
            for (node, index) in zip(extract.nodes, place) where known[node] == nil { known[node] = index }
            for node in extract.blocked { blocked.insert(place[Int(node)]) }
            for way in extract.features?.stairs ?? [] { stairs.append(Int32(ids.count) + way) }
            for crossing in extract.features?.crossings ?? [] {
                // A crossing on the border of two extracts is the same in both.
                crossings[place[Int(crossing.node)]] = crossing.kind
            }
            for way in 0..<extract.wayCount {
                wayNodes += extract.nodeRange(ofWay: way).map { place[Int(extract.wayNodes[$0])] }
                offsets.append(Int32(wayNodes.count))
            }
            ids += extract.wayIDs
            levels += (0..<extract.wayCount).map(extract.level(ofWay:))
        }
        self.init(
            nodes: nodes, wayOffsets: offsets, wayNodes: wayNodes, wayIDs: ids, blocked: blocked.sorted(),
            levels: levels.allSatisfy { $0 == 0 } ? [] : levels,
            features: extracts.contains { $0.features != nil }
                ? StreetFeatures(
                    stairs: stairs,
                    crossings: crossings.sorted { $0.key < $1.key }.map {
                        StreetFeatures.Crossing(node: $0.key, kind: $0.value)
                    }) : nil,
            wayNames: extracts.contains { $0.wayNames != nil }
                ? extracts.flatMap { $0.wayNames ?? Array(repeating: nil, count: $0.wayCount) } : nil)
    }
}
