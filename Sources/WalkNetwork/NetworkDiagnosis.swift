package import Geodesy
package import Geometry

/// What in the streets may be a slip of those who drew them, or of the extract: places to look at on a map.
///
/// Nothing of it changes the network. It speaks of the streets as they were read, dropped components included,
/// since a component is often dropped for a gap of two metres.
package struct NetworkDiagnosis: Sendable, Equatable {
    /// What a place is listed for.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A kept street ends here.
        case deadEnd = "dead_end"
        /// A street ends within ``gapLimit`` of another, and the walk from one to the other is longer than
        /// ``detour`` times that, or there is none.
        case nearMiss = "near_miss"
        /// Two streets cross or touch on the plane without a node in common, and neither is above the other.
        case crossing
        /// Streets that hang together and are too few to be kept.
        case droppedComponent = "dropped_component"
    }

    /// One place.
    package struct Finding: Sendable, Equatable {
        /// What it is listed for.
        package let kind: Kind
        /// Where it is: the end, the crossing, or the node of a component that was read first.
        package let place: GeographicPoint
        /// The source's id of the way at hand.
        package let way: Int64
        /// The source's id of the way that it misses or crosses; of a dropped component the kept one nearest to it.
        package var other: Int64?
        /// How far away that way is; of a crossing nothing.
        package var gap: Metres?
        /// How many nodes a dropped component has.
        package var nodes: Int?
        /// How long the streets of a dropped component are.
        package var length: Micrometres?
    }

    /// How many times the limit of a gap the walk around it may be long.
    package static let detour = 10.0

    /// How far apart streets may lie that seem meant to meet.
    package let gapLimit: Metres
    /// The findings by kind, each kind in the order of the nodes as they were read.
    package let findings: [Finding]

    /// Looks all streets over.
    ///
    /// - Parameters:
    ///   - streets: The walkable ways.
    ///   - plane: The working plane, on which streets cross and come near each other.
    ///   - gapLimit: How far apart streets may lie that seem meant to meet.
    package init(of streets: Streets, on plane: WorkingPlane, gapLimit: Metres = Metres(5)) {
        let diagnosed = DiagnosedStreets(streets, on: plane)
        self.gapLimit = gapLimit
        findings =
            diagnosed.deadEnds.map {
                Finding(
                    kind: .deadEnd, place: diagnosed.graph.place(of: Int32($0)), way: diagnosed.way(atEnd: $0)
                )
            }
            + NearMisses(of: diagnosed, within: gapLimit, on: plane).findings
            + PlanCrossings(of: diagnosed, on: plane).findings
            + diagnosed.droppedComponents(on: plane)
    }

    /// How many findings there are of a kind.
    package func count(_ kind: Kind) -> Int { findings.count { $0.kind == kind } }
}
