internal import CMalloc
package import Geodesy
package import Geometry
package import WalkNetwork

/// The streets of a study: read from its files, or the network that an earlier run has made of the same files.
package struct StudyStreets: Sendable {
    /// Where a network came from.
    package enum Origin: Hashable, Sendable {
        /// It was built of the streets.
        case built
        /// It was read from a saved file.
        case saved(path: String)
    }

    /// How many nodes the walkable ways have.
    package let nodeCount: Int
    /// How many walkable ways there are; one that a missing node breaks counts as several.
    package let wayCount: Int
    /// Where the network comes from.
    package let origin: Origin
    /// Where the network is saved or would be; nothing where it is not to be.
    package let savedPath: String?
    /// The digests of sources that are no files (databases).
    package let rowDigests: [RowDigest]

    private var state: State
    private let saving: (cache: NetworkCache, key: NetworkKey)?
    /// Where the faces of the streets are saved or would be: whoever built the network.
    private let faceSaving: (cache: NetworkCache, key: NetworkKey)?

    private enum State: Sendable {
        case streets(Streets)
        case network(WalkNetwork, nodes: PlaceColumn)
    }

    /// Streets as they were read.
    ///
    /// - Parameters:
    ///   - streets: The streets.
    ///   - saving: Where their network is to be saved, and under which key; nothing where it is not.
    ///   - rowDigests: The digests of sources that are no files.
    init(
        _ streets: Streets, saving: (cache: NetworkCache, key: NetworkKey)?, rowDigests: [RowDigest] = []
    ) {
        self.rowDigests = rowDigests
        nodeCount = streets.nodes.count
        wayCount = streets.wayCount
        origin = .built
        savedPath = saving.map { $0.cache.path(of: $0.key) }
        state = .streets(streets)
        self.saving = saving
        faceSaving = saving
    }

    /// The network that a cache holds under a key; nothing where it holds none that is whole.
    ///
    /// - Parameters:
    ///   - cache: The cache.
    ///   - key: The key.
    ///   - plane: The text that the working plane is made from.
    ///   - ahead: What has been read of the cache already, in case that it is this network.
    init?(
        savedIn cache: NetworkCache, under key: NetworkKey, plane: String,
        ahead: (key: NetworkKey, contents: NetworkFile.Contents)? = nil
    ) {
        let known = ahead.flatMap { $0.key == key ? $0.contents : nil }
        guard let contents = known ?? cache.contents(of: key, as: NetworkFile.Contents.self),
            contents.facts.count == 2,
            contents.nodes.isSound, contents.nodes.count == Int(contents.facts[0]),
            let network = WalkNetwork(contents.columns, planeDefinition: plane)
        else { return nil }
        nodeCount = Int(contents.facts[0])
        wayCount = Int(contents.facts[1])
        let path = cache.path(of: key)
        origin = .saved(path: path)
        savedPath = path
        // Only networks of files are saved.
        rowDigests = []
        faceSaving = (cache, key)
        state = .network(network, nodes: contents.nodes)
        saving = nil
    }

    /// The ways as they were read; nothing where their network stands for them.
    package var ways: Streets? {
        if case .streets(let streets) = state { streets } else { nil }
    }

    private var nodeColumn: PlaceColumn {
        switch state {
        case .streets(let streets): PlaceColumn(count: streets.nodes.count) { streets.nodes[$0] }
        case .network(_, let nodes): nodes
        }
    }

    /// The nodes of the walkable ways, in WGS 84.
    package var nodes: [GeographicPoint] {
        switch state {
        case .streets(let streets): streets.nodes
        case .network(_, let nodes): Array(nodes)
        }
    }

    /// The walk network: the one that is there, or one built of the streets.
    package func network(on plane: WorkingPlane, jobs: Int) async -> WalkNetwork {
        switch state {
        case .streets(let streets): await WalkNetwork.build(streets: streets, plane: plane, jobs: jobs)
        case .network(let network, _): network
        }
    }

    /// Builds the walk network, where it is not there, and lets go of the streets meanwhile, unless their ways have
    /// names.
    package mutating func build(on plane: WorkingPlane, jobs: Int) async {
        guard case .streets(let streets) = state, streets.wayNames == nil else { return }
        let nodes = streets.nodes
        state = .streets(Streets(nodes: [], wayOffsets: [0], wayNodes: [], wayIDs: [], blocked: []))
        // What the reading has let go of goes back to the system before building takes its own.
        malloc_trim(0)
        let network = await WalkNetwork.build(streets: consume streets, plane: plane, jobs: jobs)
        state = .network(network, nodes: PlaceColumn(count: nodes.count) { nodes[$0] })
    }

    /// Saves a network that was built of these streets, where it is to be saved.
    ///
    /// - Throws: That the system would not write it; the next run then builds it anew.
    package func save(_ network: WalkNetwork) throws(NetworkNotSaved) {
        guard let saving else { return }
        var contents = NetworkFile.Contents()
        contents.columns = network.columns
        contents.facts = [Int64(nodeCount), Int64(wayCount)]
        contents.nodes = nodeColumn
        try saving.cache.save(contents, under: saving.key)
    }

    /// The faces of the streets that an earlier run has saved; nothing where there are none that are whole.
    ///
    /// - Parameters:
    ///   - network: The network of these streets.
    ///   - snapLimit: The longest leg.
    /// - Returns: The faces, or nothing.
    package func savedFaces(of network: WalkNetwork, snapLimit: Metres) -> StreetFaces? {
        guard let (cache, key) = faceSaving,
            let faces = cache.contents(
                of: key.faces(snapLimit: snapLimit), as: StreetFaces.self),
            faces.fits(network)
        else { return nil }
        return faces
    }

    /// Saves the faces of the streets for the runs to come, where they are to be saved.
    ///
    /// - Throws: That the system would not write them; the next run then finds them anew.
    package func save(_ faces: StreetFaces, snapLimit: Metres) throws(NetworkNotSaved) {
        guard let (cache, key) = faceSaving else { return }
        try cache.save(faces, under: key.faces(snapLimit: snapLimit))
    }

    /// Whether anything is to be saved.
    package var isSaved: Bool { faceSaving != nil }
}
