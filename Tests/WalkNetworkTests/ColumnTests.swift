import Geometry
import Synchronization
import Testing
import WalkNetwork

/// Columns: an array's elements, or somebody else's, for as long as anybody holds them.
@Suite struct ColumnTests {
    /// Memory that is cleared and given back as soon as nobody holds it.
    private final class Memory: Sendable {
        nonisolated(unsafe) let elements: UnsafeMutableBufferPointer<Int32>
        private let left: LivesLeft

        init(_ numbers: Range<Int32>, _ left: LivesLeft) {
            elements = .allocate(capacity: numbers.count)
            _ = elements.initialize(from: numbers)
            self.left = left
            left.count.add(1, ordering: .relaxed)
        }

        deinit {
            elements.update(repeating: -1)
            elements.deallocate()
            left.count.subtract(1, ordering: .relaxed)
        }
    }

    /// How many pieces of memory are held.
    private final class LivesLeft: Sendable {
        let count = Atomic<Int>(0)
    }

    @Test("A column has the elements of the array that it was made of, whatever becomes of the array")
    func frozen() {
        var array = ContiguousArray((0..<1000).map { PlanePoint(x: Double($0), y: -Double($0)) })
        let before = array
        let column = Column(array)
        array[500] = PlanePoint(x: 0, y: 0)
        array.append(PlanePoint(x: 1, y: 1))
        #expect(column.count == 1000 && column.elementsEqual(before) && column == Column(before))
        #expect(column != Column(array) && column[500] == before[500])
        #expect(column[10..<13].map(\.x) == [10, 11, 12] && column.last?.x == 999)
        column.withUnsafeBytes { bytes in
            #expect(before.withUnsafeBytes { bytes.elementsEqual($0) })
        }
        #expect(
            Column<Int32>().isEmpty && Column(ContiguousArray<Int32>()) == [] && [3, 4] == Column([3, 4]))
    }

    @Test("Memory is kept as long as any copy of its column is, on any thread, and no longer")
    func owned() async {
        let left = LivesLeft()
        func column(_ numbers: Range<Int32>) -> Column<Int32> {
            let memory = Memory(numbers, left)
            return Column(UnsafeBufferPointer(memory.elements), ownedBy: memory)
        }
        var first: Column<Int32>? = column(0..<10_000)
        let second = column(0..<5)
        #expect(left.count.load(ordering: .relaxed) == 2)
        let sums = await withTaskGroup(of: Int.self) { [first] group in
            for _ in 0..<8 { group.addTask { first?.reduce(0) { $0 + Int($1) } ?? 0 } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sums == Array(repeating: 49_995_000, count: 8))
        let copy = first
        first = nil
        #expect(copy?.last == 9999 && left.count.load(ordering: .relaxed) == 2)
        _ = consume copy
        #expect(left.count.load(ordering: .relaxed) == 1)
        #expect(Array(second) == [0, 1, 2, 3, 4])
    }

    @Test("Places come back to the bit, whole in OpenStreetMap's unit or not")
    func places() {
        let steps: [(Int32, Int32)] = [
            (1_143_050_001, 305_928_123), (0, 0), (-1_800_000_000, 900_000_000), (1_799_999_999, -1),
            (1, -900_000_000),
        ]
        let whole = steps.map {
            GeographicPoint(longitude: Double($0.0) / 10_000_000, latitude: Double($0.1) / 10_000_000)
        }
        let odd = [
            GeographicPoint(longitude: 114.305000123, latitude: 30.5),
            GeographicPoint(longitude: -0.0, latitude: 1),
            GeographicPoint(longitude: 114.305, latitude: 30.500000000000004),
            GeographicPoint(longitude: .infinity, latitude: .infinity),
        ]
        func bits(_ places: some Sequence<GeographicPoint>) -> [UInt64] {
            places.flatMap { [$0.longitude.bitPattern, $0.latitude.bitPattern] }
        }
        let column = PlaceColumn(count: whole.count) { whole[$0] }
        #expect(bits(column) == bits(whole) && column.isSound)
        for place in odd {
            let places = whole + [place] + whole
            let column = PlaceColumn(count: places.count) { places[$0] }
            #expect(bits(column) == bits(places) && column.isSound && column.count == places.count)
        }
        #expect(PlaceColumn(count: 0) { whole[$0] }.isEmpty)
    }
}
