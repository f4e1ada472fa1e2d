internal import Coverage
internal import Geodesy
internal import Geometry
internal import Places
internal import Policy
internal import Topology

/// Puts a study together of its layers: who belongs to whom, and on which plane.
struct StudyAssembly {
    let file: StudyFile
    let layers: StudyLayers
    let ledger: ProblemLedger
    let settingAside: Bool
    /// The city's own names of facilities.
    let namings: [String: FacilityNaming]

    /// The study of all sound rows; nothing where not even that can be put together.
    func study() -> Study? {
        var (communities, badCommunities) = CommunityReading.communities(layers.communities)
        guard let referents = referents(communities, badCommunities) else { return nil }
        var (compounds, traces, badCompounds) = CompoundReading.compounds(
            layers.compounds, communities: referents)
        for community in badCompounds.compactMap(\.community) {
            communities[community].compoundsSetAside += 1
        }
        let compoundIDs = Referents(
            kept: compounds.map(\.id),
            rejected: badCompounds.compactMap { bad in bad.id.map { ($0, bad.row) } },
            isComplete: layers.compounds.isPresent && layers.compounds.isComplete)
        let phases = PhaseReading(compounds: compoundIDs, settingAside: settingAside)
            .phases(layers.phases)
        phases.compareSums(with: compounds, layers.compounds)
        let dated = EventReading(
            compounds: compoundIDs, kept: compounds, settingAside: settingAside
        ).phases(layers.events, over: phases.kept)
        MissingMilestones(phases: phases.rows, events: dated.rows).report(dated.phases)
        let gates = GateReading.gates(layers.gates, compounds: compoundIDs, settingAside: settingAside)
        let (facilities, facilityRows) = FacilityReading(
            communities: referents, kept: communities, compounds: compoundIDs, settingAside: settingAside,
            namings: namings
        ).facilities(layers.facilities)
        let candidates = CandidateReading(
            communities: referents,
            facilities: Referents(
                kept: facilities.map(\.id),
                rejected: layers.facilities.rows.compactMap { row in
                    row.isSound ? nil : row.text(.id).map { ($0, row.source) }
                },
                isComplete: layers.facilities.isPresent && layers.facilities.isComplete),
            settingAside: settingAside
        ).candidates(layers.candidates)
        let water = layers.water.rows.compactMap { $0.isSound ? $0.place?.area : nil }
        reportEmptied(communities, compounds, facilities)
        compounds.compareElders(with: communities, layers.compounds)
        guard let plane = plane(communities, traces) else { return nil }
        measure(&compounds, traces, communities, referents, plane: plane)
        var study = Study(
            name: file.name, baseYear: file.baseYear, plane: plane, walking: file.walking,
            radius: file.radius,
            communities: communities, compounds: compounds, phases: dated.phases, gates: gates,
            facilities: facilities, candidates: candidates, water: water)
        let communitiesAreKnown = layers.communities.isComplete && badCommunities.isEmpty
        let names = AreaNames(of: study, isComplete: communitiesAreKnown)
        study.totals = AreaReading(names: names, baseYear: study.baseYear).totals(layers.areas)
        if communitiesAreKnown { study.totals.compare(with: study, layers.areas) }
        study.groups = GroupReading(names: names).groups(layers.groups)
        if communitiesAreKnown { study.groups.compare(with: study, layers.groups) }
        study.waivers = WaiverReading(
            subjects: subjects(of: study, badCompounds, badCommunities), settingAside: settingAside
        ).waivers(layers.waivers)
        // Layers that could not be read as they should be are no measure for others.
        if !ledger.hasErrorBeyondRows {
            let suspects = DatumComparison(
                file: file, study: study, compoundsState: traces.map(\.statesCommunity),
                facilitiesState: facilityRows.map(\.statesCommunity), ledger: ledger
            ).report()
            // A layer that is shifted as a whole needs no word row by row.
            if suspects.isDisjoint(with: [.communities, .compounds]) {
                let stated = zip(compounds, traces).compactMap { compound, trace in
                    membership(
                        trace.row, .community, trace.statesCommunity, compound.point, compound.community)
                }
                MisplacedRows.report(stated, in: communities, as: referents)
            }
            if suspects.isDisjoint(with: [.communities, .facilities]) {
                let stated = zip(facilities, facilityRows).compactMap { facility, row in
                    membership(row, .community, row.statesCommunity, facility.point, facility.community)
                }
                MisplacedRows.report(stated, in: communities, as: referents)
            }
        }
        return study
    }

    /// A row that names a community; nothing where its place alone says where it belongs.
    private func membership<Column>(
        _ row: SchemaRow<Column>, _ column: Column, _ isStated: Bool, _ point: GeographicPoint,
        _ community: Int?
    ) -> StatedMembership<Column>? {
        guard isStated, let community else { return nil }
        return StatedMembership(row: row, column: column, point: point, community: community)
    }

    /// Whatever an exception may be for: a compound, a facility or a community by its id, a pool by
    /// its name, a scope by its own.
    private func subjects(
        of study: Study, _ badCompounds: [CompoundReading.Rejected],
        _ badCommunities: [CommunityReading.Rejected]
    ) -> Referents {
        let badFacilities = layers.facilities.rows.filter { !$0.isSound }.compactMap { row in
            row.text(.id).map { (id: $0, row: row.source) }
        }
        let scopes = ScopeMembership(of: study).members.map(\.scope.identifier)
        return Referents(
            kept: study.compounds.map(\.id) + study.facilities.map(\.id) + study.communities.map(\.id)
                + Set(study.compounds.compactMap(\.pool)).sorted(by: precedesInByteOrder) + scopes,
            rejected: badCompounds.compactMap { bad in bad.id.map { (id: $0, row: bad.row) } } + badFacilities
                + badCommunities.compactMap { bad in bad.id.map { (id: $0, row: bad.row) } },
            isComplete: layers.compounds.isComplete && layers.facilities.isComplete
                && layers.communities.isComplete)
    }

    private func referents(
        _ communities: [Community], _ rejected: [CommunityReading.Rejected]
    ) -> CommunityReferents? {
        do throws(TopologyFailure) {
            return try CommunityReferents(
                kept: communities, rejected: rejected, isPresent: layers.communities.isPresent,
                isComplete: layers.communities.isComplete, settingAside: settingAside)
        } catch {
            ledger.add(
                Problem(
                    file: layers.communities.tables.first?.table.file ?? "",
                    .malformedGeometry(reason: error.reason)),
                layer: .communities, file: 0)
            return nil
        }
    }

    /// Where every row of a layer has been set aside, nothing is left to compute with.
    private func reportEmptied(
        _ communities: [Community], _ compounds: [Compound], _ facilities: [Facility]
    ) {
        guard settingAside else { return }
        func check<Column>(_ layer: LayerRows<Column>, _ kept: Int, _ kind: LayerKind) {
            guard kept == 0, let table = layer.tables.first, !layer.rows.contains(where: \.isSound) else {
                return
            }
            let rows = layer.tables.reduce(0) { $0 + $1.table.rows.count + $1.table.setAside.count }
            ledger.add(Problem(file: table.table.file, .nothingLeft(rows: rows)), layer: kind, file: 0)
        }
        check(layers.communities, communities.count, .communities)
        check(layers.compounds, compounds.count, .compounds)
        check(layers.facilities, facilities.count, .facilities)
    }

    /// The plane that `study.yaml` names, else the one for the middle of the communities (or compounds).
    private func plane(_ communities: [Community], _ traces: [CompoundReading.Trace]) -> String? {
        if let stated = file.plane { return stated }
        let extent =
            Envelope(around: communities.flatMap { positions(of: $0.area, else: $0.point) })
            ?? Envelope(around: traces.flatMap { positions(of: $0.place.area, else: $0.place.point) })
        return extent.map { WorkingPlane.definition(around: $0) }
    }

    private func positions(
        of area: MultiPolygon<GeographicPoint>?, else point: GeographicPoint
    ) -> [GeographicPoint] {
        guard let envelope = area?.envelope else { return [point] }
        return [
            GeographicPoint(longitude: envelope.west, latitude: envelope.south),
            GeographicPoint(longitude: envelope.east, latitude: envelope.north),
        ]
    }

    /// What is measured on the working plane: the compounds' footprints, and what communities have in common.
    private func measure(
        _ compounds: inout [Compound], _ traces: [CompoundReading.Trace], _ communities: [Community],
        _ referents: CommunityReferents, plane definition: String
    ) {
        guard
            traces.contains(where: { $0.place.area != nil })
                || communities.contains(where: { $0.area != nil })
        else { return }
        let plane: WorkingPlane
        do throws(GeodesyFailure) {
            plane = try WorkingPlane(definition: definition)
        } catch {
            ledger.add(Problem(file: StudyFile.fileName, column: "crs", error.fault))
            return
        }
        for (index, trace) in traces.enumerated() {
            guard let area = trace.place.area else { continue }
            compounds[index].footprint = area.projected(on: plane).area
        }
        do throws(TopologyFailure) {
            try CommunityOverlaps.report(communities, areas: referents, in: layers.communities, plane: plane)
        } catch {
            ledger.add(
                Problem(
                    file: layers.communities.tables.first?.table.file ?? "",
                    .malformedGeometry(reason: error.reason)),
                layer: .communities, file: 0)
        }
    }
}

extension MultiPolygon<GeographicPoint> {
    /// The area on a plane, each ring in one call to PROJ.
    func projected(on plane: WorkingPlane) -> MultiPolygon<PlanePoint> {
        func ring(_ ring: Ring<GeographicPoint>) -> Ring<PlanePoint> {
            var projected = plane.project(ring.positions)[...]
            // A ring maps position by position, in order.
            return ring.mapped { _ in projected.popFirst() ?? PlanePoint(x: .nan, y: .nan) }
        }
        return MultiPolygon<PlanePoint>(
            polygons.map { Polygon(exterior: ring($0.exterior), holes: $0.holes.map(ring)) })
    }
}
