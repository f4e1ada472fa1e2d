internal import COSM
package import Geometry
package import Studies

/// An OpenStreetMap file to be written: nodes and ways with their tags.
package struct ExtractDraft: Sendable {
    /// A node of the file.
    package struct Node: Sendable, Hashable {
        /// Its number.
        package var id: Int64
        /// Its place; kept to seven decimals of a degree.
        package var place: GeographicPoint
        /// Its tags, in the order in which they are written.
        package var tags: [Tag]

        /// Makes a node.
        package init(id: Int64, place: GeographicPoint, tags: [Tag] = []) {
            self.id = id
            self.place = place
            self.tags = tags
        }
    }

    /// A way of the file.
    package struct Way: Sendable, Hashable {
        /// Its number.
        package var id: Int64
        /// The numbers of its nodes, in order.
        package var nodes: [Int64]
        /// Its tags, in the order in which they are written.
        package var tags: [Tag]

        /// Makes a way.
        package init(id: Int64, nodes: [Int64], tags: [Tag] = []) {
            self.id = id
            self.nodes = nodes
            self.tags = tags
        }
    }

    /// A key and its value.
    package struct Tag: Sendable, Hashable {
        /// The key.
        package var key: String
        /// The value.
        package var value: String

        /// Makes a tag.
        package init(_ key: String, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    /// The nodes, ascending by number as readers expect them.
    package var nodes: [Node]
    /// The ways, ascending by number.
    package var ways: [Way]

    /// Makes a file's content.
    package init(nodes: [Node] = [], ways: [Way] = []) {
        self.nodes = nodes
        self.ways = ways
    }
}

/// Writes OpenStreetMap files (.osm.pbf, .osm; by the name): the same bytes for the same content, without
/// times, users or versions.
package struct ExtractWriter: Sendable {
    /// What the file says it was made by.
    package var generator: String

    /// Makes a writer.
    package init(generator: String = "CareCircle") { self.generator = generator }

    /// Writes a file, over one of that name.
    ///
    /// What a failed write leaves behind is the caller's to remove.
    package func write(_ draft: ExtractDraft, to path: String) throws(ExtractFailure) {
        let bounds = Envelope(around: draft.nodes.lazy.map(\.place))
        let file = try OpenExtract(path: path, generator: generator, bounds: bounds)
        // The handle is read before the shim is called with it, which must not be the owner's last use.
        defer { extendLifetime(file) }
        for node in draft.nodes { try file.add(node) }
        for way in draft.ways { try file.add(way) }
        try file.close()
    }
}

/// Owns a file that is being written.
private struct OpenExtract: ~Copyable {
    private let handle: OpaquePointer

    init(path: String, generator: String, bounds: Envelope<GeographicPoint>?) throws(ExtractFailure) {
        var failure = cosm_failure()
        let handle = cosm_writer_open(
            path, generator, bounds?.west ?? 0, bounds?.south ?? 0, bounds?.east ?? 0, bounds?.north ?? 0,
            &failure)
        guard let handle else { throw ExtractFailure(failure) }
        self.handle = handle
    }

    deinit { cosm_writer_free(handle) }

    func add(_ node: ExtractDraft.Node) throws(ExtractFailure) {
        var failure = cosm_failure()
        let place = node.place
        guard
            cosm_writer_node(
                handle, node.id, place.longitude, place.latitude, packed(node.tags), node.tags.count, &failure
            )
        else { throw ExtractFailure(failure) }
    }

    func add(_ way: ExtractDraft.Way) throws(ExtractFailure) {
        var failure = cosm_failure()
        guard
            cosm_writer_way(
                handle, way.id, way.nodes, way.nodes.count, packed(way.tags), way.tags.count, &failure)
        else { throw ExtractFailure(failure) }
    }

    func close() throws(ExtractFailure) {
        var failure = cosm_failure()
        guard cosm_writer_close(handle, &failure) else { throw ExtractFailure(failure) }
    }

    /// Tags as the shim takes them: zero-ended strings, one after the other.
    private func packed(_ tags: [ExtractDraft.Tag]) -> [CChar] {
        var bytes: [CChar] = []
        for tag in tags { bytes += Array(tag.key.utf8CString) + Array(tag.value.utf8CString) }
        bytes.append(0)
        return bytes
    }
}
