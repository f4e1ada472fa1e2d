package import Geometry
internal import WalkNetwork

/// A part of a walk along streets of one name.
package struct NamedStreet: Hashable, Sendable {
    /// What the street is called; nothing where it has no name.
    package let name: String?
    /// How much of it is walked.
    package let length: Micrometres

    /// Names a part of a walk.
    package init(name: String?, length: Micrometres) { (self.name, self.length) = (name, length) }

    /// The streets of a walk by the names of the ways that it takes, in the order walked.
    ///
    /// A segment that several ways share has the name of the first of them that bears one; stretches of one name that
    /// follow each other are one part.
    ///
    /// - Parameters:
    ///   - stretches: The walk, segment by segment.
    ///   - ways: The ways that the network was built of, with their names.
    /// - Returns: The parts in the order walked; none where the ways have no names.
    static func list(of stretches: [WalkStretch], along ways: Streets) -> [NamedStreet] {
        guard let names = ways.wayNames else { return [] }
        var nameOf: [Set<GeographicPoint>: String] = [:]
        let wanted = Set(stretches.map { Set([$0.from, $0.to]) })
        let places = Set(stretches.flatMap { [$0.from, $0.to] })
        for way in 0..<ways.wayCount {
            guard let name = names[way] else { continue }
            let nodes = ways.nodeRange(ofWay: way).map { ways.nodes[Int(ways.wayNodes[$0])] }
            for (a, b) in zip(nodes, nodes.dropFirst()) where places.contains(a) && places.contains(b) {
                let ends = Set([a, b])
                if wanted.contains(ends), nameOf[ends] == nil { nameOf[ends] = name }
            }
        }
        var list: [NamedStreet] = []
        for stretch in stretches {
            let name = nameOf[Set([stretch.from, stretch.to])]
            if let last = list.last, last.name == name {
                list[list.count - 1] = NamedStreet(name: name, length: last.length + stretch.length)
            } else {
                list.append(NamedStreet(name: name, length: stretch.length))
            }
        }
        return list
    }
}
