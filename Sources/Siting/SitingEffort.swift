/// How far a search goes; in counts, so that a result depends on no clock.
package struct SitingEffort: Hashable, Sendable {
    /// How many nodes of its tree CBC looks at, at most, for each part of a problem; 0: only what heuristics and
    /// bounds give.
    package var nodes: Int

    /// Makes an effort.
    package init(nodes: Int) { self.nodes = nodes }

    /// Half a minute at most on the table of a city.
    package static let usual = SitingEffort(nodes: 200)

    /// How many nodes our own tree looks at; they take less time each, but the more the larger the problem.
    func ownNodes(forEntries entries: Int) -> Int { nodes * max(1, min(50, 800_000 / max(1, entries))) }
}
