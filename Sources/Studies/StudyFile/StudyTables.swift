internal import WalkNetwork

/// The tables of a study's layers, read beforehand and several at a time.
struct StudyTables: Sendable {
    private var tables: [TableSource: Result<RawTable, Problem>] = [:]

    /// None: each is read when it is asked for.
    init() {}

    /// Reads the source of every layer that is read as a table.
    ///
    /// - Parameters:
    ///   - file: What `study.yaml` says of them; nothing where it cannot be read.
    ///   - jobs: How many are read at once; what they hold does not depend on it.
    init(_ file: StudyFile?, jobs: Int) async {
        guard let file else { return }
        let sources = file.layers.filter { ![.streets, .heights].contains($0.kind) }
            .flatMap(\.sources)
        let read = await FixedChunks.map(count: sources.count, size: 1, jobs: jobs) { place in
            Result { () throws(Problem) in try sources[place.lowerBound].read() }
        }
        for (source, table) in zip(sources, read) { tables[source] = table }
    }

    /// The table of a source.
    ///
    /// - Throws: A problem that leaves no table at all.
    func table(of source: TableSource) throws(Problem) -> RawTable {
        guard let read = tables[source] else { return try source.read() }
        return try read.get()
    }
}
