/// What a face may end at, as a quadratic function of where one looks out from its street: the least counts.
struct FaceBound: BitwiseCopyable {
    /// The face beyond; ``FaceCourse/none`` where there is none.
    let face: Int32
    /// Whether what it stands for is curved.
    let isCurved: Bool
    /// From where to where it may be seen.
    let low: Double
    let high: Double
    /// The factors of u², u and 1.
    let square: Double
    let slope: Double
    let constant: Double

    /// A bound seen from everywhere, or between two places.
    init(
        face: Int32, isCurved: Bool, from low: Double = -.infinity, to high: Double = .infinity,
        _ square: Double,
        _ slope: Double, _ constant: Double
    ) {
        (self.face, self.isCurved, self.low, self.high) = (face, isCurved, low, high)
        (self.square, self.slope, self.constant) = (square, slope, constant)
    }

    /// Whether it stands for a segment, seen between its ends.
    var isLine: Bool { low > -.infinity || high < .infinity }

    @inline(__always)
    func value(at u: Double) -> Double { (square * u + slope) * u + constant }

    /// Where another bound comes below this one; NaN where it never does.
    @inline(__always)
    func descent(of other: FaceBound) -> Double {
        let a = other.square - square
        let b = other.slope - slope
        let c = other.constant - constant
        let discriminant = b * b - 4 * a * c
        guard discriminant > 0 else { return .nan }
        let root = discriminant.squareRoot()
        if b < 0 { return 2 * c / (root - b) }
        return a == 0 ? .nan : -(b + root) / (2 * a)
    }
}

/// Which of several bounds is the least, from place to place.
enum LowerEnvelope {
    /// Walks along and names the least bound of every stretch.
    ///
    /// - Parameters:
    ///   - bounds: The bounds; one at least is seen from everywhere.
    ///   - range: From where to where to walk.
    ///   - step: Two places nearer together than this are one.
    ///   - stretch: Is told where a stretch begins and ends, and the index of its bound.
    static func walk(
        _ bounds: ContiguousArray<FaceBound>, over range: ClosedRange<Double>, step: Double,
        _ stretch: (Double, Double, Int) -> Void
    ) {
        let end = range.upperBound
        var (at, start) = (range.lowerBound, range.lowerBound)
        var least = lowest(bounds, at: min(at + step, (at + end) / 2))
        // More turns than that are rounding's.
        for _ in 0..<64 + 8 * bounds.count {
            let own = bounds[least]
            var next = min(end, own.high)
            var following = -1
            for index in bounds.indices where index != least {
                let other = bounds[index]
                guard other.high > at, other.low < next else { continue }
                if other.low > at {
                    // Where a segment takes over from its end, it does so without a bend.
                    let value = own.value(at: other.low)
                    if other.value(at: other.low) <= value + tolerance(value),
                        !own.isLine || other.face < own.face
                    {
                        (next, following) = (other.low, index)
                    }
                }
                let meeting = own.descent(of: other)
                if meeting > at && meeting < next && meeting >= other.low && meeting <= other.high {
                    (next, following) = (meeting, index)
                }
            }
            // Where several meet at one place, rounding may have let the wrong one through.
            let middle = (at + next) / 2
            let right = lowest(bounds, at: middle)
            let value = bounds[right].value(at: middle)
            if right != least, own.value(at: middle) > value + tolerance(value) {
                if at > start { stretch(start, at, least) }
                (start, least) = (at, right)
                continue
            }
            guard next < end - step else { break }
            if following < 0 { following = lowest(bounds, at: next + step) }
            if following != least {
                stretch(start, next, least)
                (start, least) = (next, following)
            }
            at = next
        }
        stretch(start, end, least)
    }

    /// What rounding may make of a value.
    @inline(__always)
    private static func tolerance(_ value: Double) -> Double { 1e-8 + 1e-10 * abs(value) }

    private static func lowest(_ bounds: ContiguousArray<FaceBound>, at u: Double) -> Int {
        var (least, best) = (Double.infinity, 0)
        for index in bounds.indices where bounds[index].low <= u && u <= bounds[index].high {
            let value = bounds[index].value(at: u)
            // A segment before its own ends, which where it begins are as near, and of two upon each other the first.
            let isLine = bounds[index].isLine
            if value < least - tolerance(value)
                || (isLine && value < least + tolerance(value)
                    && !(bounds[best].isLine && bounds[best].face < bounds[index].face))
            {
                (least, best) = (value, index)
            }
        }
        return best
    }
}
