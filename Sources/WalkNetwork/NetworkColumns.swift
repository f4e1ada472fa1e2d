internal import Geometry

/// What a network consists of, column by column: what is saved of it and made a network again.
package struct NetworkColumns: Sendable {
    var arcOffsets: Column<Int32> = []
    var searchArcs: Column<SearchArc> = []
    var directedEdges: Column<Int32> = []
    var edgeStarts: Column<Int32> = []
    var edgeEnds: Column<Int32> = []
    var edgeLengths: Column<Int64> = []
    var vertexOffsets: Column<Int32> = []
    var vertexPlaces = PlaceColumn()
    var vertexLocations: Column<PlanePoint> = []
    var vertexAlong: Column<Int64> = []
    /// Empty where nothing is marked.
    var vertexMarks: Column<UInt8> = []
    /// The sides of each barrier, one barrier after the other, each list ended by -1.
    var barrierSides: Column<Int32> = []
    var indexOrder: Column<Int32> = []
    var indexBoxes: Column<Envelope<PlanePoint>> = []
    var scaleExtent: Column<Envelope<PlanePoint>> = []
    var scaleValues: Column<Double> = []
    var report: Column<Int64> = []

    /// Columns without anything in them, to be filled.
    package init() {}

    /// Shows every column to a visitor, always in the same order; what it makes of them stays.
    package mutating func visit<Visitor: NetworkColumnVisitor>(
        _ visitor: inout Visitor
    ) throws(Visitor.Failure) {
        try visitor.visit(&arcOffsets)
        try visitor.visit(&searchArcs)
        try visitor.visit(&directedEdges)
        try visitor.visit(&edgeStarts)
        try visitor.visit(&edgeEnds)
        try visitor.visit(&edgeLengths)
        try visitor.visit(&vertexOffsets)
        try vertexPlaces.visit(&visitor)
        try visitor.visit(&vertexLocations)
        try visitor.visit(&vertexAlong)
        try visitor.visit(&vertexMarks)
        try visitor.visit(&barrierSides)
        try visitor.visit(&indexOrder)
        try visitor.visit(&indexBoxes)
        try visitor.visit(&scaleExtent)
        try visitor.visit(&scaleValues)
        try visitor.visit(&report)
    }
}

/// Something that is shown the columns of a network one by one: a writer takes them, a reader fills them.
package protocol NetworkColumnVisitor {
    /// What can go wrong with a column.
    associatedtype Failure: Error

    /// Takes or fills a column, whose elements may have any bits.
    mutating func visit<Element: BitwiseCopyable & Sendable>(_ column: inout Column<Element>) throws(Failure)
}

extension WalkNetwork {
    /// The columns of the network; they share its memory.
    package var columns: NetworkColumns {
        var columns = NetworkColumns()
        columns.arcOffsets = arcOffsets
        columns.searchArcs = arcs.short
        columns.directedEdges = arcs.directedEdges
        columns.edgeStarts = edgeStarts
        columns.edgeEnds = edgeEnds
        columns.edgeLengths = edgeLengths
        columns.vertexOffsets = vertexOffsets
        columns.vertexPlaces = vertexPlaces
        columns.vertexLocations = vertexLocations
        columns.vertexAlong = vertexAlong
        columns.vertexMarks = vertexMarks
        columns.barrierSides = Column(ContiguousArray(barriers.all.flatMap { $0 + [-1] }))
        columns.indexOrder = segmentIndex.order
        columns.indexBoxes = segmentIndex.boxes
        columns.scaleExtent = [planeScale.envelope]
        columns.scaleValues = Column(planeScale.values)
        columns.report = Column(report.figures)
        return columns
    }

    /// The network of columns that ``columns`` has given; nothing where they do not fit together.
    ///
    /// - Parameters:
    ///   - columns: The columns.
    ///   - planeDefinition: The text that the working plane was made from.
    package init?(_ columns: NetworkColumns, planeDefinition: String) {
        let (nodes, edges) = (columns.arcOffsets.count - 1, columns.edgeStarts.count)
        let vertices = columns.vertexLocations.count
        guard nodes >= 0, columns.directedEdges.count == 2 * edges, columns.searchArcs.count == 2 * edges,
            columns.edgeEnds.count == edges, columns.edgeLengths.count == edges,
            columns.vertexOffsets.count == edges + 1, columns.vertexPlaces.isSound,
            columns.vertexPlaces.count == vertices, columns.vertexAlong.count == vertices,
            columns.vertexMarks.isEmpty || columns.vertexMarks.count == vertices,
            Int(columns.arcOffsets[nodes]) == 2 * edges, Int(columns.vertexOffsets[edges]) == vertices,
            columns.indexOrder.count == vertices - edges,
            let report = NetworkReport(figures: columns.report),
            let scale = PlaneScale(extent: columns.scaleExtent, values: columns.scaleValues),
            let index = SegmentIndex(
                order: columns.indexOrder, boxes: columns.indexBoxes, locations: columns.vertexLocations)
        else { return nil }
        arcOffsets = columns.arcOffsets
        arcs = Arcs(
            short: columns.searchArcs, directedEdges: columns.directedEdges, edgeLengths: columns.edgeLengths)
        edgeStarts = columns.edgeStarts
        edgeEnds = columns.edgeEnds
        edgeLengths = columns.edgeLengths
        longestEdge = columns.edgeLengths.max() ?? 0
        vertexOffsets = columns.vertexOffsets
        vertexPlaces = columns.vertexPlaces
        vertexLocations = columns.vertexLocations
        vertexAlong = columns.vertexAlong
        vertexMarks = columns.vertexMarks
        barriers = Barriers(
            nodesBySource: columns.barrierSides.split(separator: -1).map { Array($0) })
        segmentIndex = index
        planeScale = scale
        self.planeDefinition = planeDefinition
        self.report = report
    }
}

extension NetworkReport {
    /// The report's figures in the order of its properties.
    var figures: ContiguousArray<Int64> {
        [
            Int64(nodes), Int64(components), Int64(keptNodes), Int64(droppedNodes), Int64(keptComponents),
            Int64(droppedComponents), Int64(largestComponent), Int64(junctions), Int64(edges),
            Int64(segments), Int64(unplaceableSegments), length.count,
        ]
    }

    /// The report of such figures; nothing where there are other than twelve.
    init?(figures: Column<Int64>) {
        guard figures.count == 12 else { return nil }
        self.init(
            nodes: Int(figures[0]), components: Int(figures[1]), keptNodes: Int(figures[2]),
            droppedNodes: Int(figures[3]), keptComponents: Int(figures[4]),
            droppedComponents: Int(figures[5]), largestComponent: Int(figures[6]),
            junctions: Int(figures[7]), edges: Int(figures[8]), segments: Int(figures[9]),
            unplaceableSegments: Int(figures[10]), length: Micrometres(figures[11]))
    }
}
