package import Geodesy
package import Geometry
package import Places
package import WalkNetwork

/// Where every place of a study has joined the streets; worked out once, since places do not move.
package struct JoinedPlaces: Sendable {
    /// Where each compound's walks start: its gates that join, else its own point; empty where none joins.
    package let compounds: [[Attachment]]
    /// Where each gate joins; nothing where it does not, and it is then skipped.
    package let gates: [Attachment?]
    /// Where each community's point joins: the start of its residual's walks.
    package let communities: [[Attachment]]
    /// Where each facility joins; nothing where it does not, and it is then not reachable on foot.
    package let facilities: [Attachment?]

    /// Joins the places of a study to its streets.
    ///
    /// A compound with gates starts only at its gates, without a leg from dwelling to gate; a gate that cannot
    /// join is skipped.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - network: its streets.
    ///   - plane: the working plane, on which the nearest place of a street is chosen.
    ///   - limit: the longest leg to a street, geodesic.
    package init(study: Study, network: WalkNetwork, plane: WorkingPlane, limit: Metres) {
        let gates = network.join(study.gates.map(\.point), within: limit, on: plane)
        var starts = [[Attachment]?](repeating: nil, count: study.compounds.count)
        for (gate, attachment) in zip(study.gates, gates) {
            starts[gate.compound, default: []] += attachment.map { [$0] } ?? []
        }
        let withoutGates = study.compounds.indices.filter { starts[$0] == nil }
        let joined = network.join(
            withoutGates.map { study.compounds[$0].point }, within: limit, on: plane)
        for (index, attachment) in zip(withoutGates, joined) {
            starts[index] = attachment.map { [$0] } ?? []
        }
        compounds = starts.map { $0 ?? [] }
        self.gates = gates
        communities = network.join(study.communities.map(\.point), within: limit, on: plane)
            .map { attachment in attachment.map { [$0] } ?? [] }
        facilities = network.join(study.facilities.map(\.point), within: limit, on: plane)
    }
}

extension [[Attachment]?] {
    fileprivate subscript(index: Int, default absent: [Attachment]) -> [Attachment] {
        get { self[index] ?? absent }
        set { self[index] = newValue }
    }
}
