/// A small extract drawn in the test: rectangles by their corners in ten-thousandths of a degree from
/// 9° E on the equator, where one is some 11.1 m each way and the middle meridian of a UTM zone runs.
struct DrawnExtract {
    private var nodes: [String] = []
    private var ways: [String] = []
    private var relations: [String] = []
    private var next = 1

    /// The file's text.
    var text: String {
        "<osm version=\"0.6\">\n" + (nodes + ways + relations).joined(separator: "\n") + "\n</osm>\n"
    }

    /// An extract with a street through it.
    init() { way([(0, 0), (40, 0), (40, 40)], ["highway": "residential"], id: 1) }

    mutating func node(_ x: Double, _ y: Double, _ tags: [String: String] = [:], id: Int? = nil) -> Int {
        let number = id ?? (10_000 + next)
        next += 1
        nodes.append(
            "<node id=\"\(number)\" lat=\"\(y / 10_000)\" lon=\"\(9 + x / 10_000)\" "
                + "timestamp=\"2019-03-01T00:00:00Z\">\(Self.xml(tags))</node>")
        return number
    }

    mutating func way(_ corners: [(Double, Double)], _ tags: [String: String], id: Int) {
        write(corners.map { node($0.0, $0.1) }, tags, id: id)
    }

    /// A closed way around a rectangle.
    mutating func rectangle(
        _ west: Double, _ south: Double, _ east: Double, _ north: Double, _ tags: [String: String], id: Int
    ) {
        let corners = [(west, south), (east, south), (east, north), (west, north)].map { node($0.0, $0.1) }
        write(corners + [corners[0]], tags, id: id)
    }

    /// A relation whose outline is one way.
    mutating func relation(outline: Int, _ tags: [String: String], id: Int) {
        relations.append(
            "<relation id=\"\(id)\"><member type=\"way\" ref=\"\(outline)\" role=\"outer\"/>"
                + "\(Self.xml(tags))</relation>")
    }

    private mutating func write(_ references: [Int], _ tags: [String: String], id: Int) {
        let list = references.map { "<nd ref=\"\($0)\"/>" }.joined()
        ways.append("<way id=\"\(id)\" timestamp=\"2019-03-01T00:00:00Z\">\(list)\(Self.xml(tags))</way>")
    }

    private static func xml(_ tags: [String: String]) -> String {
        tags.sorted { $0.key < $1.key }.map {
            "<tag k=\"\($0.key)\" v=\"\($0.value.replacing("\"", with: "&quot;"))\"/>"
        }.joined()
    }
}
