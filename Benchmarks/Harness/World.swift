internal import Coverage
internal import Foundation
internal import Geodesy
internal import Geometry
internal import Places
internal import Policy
internal import Studies
internal import WalkNetwork

/// A study ready to be worked on part by part: its network, and its places as joined to it.
struct World {
    /// The name of the study's folder, by which its answers are stored.
    let name: String
    let study: Study
    let pack: PolicyPack
    let streets: Streets
    let plane: WorkingPlane
    let standard: CoverageStandard
    let network: WalkNetwork
    /// The facilities that count, by their order in the study.
    let facilities: [Attachment?]
    let facilityPoints: [GeographicPoint]
    /// Where each compound's walks start.
    let compounds: [[Attachment]]
    let compoundPoints: [GeographicPoint]
    /// The communities' polygons on the working plane.
    let areas: [MultiPolygon<PlanePoint>]
    /// The circle around each facility.
    let discs: [PlaneDisc]

    /// Why a study is no world for the benchmarks.
    enum Failure: Error {
        case noStreets(study: String)
        case noDay(year: Int)
    }

    /// Reads a study and builds its network.
    ///
    /// - Parameters:
    ///   - folder: the study's folder.
    ///   - atVertices: whether places are moved to the nearest vertex of their street, as programs that know
    ///     only nodes have them; places that do not join are left out then.
    /// - Throws: every problem of the study; that it has no streets.
    init(folder: String, atVertices: Bool = false) async throws {
        let intake = try await StudyIntake.read(folder, setAside: false, streets: .always, jobs: 2)
        guard let streets = intake.streets?.ways else { throw Failure.noStreets(study: folder) }
        guard let day = Day.last(ofYear: intake.study.baseYear) else {
            throw Failure.noDay(year: intake.study.baseYear)
        }
        let study = intake.study
        let plane = try WorkingPlane(definition: study.plane)
        let network = WalkNetwork(streets: streets, plane: plane)
        let ground = StudyGround(study: study, pack: intake.pack, network: network, plane: plane)
        let counted = ground.facilities(on: day, countedBy: ground.standard.walkSelector)
        var facilityPoints = counted.map { study.facilities[$0].point }
        var compoundPoints = study.compounds.map(\.point)
        let joined = JoinedPlaces(
            study: study, network: network, plane: plane, limit: ground.standard.snapLimit)
        if atVertices {
            facilityPoints = counted.compactMap { joined.facilities[$0] }.map(network.nearestVertex)
            compoundPoints = joined.compounds.compactMap(\.first).map(network.nearestVertex)
            facilities = network.join(facilityPoints, within: ground.standard.snapLimit, on: plane)
            compounds = network.join(compoundPoints, within: ground.standard.snapLimit, on: plane)
                .map { attachment in attachment.map { [$0] } ?? [] }
        } else {
            facilities = counted.map { joined.facilities[$0] }
            compounds = joined.compounds
        }
        name = URL(filePath: folder).lastPathComponent
        self.study = study
        pack = intake.pack
        self.streets = streets
        self.plane = plane
        standard = ground.standard
        self.network = network
        self.facilityPoints = facilityPoints
        self.compoundPoints = compoundPoints
        areas = study.communities.compactMap { ($0.land ?? $0.area)?.mapped(plane.project) }
        discs = counted.map { plane.disc(around: study.facilities[$0].point, radius: ground.standard.radius) }
    }

    /// How far one walks within the minutes.
    var limit: Micrometres { Micrometres(standard.walkLimit) }
}

extension WalkNetwork {
    /// Where the vertex lies that is nearest along its edge to the place where something has joined.
    func nearestVertex(to attachment: Attachment) -> GeographicPoint {
        let vertices = vertices(ofEdge: Int(attachment.edge))
        let position = attachment.position.count
        let nearest = vertices.min { abs(vertexAlong[$0] - position) < abs(vertexAlong[$1] - position) }
        return vertexPlaces[nearest ?? vertices.lowerBound]
    }
}
