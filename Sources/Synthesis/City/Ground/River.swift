import Geometry

/// A river that runs from the southern to the northern edge, with islands that no bridge reaches.
///
/// Between neighbouring sections its banks are straight, so asking whether a place is wet and drawing the
/// polygon give one answer.
struct River: Sendable {
    /// Metres from one section to the next.
    let spacing: Double
    /// East of the frame's origin, per section.
    let middle: [Double]
    /// Half the width between the banks, an island included.
    let halfWidth: [Double]
    /// Half the width of the island in the middle; 0 where there is none.
    let islandHalfWidth: [Double]
    /// The sections between which each island lies (its tips, where its width is 0).
    let islands: [ClosedRange<Int>]

    init(_ dimensions: CityDimensions, random: inout SeededGenerator) {
        let side = dimensions.side
        let sections = max(64, Int(side / 100))
        spacing = side / Double(sections)

        // A smooth line through control points (Catmull and Rom), widened and narrowed a little.
        let spans = dimensions.size == .town ? 5 : 12
        let bends = (0...spans + 2).map { _ in side * random.between(0.43, 0.57) }
        let widths = (0...spans + 2).map { _ in dimensions.riverHalfWidth * random.between(0.85, 1.2) }
        var middle: [Double] = []
        var half: [Double] = []
        for k in 0...sections {
            let along = Double(k) / Double(sections) * Double(spans)
            let span = min(spans - 1, Int(along))
            middle.append(Self.curve(bends, span, along - Double(span)))
            half.append(Self.curve(widths, span, along - Double(span)))
        }

        var island = [Double](repeating: 0, count: sections + 1)
        var islands: [ClosedRange<Int>] = []
        for number in 0..<dimensions.islands {
            // Every second one is an islet, too small to count as part of any city's network.
            let isIslet = number % 2 == 1
            let length = dimensions.riverHalfWidth * (isIslet ? 4.2 : 11)
            let width = dimensions.riverHalfWidth * (isIslet ? 0.55 : 1.6)
            let place =
                (Double(number) + 0.9) / (Double(dimensions.islands) + 0.7) + random.between(-0.03, 0.03)
            let first = max(1, Int((place * side - length / 2) / spacing))
            let last = min(sections - 1, first + Int(length / spacing))
            islands.append(first...last)
            for k in first...last {
                let t = Double(k - first) / Double(last - first)
                island[k] = width * 4 * t * (1 - t)
                half[k] += island[k]
            }
        }
        self.middle = middle
        halfWidth = half
        islandHalfWidth = island
        self.islands = islands
    }

    /// What a place is to the river.
    func bank(at p: PlanePoint) -> Bank {
        let along = min(max(p.y / spacing, 0), Double(middle.count - 1))
        let k = min(Int(along), middle.count - 2)
        let t = along - Double(k)
        let offset = p.x - (middle[k] + (middle[k + 1] - middle[k]) * t)
        let half = halfWidth[k] + (halfWidth[k + 1] - halfWidth[k]) * t
        let island = islandHalfWidth[k] + (islandHalfWidth[k + 1] - islandHalfWidth[k]) * t
        if offset < -half { return .west }
        if offset > half { return .east }
        return abs(offset) < island ? .island : .water
    }

    /// The side of the river that a place is on.
    enum Bank: Sendable { case west, east, island, water }

    /// The island that a place at some northing would be on.
    func island(atNorthing y: Double) -> Int? {
        islands.firstIndex { y >= Double($0.lowerBound) * spacing && y <= Double($0.upperBound) * spacing }
    }

    /// The banks as a closed ring, counter-clockwise.
    var outline: [PlanePoint] {
        let east = middle.indices.map { PlanePoint(x: middle[$0] + halfWidth[$0], y: Double($0) * spacing) }
        let west = middle.indices.map { PlanePoint(x: middle[$0] - halfWidth[$0], y: Double($0) * spacing) }
        return east + west.reversed() + [east[0]]
    }

    /// The shores of the islands as closed rings, clockwise.
    var shores: [[PlanePoint]] {
        islands.map { range in
            let west = range.map { PlanePoint(x: middle[$0] - islandHalfWidth[$0], y: Double($0) * spacing) }
            let inner = range.dropFirst().dropLast().reversed()
            let east = inner.map { PlanePoint(x: middle[$0] + islandHalfWidth[$0], y: Double($0) * spacing) }
            return west + east + [west[0]]
        }
    }

    private static func curve(_ values: [Double], _ span: Int, _ t: Double) -> Double {
        let (a, b, c, d) = (values[span], values[span + 1], values[span + 2], values[span + 3])
        return 0.5
            * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t
                + (3 * b - a - 3 * c + d) * t * t * t)
    }
}
