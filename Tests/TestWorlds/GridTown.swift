package import Geodesy
package import Geometry
package import WalkNetwork

/// A town of square blocks, where every walk can be counted by hand: it is as long as the blocks between.
///
/// It lies on the central meridian of its plane, where the plane's metres are those of the ground to some
/// hundredths of a millimetre over a kilometre.
package struct GridTown {
    /// How many blocks there are on a side.
    package let blocks: Int
    /// The length of a block's side, in metres.
    package let spacing: Double
    /// The plane of the town.
    package let plane: WorkingPlane
    /// Its streets: a way for every row and every column of junctions.
    package let streets: Streets

    /// Lays out a town.
    ///
    /// - Parameters:
    ///   - blocks: Blocks on a side; there is one junction more on a side.
    ///   - spacing: Metres between junctions.
    ///   - bends: Vertices between two junctions of a street, which is straight all the same.
    /// - Throws: What PROJ says where it does not know the plane.
    package init(blocks: Int, spacing: Double, bends: Int = 0) throws {
        self.blocks = blocks
        self.spacing = spacing
        plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        let perBlock = bends + 1
        let steps = blocks * perBlock
        var locations: [PlanePoint] = []
        var numbers: [Int: Int32] = [:]
        func number(_ column: Int, _ row: Int) -> Int32 {
            let key = row * (steps + 1) + column
            if let known = numbers[key] { return known }
            numbers[key] = Int32(locations.count)
            locations.append(
                Self.location(
                    Double(column) / Double(perBlock), Double(row) / Double(perBlock), spacing: spacing,
                    blocks: blocks))
            return Int32(locations.count - 1)
        }
        var wayNodes: [Int32] = []
        for street in stride(from: 0, through: steps, by: perBlock) {
            wayNodes += (0...steps).map { number($0, street) }
            wayNodes += (0...steps).map { number(street, $0) }
        }
        let ways = 2 * (blocks + 1)
        streets = Streets(
            nodes: plane.unproject(locations), wayOffsets: (0...ways).map { Int32($0 * (steps + 1)) },
            wayNodes: wayNodes, wayIDs: (0..<ways).map { Int64($0 + 1) }, blocked: [])
    }

    /// The network of the town's streets.
    package var network: WalkNetwork { WalkNetwork(streets: streets, plane: plane) }

    /// A place by blocks east and north of the south-western junction; fractions lie within a block.
    package func point(_ east: Double, _ north: Double) -> GeographicPoint {
        plane.unproject(Self.location(east, north, spacing: spacing, blocks: blocks))
    }

    private static func location(
        _ east: Double, _ north: Double, spacing: Double, blocks: Int
    ) -> PlanePoint {
        PlanePoint(
            x: 500_000 + (east - Double(blocks) / 2) * spacing,
            y: 3_380_000 + (north - Double(blocks) / 2) * spacing)
    }
}
