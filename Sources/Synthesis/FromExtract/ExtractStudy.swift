internal import Geodesy
internal import Geometry
internal import Places
internal import Studies
internal import Topology
internal import WalkNetwork

/// A first study from nothing but an OpenStreetMap extract (docs/from-osm.md).
///
/// The extract gives the streets, the care sites, the buildings and, where it has them, administrative
/// boundaries. How many people and elders there are is estimated and marked so.
package enum ExtractStudy {
    /// Makes a study and writes it as a folder, whole or not at all.
    ///
    /// - Parameters:
    ///   - options: the extract and what the estimates rest on.
    ///   - folder: where the study is to stand: absent or empty before.
    /// - Returns: what was taken, refused and estimated.
    /// - Throws: an ``ExtractFailure``, ``BoundaryFailure``, ``ExtractStudyFailure`` or
    ///   ``WholeFolderFailure``; or what Geodesy or Topology throw.
    package static func write(_ options: ExtractStudyOptions, to folder: String) throws -> ExtractStudyReport
    {
        let made = try make(options)
        let files = try ExtractStudyFiles(made, options: options, folder: folder)
        try WholeFolder(folder).write(files.write)
        return made.report
    }

    /// Makes a study's parts, in memory.
    static func make(_ options: ExtractStudyOptions) throws -> ExtractStudyParts {
        if let unsound = options.unsound { throw unsound }
        if let layer = options.facilities, !ExtractStudyFiles.exists(layer) {
            throw ExtractStudyFailure.noSuchFacilities(layer)
        }
        let rule = WalkingRule(privateWays: options.privateWays)
        let streets = try StreetsReader(rule: rule, jobs: options.jobs).read(options.extract)
        let read = try ExtractReader(wanted: wanted, jobs: options.jobs).read(options.extract)
        // The same study from the same content, in whatever order the file has it.
        let features = read.features.sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }
        let boundary = try options.boundary.map { try StudyBoundary(file: $0) }

        let baseYear = try baseYear(options, read)
        let sites = try CareSites(features, inside: boundary)
        let places = boundary?.area.envelope ?? Envelope(around: streets.streets.nodes)
        guard let extent = places else { throw ExtractFailure.noWalkableWay(highways: 0) }
        let plane = try WorkingPlane(definition: WorkingPlane.definition(around: extent))
        var homes = try Homes(
            features, sites: sites.all,
            rule: DwellingRule(grossAreaPerDwelling: options.grossAreaPerDwelling), plane: plane,
            inside: boundary)
        guard !homes.all.isEmpty else {
            throw ExtractStudyFailure.noDwelling(
                buildings: homes.buildings, outside: homes.refused[.outside] ?? 0)
        }
        guard options.facilities != nil || !sites.taken.isEmpty else {
            throw ExtractStudyFailure.noFacility(sites: sites.all.count)
        }

        let units = try units(
            features, boundary: boundary, homes: homes.all, sites: sites.taken, plane: plane,
            cellMetres: options.cellMetres)
        let finder = try UnitFinder(units)
        var unitOf: [String: Int] = [:]
        for home in homes.all { unitOf[home.label] = try finder.unit(at: home.place) }
        for site in sites.taken { unitOf[site.label] = try site.place.flatMap { try finder.unit(at: $0) } }
        for building in homes.convertible { unitOf[building.label] = try finder.unit(at: building.place) }
        homes.drop { unitOf[$0] == nil }

        return ExtractStudyParts(
            name: options.name ?? stem(options.extract), baseYear: baseYear, plane: plane.definition,
            units: units, homes: homes.all, convertible: homes.convertible, sites: sites.all, unitOf: unitOf,
            streets: streets.report, buildings: homes.buildings, buildingsRefused: homes.refused,
            options: options)
    }

    /// All features that a study is made of.
    private static let wanted: [ExtractReader.Wanted] =
        [.init("building"), .init("boundary", "administrative")] + CareSiteRule.wanted
        + DwellingRule.otherGrounds

    private static func baseYear(_ options: ExtractStudyOptions, _ read: ExtractFeatures) throws -> Int {
        if let year = options.baseYear { return year }
        guard let seconds = read.extracted ?? read.newestEdit else {
            throw ExtractStudyFailure.baseYearUnknown
        }
        return Day(ordinal: Int32(seconds / 86_400)).year
    }

    private static func units(
        _ features: [ExtractFeature], boundary: StudyBoundary?, homes: [Home], sites: [CareSite],
        plane: WorkingPlane, cellMetres: Double
    ) throws(TopologyFailure) -> [PlanningUnit] {
        let places = plane.project(homes.map(\.place))
        let outline = try boundary?.area.mapped(plane.project).repaired()
        let administrative = try AdministrativeUnits(plane: plane)
            .units(features, boundary: outline, homes: places)
        if let administrative { return administrative }
        let cells = SquareCells(plane: plane, side: cellMetres)
        if let outline { return try cells.units(of: outline) }
        return cells.units(holding: places + plane.project(sites.compactMap(\.place)))
    }

    /// A file's name without its folder and endings.
    private static func stem(_ path: String) -> String {
        let file = path.split(separator: "/").last ?? ""
        return String(file.prefix { $0 != "." })
    }
}

/// Finds the community that a place lies in, by the outlines as they are written.
private struct UnitFinder {
    private let index: PolygonIndex<GeographicPoint>

    init(_ units: [PlanningUnit]) throws(TopologyFailure) { index = try PolygonIndex(units.map(\.area)) }

    /// The first unit that holds a place; units stand in the order of their ids, so on a shared edge the
    /// smaller id.
    ///
    /// Outlines are straight on the plane and on the globe between the same vertices, so that two of them
    /// can part by millimetres: a place in such a crack belongs to a unit within some centimetres.
    func unit(at place: GeographicPoint) throws(TopologyFailure) -> Int? {
        for (east, north) in [(0.0, 0.0), (2e-7, 0), (-2e-7, 0), (0, 2e-7), (0, -2e-7)] {
            let near = GeographicPoint(longitude: place.longitude + east, latitude: place.latitude + north)
            if let unit = try index.containing(near).first { return unit }
        }
        return nil
    }
}
