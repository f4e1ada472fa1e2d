import Studies

extension StreetMap {
    /// The streets as an OpenStreetMap file's content; ids count from 1.
    var extract: ExtractDraft {
        var nodes = self.nodes.enumerated().map { index, place in
            ExtractDraft.Node(id: Int64(index + 1), place: place.point)
        }
        for (node, kind) in nodeKinds { nodes[Int(node)].tags = kind.tags.map { .init($0.key, $0.value) } }
        let tags = StreetKind.allCases.map { kind in
            kind.tags.map { ExtractDraft.Tag($0.key, $0.value) }
        }
        let ways = wayKinds.indices.map { w in
            ExtractDraft.Way(
                id: Int64(w + 1),
                nodes: wayNodes[Int(wayOffsets[w])..<Int(wayOffsets[w + 1])].map { Int64($0) + 1 },
                tags: tags[Int(wayKinds[w].rawValue)])
        }
        return ExtractDraft(nodes: nodes, ways: ways)
    }
}
