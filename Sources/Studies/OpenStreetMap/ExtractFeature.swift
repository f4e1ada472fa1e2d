package import Geometry

/// A node, way or relation of an OpenStreetMap file, with all its tags and its shape.
package struct ExtractFeature: Sendable {
    /// What a feature is in the file.
    package enum Kind: Int, Hashable, Sendable, Comparable {
        case node, way, relation

        package static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
    }

    /// Where a feature lies.
    package enum Shape: Sendable {
        /// A node's place.
        case point(GeographicPoint)
        /// An open way's vertices, or those of a closed one that makes no area.
        case line([GeographicPoint])
        /// The area of a closed way or a multipolygon relation.
        case area(MultiPolygon<GeographicPoint>)
        /// The file lacks members or nodes that the shape would need.
        case incomplete
        /// A relation that stands for no area, or of which none can be made.
        case none
    }

    /// Node, way or relation.
    package let kind: Kind
    /// Its number within the kind.
    package let id: Int64
    /// Its tags.
    package let tags: [String: String]
    /// Where it lies.
    package let shape: Shape
    /// Of a way that bounds another feature of the same reading: that relation's number.
    package let boundsRelation: Int64?

    /// Makes a feature.
    package init(
        kind: Kind, id: Int64, tags: [String: String], shape: Shape, boundsRelation: Int64? = nil
    ) {
        self.kind = kind
        self.id = id
        self.tags = tags
        self.shape = shape
        self.boundsRelation = boundsRelation
    }

    /// The feature's name among all kinds: `n`, `w` or `r` and its number.
    package var label: String {
        switch kind {
        case .node: "n\(id)"
        case .way: "w\(id)"
        case .relation: "r\(id)"
        }
    }
}
