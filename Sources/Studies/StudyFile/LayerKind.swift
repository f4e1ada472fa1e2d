/// The layers that a study may have, in the order in which they are read and reported.
package enum LayerKind: String, Hashable, Sendable, CaseIterable, YAMLKey {
    case communities, compounds, phases, gates, facilities, candidates
    case areas, groups, events, waivers
    case streets, water, heights

    /// Where it stands among the others.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
