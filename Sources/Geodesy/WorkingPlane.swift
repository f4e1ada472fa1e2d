package import Geometry

/// The plane in metres on which areas are measured and places on streets are chosen.
///
/// Not Sendable: it owns a PROJ context. Make one per task from its ``definition``.
package final class WorkingPlane {
    /// The text that it was made from, such as "EPSG:4547".
    package let definition: String
    private let transformation: Transformation

    /// Makes a plane from any projected reference system in metres.
    ///
    /// - Throws: a failure that says whether the system is unknown, no plane, or in another unit.
    package init(definition: String) throws(GeodesyFailure) {
        let system = try CoordinateReferenceSystem(definition)
        guard system.isProjected else { throw .notAPlane(text: definition) }
        guard let unit = system.metresPerUnit, abs(unit - 1) < 1e-9 else {
            throw .notInMetres(text: definition, metresPerUnit: system.metresPerUnit ?? .nan)
        }
        self.definition = definition
        transformation = try Transformation(system)
    }

    /// The plane's name as PROJ has it.
    package var name: String { transformation.system.name }

    /// Where the plane is meant to be used, in degrees; nothing where PROJ cannot tell.
    package var areaOfUse: Envelope<GeographicPoint>? { transformation.system.areaOfUse }

    /// From degrees to the plane; not finite where the plane cannot hold the place.
    package func project(_ p: GeographicPoint) -> PlanePoint { transformation.moved(p, forward: true) }

    /// From degrees to the plane, all places in one call to PROJ.
    package func project(_ places: [GeographicPoint]) -> [PlanePoint] { transformation.positions(places) }

    /// From the plane to degrees; not finite where there is no such place.
    package func unproject(_ p: PlanePoint) -> GeographicPoint { transformation.moved(p, forward: false) }

    /// From the plane to degrees, all places in one call to PROJ.
    package func unproject(_ places: [PlanePoint]) -> [GeographicPoint] {
        transformation.geographic(places).positions
    }

    /// Metres on the plane per metre on the ground at a place: the square root of the areal scale.
    ///
    /// The planes used by default are conformal, so that this holds in every direction. Taken by central
    /// differences over some 100 m, right to 1e-9.
    package func scale(at p: GeographicPoint) -> Double {
        let e2 = Ellipsoid.flattening * (2 - Ellipsoid.flattening)
        let s = sine(degrees: p.latitude)
        let w2 = 1 - e2 * s * s
        let step = 0.0005
        // A step of the same size each way, in degrees; on the ground it spans the radii of curvature.
        let meridian = Ellipsoid.equatorialRadius * (1 - e2) / (w2 * w2.squareRoot())
        let parallel = Ellipsoid.equatorialRadius / w2.squareRoot() * cosine(degrees: p.latitude)
        let q = project([
            GeographicPoint(longitude: p.longitude - step, latitude: p.latitude),
            GeographicPoint(longitude: p.longitude + step, latitude: p.latitude),
            GeographicPoint(longitude: p.longitude, latitude: p.latitude - step),
            GeographicPoint(longitude: p.longitude, latitude: p.latitude + step),
        ])
        let planeArea = abs(
            (q[1].x - q[0].x) * (q[3].y - q[2].y) - (q[1].y - q[0].y) * (q[3].x - q[2].x))
        let radians = 2 * step * .pi / 180
        return (planeArea / (radians * radians * meridian * parallel)).squareRoot()
    }
}
