internal import Geodesy
package import Geometry
internal import Places
internal import Topology

/// Holds the layers of a study against each other, to tell one that is read in the wrong datum.
struct DatumComparison {
    let file: StudyFile
    let study: Study
    /// For each compound whether its own column names its community.
    let compoundsState: [Bool]
    /// For each facility whether its own column names its community.
    let facilitiesState: [Bool]
    let ledger: ProblemLedger

    /// A suspicion, and the layer that raised it.
    private struct Suspect {
        let suspicion: DatumSuspicion
        let other: LayerKind
    }

    private typealias Finding = (side: DatumContradictions.Side, suspicion: DatumSuspicion)

    /// Warns once of each layer that seems to be in another datum.
    ///
    /// - Returns: those layers.
    func report() -> Set<LayerKind> {
        var suspects: [LayerKind: Suspect] = [:]
        func compare(_ places: LayerKind, with frame: LayerKind, _ finding: Finding?) {
            guard let finding else { return }
            let (kind, other) = finding.side == .places ? (places, frame) : (frame, places)
            suspects[kind] = suspects[kind] ?? Suspect(suspicion: finding.suspicion, other: other)
        }
        do throws(TopologyFailure) {
            if let areas = try CommunityAreas(study.communities) {
                var compounds = try compoundsInCommunities(areas, frameIsSound: false)
                var facilities = try facilitiesInCommunities(areas, frameIsSound: false)
                // A layer that goes with the communities as they are speaks for both of them.
                if facilities == nil, study.facilities.count >= 5 {
                    compounds = try compoundsInCommunities(areas, frameIsSound: true)
                } else if compounds == nil, study.compounds.count >= 5 {
                    facilities = try facilitiesInCommunities(areas, frameIsSound: true)
                }
                compare(.compounds, with: .communities, compounds)
                compare(.facilities, with: .communities, facilities)
            }
        } catch {
            // The areas have been through GEOS before; if it fails now, there is no suspicion to tell of.
            return []
        }
        // Gates that are off because their compounds are need no word of their own.
        if suspects[.compounds] == nil, suspects[.communities] == nil {
            compare(.gates, with: .compounds, gatesAtCompounds())
        }
        for kind in LayerKind.allCases {
            guard let suspect = suspects[kind], let source = file.entry(kind)?.sources.first else { continue }
            ledger.add(
                suspect.suspicion.warning(file: source.file, other: suspect.other), layer: kind, file: 0)
        }
        return Set(suspects.keys)
    }

    private func datum(_ kind: LayerKind) -> Datum { file.entry(kind)?.datum ?? .wgs84 }

    /// Which of two layers the same shift is put down to: the one whose datum nobody has stated.
    private func preferred(_ places: LayerKind, _ frame: LayerKind) -> DatumContradictions.Side {
        file.entry(places)?.datum != nil && file.entry(frame)?.datum == nil ? .frame : .places
    }

    private func compoundsInCommunities(
        _ areas: CommunityAreas, frameIsSound: Bool
    ) throws(TopologyFailure) -> Finding? {
        let pair = DatumContradictions(
            places: study.compounds.map(\.point), datum: datum(.compounds), frameDatum: datum(.communities),
            preferred: frameIsSound ? .places : preferred(.compounds, .communities))
        return try pair.suspicion { (index, place) throws(TopologyFailure) in
            try contradicts(
                place, areas, stated: compoundsState[index] ? study.compounds[index].community : nil)
        }
    }

    private func facilitiesInCommunities(
        _ areas: CommunityAreas, frameIsSound: Bool
    ) throws(TopologyFailure) -> Finding? {
        let pair = DatumContradictions(
            places: study.facilities.map(\.point), datum: datum(.facilities), frameDatum: datum(.communities),
            preferred: frameIsSound ? .places : preferred(.facilities, .communities))
        return try pair.suspicion { (index, place) throws(TopologyFailure) in
            try contradicts(
                place, areas, stated: facilitiesState[index] ? study.facilities[index].community : nil)
        }
    }

    /// Whether a place lies outside the community that its row names, or outside all where it names none.
    private func contradicts(
        _ place: GeographicPoint, _ areas: CommunityAreas, stated: Int?
    ) throws(TopologyFailure) -> Bool {
        let holders = try areas.holders(of: place)
        guard let stated else { return holders.isEmpty }
        return study.communities[stated].area != nil && !holders.contains(stated)
    }

    /// A gate stands within some 250 m of its compound's point.
    private func gatesAtCompounds() -> Finding? {
        let pair = DatumContradictions(
            places: study.gates.map(\.point), datum: datum(.gates), frameDatum: datum(.compounds),
            preferred: preferred(.gates, .compounds))
        return pair.suspicion { (index, place) throws(Never) in
            let compound = study.compounds[study.gates[index].compound].point
            return Ellipsoid.wgs84.distance(place, compound).value > 250
        }
    }
}

/// The communities that are drawn as areas, found by place.
private struct CommunityAreas {
    private let index: PolygonIndex<GeographicPoint>
    private let owners: [Int]

    init?(_ communities: [Community]) throws(TopologyFailure) {
        owners = communities.indices.filter { communities[$0].area != nil }
        guard !owners.isEmpty else { return nil }
        index = try PolygonIndex(owners.compactMap { communities[$0].area })
    }

    /// The communities that hold a place, as indices into the study's.
    func holders(of place: GeographicPoint) throws(TopologyFailure) -> [Int] {
        try index.containing(place).map { owners[$0] }
    }
}

extension DatumSuspicion {
    /// The warning that a file seems to be in another datum, since it lies off another layer.
    func warning(file: String, other: LayerKind) -> Problem {
        Problem(
            file: file,
            .likelyDatumShift(layer: other.rawValue, metres: shift.value.rounded(), datum: datum.rawValue),
            severity: .warning)
    }
}

extension StudyReading {
    /// Warnings of layers that would stand nearer to the streets in another datum than the one they are
    /// read in; a layer of which that has been said already is left out.
    /// - Parameter nodes: The nodes of the walkable streets, in WGS 84; asked for only where a datum could be off.
    /// - Returns: One warning at most for each layer, in the order of layers.
    package func datumWarnings(againstStreets nodes: () -> [GeographicPoint]) -> [Problem] {
        let told = Set(
            warnings.compactMap { warning -> String? in
                if case .likelyDatumShift = warning.fault { warning.file } else { nil }
            })
        // A community's point is nowhere near a street in particular.
        let tried: [(LayerKind, [GeographicPoint])] = [
            (.compounds, study.compounds.map(\.point)), (.gates, study.gates.map(\.point)),
            (.facilities, study.facilities.map(\.point)),
        ].filter { DatumSuspicion.canBeHeld($0.1) }
        guard !tried.isEmpty else { return [] }
        let grid = StreetNodeGrid(nodes())
        return tried.compactMap { kind, places in
            guard let report = layers.first(where: { $0.layer == kind }), !told.contains(report.file) else {
                return nil
            }
            return DatumSuspicion.nearStreets(places, declared: report.datum, streets: grid)?
                .warning(file: report.file, other: .streets)
        }
    }
}
