internal import Geodesy
internal import Geometry
internal import Places

/// All layers of a study as tables with recognised columns and places, before anything refers to anything.
struct StudyLayers {
    let communities: LayerRows<CommunityColumn>
    let compounds: LayerRows<CompoundColumn>
    let phases: LayerRows<PhaseColumn>
    let gates: LayerRows<GateColumn>
    let facilities: LayerRows<FacilityColumn>
    let candidates: LayerRows<CandidateColumn>
    let areas: LayerRows<AreaColumn>
    let groups: LayerRows<GroupColumn>
    let events: LayerRows<EventColumn>
    let waivers: LayerRows<WaiverColumn>
    let water: LayerRows<WaterColumn>

    /// Takes the layers of a study from its tables; everything wrong goes to the ledger.
    init(_ file: StudyFile, tables: StudyTables, ledger: ProblemLedger) {
        communities = LayerRows(file.entry(.communities), in: tables, ledger: ledger)
        compounds = LayerRows(file.entry(.compounds), in: tables, ledger: ledger)
        phases = LayerRows(file.entry(.phases), in: tables, ledger: ledger)
        gates = LayerRows(file.entry(.gates), in: tables, ledger: ledger)
        facilities = LayerRows(file.entry(.facilities), in: tables, ledger: ledger)
        candidates = LayerRows(file.entry(.candidates), in: tables, ledger: ledger)
        areas = LayerRows(file.entry(.areas), in: tables, ledger: ledger)
        groups = LayerRows(file.entry(.groups), in: tables, ledger: ledger)
        events = LayerRows(file.entry(.events), in: tables, ledger: ledger)
        waivers = LayerRows(file.entry(.waivers), in: tables, ledger: ledger)
        water = LayerRows(file.entry(.water), in: tables, ledger: ledger)
        // Streets and heights are read elsewhere: their files must be there like any other's.
        for entry in file.layers where [.streets, .heights].contains(entry.kind) {
            for (index, source) in entry.sources.enumerated() {
                guard let fault = Self.fault(ofFileAt: source.path) else { continue }
                ledger.add(Problem(file: source.file, fault), layer: entry.kind, file: index)
            }
        }
    }

    /// What keeps a file from being opened, as far as its path tells.
    private static func fault(ofFileAt path: String) -> Fault? {
        guard !StudyFolder.isConnection(path), !path.hasPrefix("/vsi") else { return nil }
        return switch FileBytes.kind(ofPath: path) {
        case .file: nil
        case .folder: path.hasSuffix(".gdb") ? nil : .isDirectory
        case .nothing: .fileMissing
        }
    }

    /// Where the study lies, by its communities, else its compounds, else its facilities.
    var consistency: PlaceConsistency? {
        let frame = [
            communities.rows.compactMap { $0.place?.point }, compounds.rows.compactMap { $0.place?.point },
            facilities.rows.compactMap { $0.place?.point },
        ].first { !$0.isEmpty }
        return PlaceConsistency(around: frame ?? [])
    }

    /// Compares the places of all layers with where the study lies: swapped axes and places far off are reported.
    func checkPlaces(against consistency: PlaceConsistency?) {
        guard let consistency else { return }
        func check<Column>(_ layer: LayerRows<Column>) {
            for row in layer.rows {
                guard let place = row.place, let (fault, severity) = consistency.fault(of: place) else {
                    continue
                }
                row.report(place: fault, severity: severity)
            }
        }
        check(communities)
        check(compounds)
        check(gates)
        check(facilities)
        check(candidates)
    }

    /// The rows against which an error stands.
    func rejected(_ ledger: ProblemLedger) -> [RejectedRow] {
        communities.rejected(ledger) + compounds.rejected(ledger) + phases.rejected(ledger)
            + gates.rejected(ledger) + facilities.rejected(ledger) + candidates.rejected(ledger)
            + areas.rejected(ledger) + groups.rejected(ledger) + events.rejected(ledger)
            + waivers.rejected(ledger)
            + water.rejected(ledger)
    }

    /// What was read, in the order of ``LayerKind``.
    func reports(_ file: StudyFile, _ ledger: ProblemLedger) -> [LayerReport] {
        file.layers.flatMap { entry -> [LayerReport] in
            switch entry.kind {
            case .communities: communities.reports(entry, ledger)
            case .compounds: compounds.reports(entry, ledger)
            case .phases: phases.reports(entry, ledger)
            case .gates: gates.reports(entry, ledger)
            case .facilities: facilities.reports(entry, ledger)
            case .candidates: candidates.reports(entry, ledger)
            case .water: water.reports(entry, ledger)
            case .areas: areas.reports(entry, ledger)
            case .groups: groups.reports(entry, ledger)
            case .events: events.reports(entry, ledger)
            case .waivers: waivers.reports(entry, ledger)
            case .heights, .streets:
                entry.sources.map {
                    LayerReport(
                        layer: entry.kind, file: $0.file, isUsed: isUsed(entry.kind, file), rows: 0,
                        rejected: 0,
                        ignoredColumns: [], encoding: nil, repaired: 0, datum: entry.datum ?? .wgs84)
                }
            }
        }
    }

    /// Whether anything is computed from a layer that is no table.
    private func isUsed(_ kind: LayerKind, _ file: StudyFile) -> Bool {
        guard kind == .heights else { return true }
        return file.walking.profiles?.contains { $0.slope != nil } ?? false
    }

    /// The digests of the sources that are no files.
    func rowDigests() -> [RowDigest] {
        communities.rowDigests() + compounds.rowDigests() + phases.rowDigests() + gates.rowDigests()
            + facilities.rowDigests() + candidates.rowDigests() + areas.rowDigests() + groups.rowDigests()
            + events.rowDigests() + waivers.rowDigests() + water.rowDigests()
    }
}

extension LayerRows {
    /// The rows of the layer against which an error stands, in order.
    fileprivate func rejected(_ ledger: ProblemLedger) -> [RejectedRow] {
        tables.flatMap { table -> [RejectedRow] in
            let identifier = Column.identifier.flatMap { table.positions[$0] }
            return (table.table.rows + table.table.setAside).compactMap { row -> RejectedRow? in
                let problems = ledger.errors(in: table.key(of: row))
                guard !problems.isEmpty else { return nil }
                let id = identifier.flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
                return RejectedRow(
                    layer: table.layer, source: SourceRow(file: table.table.file, row: row.number),
                    id: id.flatMap { $0.isEmpty ? nil : $0 }, problems: problems)
            }.sorted { $0.source.row < $1.source.row }
        }
    }

    fileprivate func reports(_ entry: LayerEntry, _ ledger: ProblemLedger) -> [LayerReport] {
        tables.map { table in
            let all = table.table.rows + table.table.setAside
            return LayerReport(
                layer: table.layer, file: table.table.file, isUsed: true, rows: all.count,
                rejected: all.count { ledger.hasError(in: table.key(of: $0)) }, ignoredColumns: table.ignored,
                encoding: table.table.encoding, repaired: repaired[table.file] ?? 0,
                datum: entry.datum ?? .wgs84)
        }
    }

    fileprivate func rowDigests() -> [RowDigest] {
        tables.compactMap { table in
            RowDigest(table.table, idColumn: Column.identifier.flatMap { table.positions[$0] })
        }
    }
}
