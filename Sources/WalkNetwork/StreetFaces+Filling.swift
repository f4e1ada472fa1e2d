package import Geometry

extension WalkNetwork {
    /// What the difference between lengths on the plane and on the ground may cost of the tolerance, in metres.
    private static let reserve = 0.3

    /// Prepares the walk circles of some facilities: which street is nearest to each place that they may reach.
    ///
    /// - Parameters:
    ///   - facilities: Where the facilities have joined; nothing for one that could not.
    ///   - limit: The longest walk of any circle, both legs included.
    ///   - snapLimit: The longest leg.
    ///   - tolerance: How far from its boundary a place may be on the wrong side of a circle, at least 1 m.
    ///   - jobs: How many tiles are filled at once; the faces do not depend on it.
    /// - Returns: The faces.
    package func streetFaces(
        near facilities: [Attachment?], limit: Micrometres, snapLimit: Metres, tolerance: Metres = Metres(10),
        jobs: Int
    ) async -> StreetFaces {
        let spacing = max(tolerance.value - Self.reserve, 0.7) * planeScale.least / 2.0.squareRoot()
        // The plane's lengths are those of the ground times the scale, and a little for its curvature.
        let reach = limit.metres.value * planeScale.greatest * 1.001 + 1 + spacing
        return await StreetFaces(
            of: self, around: facilities.compactMap { $0.map(location(of:)) }, within: reach,
            spacing: spacing, tolerance: tolerance, leg: snapLimit.value * planeScale.greatest, jobs: jobs)
    }

    /// Where an attachment lies on the plane.
    private func location(of attachment: Attachment) -> PlanePoint {
        let edge = vertices(ofEdge: Int(attachment.edge))
        let v = edge.dropLast().last { vertexAlong[$0] <= attachment.position.count } ?? edge.lowerBound
        let (from, to) = (vertexAlong[v], vertexAlong[v + 1])
        let t = to > from ? Double(attachment.position.count - from) / Double(to - from) : 0
        let (a, b) = (vertexLocations[v], vertexLocations[v + 1])
        return PlanePoint(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
    }
}

extension StreetFaces {
    /// Fills all tiles that come within reach of some places.
    ///
    /// - Parameters:
    ///   - network: The network.
    ///   - places: Around where circles may be drawn.
    ///   - reach: How far, in metres of the plane.
    ///   - spacing: The side of a cell, in metres of the plane.
    ///   - tolerance: What the spacing was chosen for.
    ///   - leg: The longest leg, in metres of the plane.
    ///   - jobs: How many tiles are filled at once.
    init(
        of network: WalkNetwork, around places: [PlanePoint], within reach: Double, spacing: Double,
        tolerance: Metres, leg: Double, jobs: Int
    ) async {
        self.spacing = spacing
        self.tolerance = tolerance
        let side = spacing * Double(Self.tileCells)
        func tiles(_ low: Double, _ high: Double) -> Range<Int> {
            Int((low / side).rounded(.down))..<Int((high / side).rounded(.down)) + 1
        }
        var grid = (columns: 0..<0, rows: 0..<0)
        if let box = Envelope(around: places)?.widened(by: reach) {
            grid = (tiles(box.west, box.east), tiles(box.south, box.north))
        }
        let (columns, rows) = grid
        var isNeeded = ContiguousArray(repeating: false, count: columns.count * rows.count)
        for p in places {
            for row in tiles(p.y - reach, p.y + reach) {
                for column in tiles(p.x - reach, p.x + reach) {
                    let box = Envelope<PlanePoint>(
                        west: Double(column) * side, south: Double(row) * side,
                        east: Double(column + 1) * side, north: Double(row + 1) * side)
                    guard box.squaredDistance(to: p) <= reach * reach else { continue }
                    isNeeded[(row - rows.lowerBound) * columns.count + column - columns.lowerBound] = true
                }
            }
        }
        let needed = isNeeded.indices.filter { isNeeded[$0] }
        let parts = await FixedChunks.map(count: needed.count, size: 256, jobs: jobs) { range in
            var filling = FaceTiles(network: network, spacing: spacing, leg: leg)
            for at in needed[range] {
                filling.fill(
                    column: columns.lowerBound + at % columns.count,
                    row: rows.lowerBound + at / columns.count, place: at)
            }
            return filling.columns
        }
        var all = FaceTiles.Columns()
        for part in parts { all.append(part) }
        var numbers = ContiguousArray<Int32>(repeating: -1, count: isNeeded.count)
        for (number, at) in all.places.enumerated() { numbers[Int(at)] = Int32(number) }
        (self.columns, self.rows) = (columns, rows)
        (tileNumbers, tilePlaces) = (numbers, all.places)
        (faceOffsets, faceSegments, faceLegs) = (all.faceOffsets, all.segments, all.legs)
        (owners, uniform) = (all.owners, all.uniform)
        (furtherOffsets, further) = (all.furtherOffsets, all.further)

        var offsets = ContiguousArray<Int32>(repeating: 0, count: network.vertexLocations.count + 1)
        for segment in all.segments { offsets[Int(segment) + 1] += 1 }
        for v in 0..<offsets.count - 1 { offsets[v + 1] += offsets[v] }
        var next = offsets
        var entryTiles = ContiguousArray<Int32>(repeating: 0, count: all.segments.count)
        var entryLegs = ContiguousArray(
            repeating: LegSpan(least: 0, greatest: 0), count: all.segments.count)
        for tile in all.places.indices {
            for face in Int(all.faceOffsets[tile])..<Int(all.faceOffsets[tile + 1]) {
                let segment = Int(all.segments[face])
                entryTiles[Int(next[segment])] = Int32(tile)
                entryLegs[Int(next[segment])] = all.legs[face]
                next[segment] += 1
            }
        }
        (entryOffsets, self.entryTiles, self.entryLegs) = (offsets, entryTiles, entryLegs)
    }
}
