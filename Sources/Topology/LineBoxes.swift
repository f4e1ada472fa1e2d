/// The boxes around the lines of rings, around runs of eight of them, around runs of eight such runs, and so on.
///
/// Lines that follow each other lie near each other, so that few of the boxes of runs meet: whoever looks for lines that
/// meet has nothing to sort.
struct LineBoxes {
    /// How many boxes lie in one of the next level: so many as make that level cheap and a pair of runs, too.
    private static let runLength = 8

    /// West and south, and east and north with their signs turned: one comparison tells whether two boxes meet.
    private typealias Box = SIMD4<Int32>
    /// Meets no box.
    private static let nothing = Box(repeating: .max)

    /// The boxes of the lines, of the runs of lines, and so on; the last level is one run.
    private let boxes: ContiguousArray<Box>
    /// The boxes of level `l` are `levels[l]..<levels[l + 1]`.
    private let levels: ContiguousArray<Int>

    /// Looks at the lines of rings.
    init(of rings: GridRings) {
        let places = rings.places
        var boxes = ContiguousArray<Box>()
        boxes.reserveCapacity(places.count + places.count / (Self.runLength - 1) + 16)
        for r in rings.polygons.indices {
            let end = Int(rings.offsets[r + 1]) - 1
            for k in Int(rings.offsets[r])..<end {
                let (a, b) = (places[k], places[k + 1])
                boxes.append(Box(lowHalf: pointwiseMin(a, b), highHalf: pointwiseMin(0 &- a, 0 &- b)))
            }
            // From the last place of a ring no line goes on.
            boxes.append(Self.nothing)
        }
        var levels: ContiguousArray<Int> = [0, boxes.count]
        var level = 0..<boxes.count
        while level.count > Self.runLength {
            for first in stride(from: level.lowerBound, to: level.upperBound, by: Self.runLength) {
                var box = boxes[first]
                for k in first + 1..<max(min(first + Self.runLength, level.upperBound), first + 1) {
                    box = pointwiseMin(box, boxes[k])
                }
                boxes.append(box)
            }
            level = level.upperBound..<boxes.count
            levels.append(boxes.count)
        }
        (self.boxes, self.levels) = (boxes, levels)
    }

    /// How far the lines reach, in either direction.
    var span: SIMD2<Int64> {
        var all = Self.nothing
        for box in boxes[levels[levels.count - 2]...] { all = pointwiseMin(all, box) }
        return SIMD2(-Int64(all.z) - Int64(all.x), -Int64(all.w) - Int64(all.y))
    }

    /// Two lines by the places that they begin at, the smaller number first.
    typealias Pair = (line: Int, other: Int)

    /// All pairs of lines whose boxes meet, but for those that follow each other: few of a ring that does not cross itself.
    var pairs: ContiguousArray<Pair> {
        var found: ContiguousArray<Pair> = []
        let top = levels.count - 2
        Self.lookWithin(levels[top]..<levels[top + 1], at: top, boxes.span, levels.span, &found)
        return found
    }

    /// Looks at the pairs among boxes of one run, and in each of them.
    private static func lookWithin(
        _ run: Range<Int>, at level: Int, _ boxes: Span<Box>, _ levels: Span<Int>,
        _ found: inout ContiguousArray<Pair>
    ) {
        for a in run {
            if level > 0 { lookWithin(inner(a, at: level, levels), at: level - 1, boxes, levels, &found) }
            let facing = facing(boxes[a])
            var b = level > 0 ? a + 1 : a + 2
            while b < run.upperBound {
                if meets(boxes[b], facing) { look(at: a, b, level, boxes, levels, &found) }
                b += 1
            }
        }
    }

    /// Looks at two boxes that meet.
    private static func look(
        at a: Int, _ b: Int, _ level: Int, _ boxes: Span<Box>, _ levels: Span<Int>,
        _ found: inout ContiguousArray<Pair>
    ) {
        guard level > 0 else {
            if b > a + 1 { found.append((a, b)) }
            return
        }
        let facing = facing(boxes[b])
        let others = inner(b, at: level, levels)
        for own in inner(a, at: level, levels) where meets(boxes[own], facing) {
            let ownFacing = Self.facing(boxes[own])
            for other in others where meets(boxes[other], ownFacing) {
                look(at: own, other, level - 1, boxes, levels, &found)
            }
        }
    }

    /// The boxes that a box of some level is around.
    @inline(__always)
    private static func inner(_ box: Int, at level: Int, _ levels: Span<Int>) -> Range<Int> {
        let first = levels[level - 1] + (box - levels[level]) * runLength
        return first..<min(first + runLength, levels[level])
    }

    /// A box as another is compared with.
    @inline(__always)
    private static func facing(_ box: Box) -> Box {
        Box(lowHalf: 0 &- box.highHalf, highHalf: 0 &- box.lowHalf)
    }

    @inline(__always)
    private static func meets(_ box: Box, _ facing: Box) -> Bool { all(box .<= facing) }
}
