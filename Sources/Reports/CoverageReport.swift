package import Coverage
internal import Geometry
package import Places
internal import Policy
internal import Topology
internal import WalkNetwork

/// Writes a coverage result: who is within the radius and who within the walk, by place, community and scope.
package struct CoverageReport: Sendable {
    private let study: Study
    private let result: CoverageResult
    private let setAside: Int
    private let further: [PlaceColumns]
    private let furtherRates: [Rate]

    /// Makes the report of a result.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - result: what was computed from it.
    ///   - profiles: the same by the study's walking profiles.
    ///   - catchments: by how many facilities places are reached; nothing where nobody asked.
    ///   - named: rates of communities and subdistricts under names of their own, by the pack.
    ///   - setAside: how many bad rows of its layers no rate counts; written beside every rate.
    package init(
        study: Study, result: CoverageResult, profiles: [ProfileCoverage] = [],
        catchments: StudyCatchments? = nil, named: [Rate] = [], setAside: Int = 0
    ) {
        self.study = study
        self.result = result
        self.setAside = setAside
        let columns = catchments.map { [PlaceColumns(of: $0)] } ?? []
        further = columns + profiles.map { PlaceColumns(of: $0, study: study) }
        furtherRates = (catchments?.rates ?? []) + profiles.flatMap(\.rates) + named
    }

    /// All rates, scope by scope: those of the result, then the further ones.
    package var rates: [Rate] {
        var order: [Scope] = []
        var ofScope: [Scope: [Rate]] = [:]
        for rate in result.rates + furtherRates {
            if ofScope[rate.scope] == nil { order.append(rate.scope) }
            ofScope[rate.scope, default: []].append(rate)
        }
        return order.flatMap { ofScope[$0] ?? [] }
    }

    /// Adds all files of the report to an output folder.
    ///
    /// - Parameters:
    ///   - output: the folder that gathers the files.
    ///   - circles: the circles as ``features(of:)`` writes them; nothing leaves `circles.geojson` out, and
    ///     removes one of an earlier run.
    ///   - dialect: how CSV is written.
    package func add(to output: inout OutputFolder, circles: OutputPieces?, dialect: CSVDialect) {
        let places = PlaceTable(study: study, result: result, further: further)
        var compounds = CSVTable(header: places.header, dialect: dialect)
        let compoundFeatures = features(ofCompounds: places) { compounds.append($0) }
        var residuals = CSVTable(header: places.header, dialect: dialect)
        for index in study.communities.indices {
            if let cells = places.cells(ofResidual: index) { residuals.append(cells) }
        }
        var communities = CSVTable(header: CommunityTable.header, dialect: dialect)
        let communityFeatures = features(ofCommunities: { communities.append($0) })
        output.add("coverage/compounds.csv", compounds.contents)
        output.add("coverage/residuals.csv", residuals.contents)
        output.add("coverage/communities.csv", communities.contents)
        output.add("coverage/summary.csv", summary(dialect: dialect))
        output.add("coverage/compounds.geojson", compoundFeatures)
        output.add("coverage/communities.geojson", communityFeatures)
        if let circles {
            output.add("coverage/circles.geojson", pieces: circles)
        } else {
            output.remove("coverage/circles.geojson", beginningWith: GeoJSON.beginning)
        }
    }

    /// The compounds with what they reach, as features.
    package var compoundFeatures: [UInt8] {
        features(ofCompounds: PlaceTable(study: study, result: result, further: further)) { _ in }
    }

    /// The compounds as features, each row shown to a visitor on its way.
    private func features(ofCompounds places: PlaceTable, _ visit: ([Cell]) -> Void) -> [UInt8] {
        var features = GeoJSON()
        let names = PropertyNames(places.header)
        for (index, compound) in study.compounds.enumerated() {
            let cells = places.cells(ofCompound: index)
            visit(cells)
            features.append(compound.point, names, cells)
        }
        return features.finished()
    }

    /// What a map says of the study as a whole: its standard, and every row of `summary.csv`.
    package var facts: JSONText {
        let table = RateTable(setAside: setAside)
        return .object([
            ("study", .text(study.name)), ("date", .text(result.day.description)),
            ("radius_m", .number(result.standard.radius.value)),
            ("minutes", .number(result.standard.minutes)),
            ("speed_m_per_s", .number(result.standard.speed)),
            (
                "rates",
                .list(rates.map { .object(properties(RateTable.header, table.cells(of: $0))) })
            ),
        ])
    }

    /// The communities with their shares, as features; a point where the study gives no polygon.
    package var communityFeatures: [UInt8] { features(ofCommunities: { _ in }) }

    /// The communities as features, each row shown to a visitor on its way.
    private func features(ofCommunities visit: ([Cell]) -> Void) -> [UInt8] {
        let table = CommunityTable(study: study, result: result, setAside: setAside)
        var features = GeoJSON()
        for (index, community) in study.communities.enumerated() {
            let cells = table.cells(of: index)
            visit(cells)
            let properties = properties(CommunityTable.header, cells)
            if let area = community.area {
                features.append(area, properties: properties)
            } else {
                features.append(community.point, properties: properties)
            }
        }
        return features.finished()
    }

    private func summary(dialect: CSVDialect) -> [UInt8] {
        let table = RateTable(setAside: setAside)
        var csv = CSVTable(header: RateTable.header, dialect: dialect)
        for rate in rates { csv.append(table.cells(of: rate)) }
        return csv.contents
    }

    /// How many circles are written at once.
    private static let circlesAtOnce = 32

    /// The file of some circles as features, to be made piece by piece.
    ///
    /// - Parameter circles: the circles.
    /// - Returns: the file's contents: of a city they are many.
    package func features(of circles: [DrawnCircle]) -> OutputPieces {
        guard !circles.isEmpty else { return OutputPieces([GeoJSON().finished()]) }
        let count = (circles.count + Self.circlesAtOnce - 1) / Self.circlesAtOnce
        let ids = study.facilities.map(\.id)
        return OutputPieces(count: count) { piece in
            let first = piece * Self.circlesAtOnce
            let features = Self.features(
                of: circles[first..<min(first + Self.circlesAtOnce, circles.count)], facilities: ids)
            return piece + 1 == count ? features.finished() : features.piece()
        }
    }

    private static func features(of circles: ArraySlice<DrawnCircle>, facilities: [String]) -> GeoJSON {
        var features = GeoJSON(isBeginning: circles.startIndex == 0)
        features.reserve(
            positions: circles.reduce(circles.count * 8) { sum, circle in
                guard case .rings(let rings) = circle.outline else { return sum }
                return sum + rings.places.count
            })
        for circle in circles {
            let limit = circle.kind == .radius ? "limit_m" : "limit_minutes"
            let properties: [(String, JSONText)] = [
                ("kind", .text(circle.kind.rawValue)),
                ("facility", .text(optional: circle.facility.map { facilities[$0] })),
                (limit, .number(circle.limit)), ("tolerance_m", .number(circle.tolerance.value)),
            ]
            switch circle.outline {
            case .rings(let rings): features.append(rings, properties: properties)
            case .degrees(let area): features.append(area, properties: properties)
            }
        }
        return features
    }
}

/// The properties of a feature: a table row under its column names.
func properties(_ header: [String], _ cells: [Cell]) -> [(String, JSONText)] {
    zip(header, cells).map { ($0, JSONText($1)) }
}
