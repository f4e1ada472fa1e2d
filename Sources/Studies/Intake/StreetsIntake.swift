internal import Geodesy
internal import Geometry
internal import Places
internal import WalkNetwork

/// Reads the layer `streets`: OpenStreetMap files, or lines of any kind.
struct StreetsIntake {
    let entry: LayerEntry
    let walking: WalkingChoice
    /// The working plane, on which vertices of lines meet; nothing where the study has none.
    let plane: String?
    /// Where networks are kept for the next run; nothing where they are not.
    let networks: NetworkCache?
    let jobs: Int

    /// Reads all sources into one set of streets.
    ///
    /// Where a network of the same files is saved, the files are not read again.
    /// - Throws: every problem of every source.
    func read() throws(Problems) -> StudyStreets {
        let saving = saving
        if let saving, let plane,
            let saved = StudyStreets(savedIn: saving.cache, under: saving.key, plane: plane)
        {
            return saved
        }
        let (streets, digests) = try readAnew()
        return StudyStreets(streets, saving: saving, rowDigests: digests)
    }

    /// Where the network of these streets is to be saved, and under which key.
    ///
    /// Only networks of OpenStreetMap files are: the reading of line layers has more to say than their streets,
    /// and a study without a plane has no network at all.
    private var saving: (cache: NetworkCache, key: NetworkKey)? {
        guard let networks, let plane else { return nil }
        var digests: [String] = []
        for source in entry.sources {
            guard StreetSource.isOpenStreetMap(source.path) else { return nil }
            do throws(Fault) {
                digests.append(try InputDigest.sha256(ofFile: source.path))
            } catch {
                // The reading says what is wrong with the file.
                return nil
            }
        }
        return (networks, NetworkKey(digests: digests, rule: rule, plane: plane))
    }

    /// Reads all sources.
    private func readAnew() throws(Problems) -> (Streets, [RowDigest]) {
        var problems: [Problem] = []
        var extracts: [Streets] = []
        var lines = StreetLines()
        for source in entry.sources {
            if StreetSource.isOpenStreetMap(source.path) {
                do throws(ExtractFailure) {
                    let reader = StreetsReader(rule: rule, jobs: jobs)
                    extracts.append(try reader.read(source.path).streets)
                } catch {
                    problems.append(Problem(file: source.file, error.fault(ofFileAt: source.path)))
                }
            } else {
                lines.read(source, entry: entry, rule: rule, problems: &problems)
            }
        }
        if problems.isEmpty, !lines.lines.isEmpty, let plane {
            do throws(GeodesyFailure) {
                extracts.append(
                    Streets(
                        lines: lines.lines, ids: lines.ids,
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
        for extract in extracts {
            let place = extract.nodes.map { node -> Int32 in
                if let there = known[node] { return there }
                nodes.append(node)
                return Int32(nodes.count - 1)
            }
            // Only now, so that two nodes of one extract stay two wherever they lie.
            for (node, index) in zip(extract.nodes, place) where known[node] == nil { known[node] = index }
            for node in extract.blocked { blocked.insert(place[Int(node)]) }
            for way in 0..<extract.wayCount {
                wayNodes += extract.nodeRange(ofWay: way).map { place[Int(extract.wayNodes[$0])] }
                offsets.append(Int32(wayNodes.count))
            }
            ids += extract.wayIDs
        }
        self.init(
            nodes: nodes, wayOffsets: offsets, wayNodes: wayNodes, wayIDs: ids, blocked: blocked.sorted())
    }
}
