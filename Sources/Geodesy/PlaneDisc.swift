package import Geometry

/// A circle on the working plane.
package struct PlaneDisc: Hashable, Sendable {
    /// Its middle, in metres of the plane.
    package let centre: PlanePoint
    /// Its radius, in metres of the plane.
    package let radius: Double

    /// Makes a circle.
    package init(centre: PlanePoint, radius: Double) {
        self.centre = centre
        self.radius = radius
    }
}

extension WorkingPlane {
    /// The circle on the plane that all places within a geodesic distance of a place fill.
    ///
    /// On a conformal plane the image of a small geodesic circle is a circle again, but for terms of the
    /// third order in its radius over the earth's; its middle lies a little off the image of the place,
    /// towards where the scale grows (millimetres for 1 km). Both are taken from the images of the four
    /// places due north, east, south and west: for 1 km anywhere in a zone right to 0.01 mm.
    package func disc(around p: GeographicPoint, radius: Metres) -> PlaneDisc {
        let rim = project(
            [0.0, 90, 180, 270].map {
                Ellipsoid.wgs84.direct(from: p, azimuth: $0, distance: radius)
            })
        let image = project(p)
        guard radius.value > 0 else { return PlaneDisc(centre: image, radius: 0) }
        // Along each axis the middle lies where both rims are equally far.
        let reach = rim.map { $0.distance(to: image) }
        let offNorth = (reach[0] - reach[2]) / (2 * rim[0].distance(to: rim[2]))
        let offEast = (reach[1] - reach[3]) / (2 * rim[1].distance(to: rim[3]))
        let centre = PlanePoint(
            x: image.x + offNorth * (rim[0].x - rim[2].x) + offEast * (rim[1].x - rim[3].x),
            y: image.y + offNorth * (rim[0].y - rim[2].y) + offEast * (rim[1].y - rim[3].y))
        let around = rim.reduce(0) { $0 + $1.distance(to: centre) } / 4
        return PlaneDisc(centre: centre, radius: around)
    }
}
