internal import COSM
internal import Geometry

/// The features of an OpenStreetMap file that carry some wanted tag.
package struct ExtractFeatures: Sendable {
    /// Nodes, then ways, then relations, each in the file's order.
    package let features: [ExtractFeature]
    /// When the newest of them was last edited, in seconds since 1970; nothing where the file does not say.
    package let newestEdit: Int64?
    /// When the extract was cut by its header, in seconds since 1970; nothing where it does not say.
    package let extracted: Int64?
}

/// Reads features of an OpenStreetMap file: care sites, buildings, boundaries.
///
/// Areas are made by libosmium's assembler, of closed ways and of multipolygon and boundary relations.
/// Only the nodes of wanted ways are kept in memory.
package struct ExtractReader: Sendable {
    /// A tag that makes a feature wanted: with any value where none is given.
    package struct Wanted: Hashable, Sendable {
        /// The tag's key.
        package var key: String
        /// The tag's value; nothing for any.
        package var value: String?

        /// Makes a wish for a tag.
        package init(_ key: String, _ value: String? = nil) {
            self.key = key
            self.value = value
        }
    }

    /// The tags that make a feature wanted; one is enough.
    package var wanted: [Wanted]
    /// How many threads decode the file; the result does not depend on it.
    package var jobs: Int

    /// Makes a reader.
    package init(wanted: [Wanted], jobs: Int = 2) {
        self.wanted = wanted
        self.jobs = jobs
    }

    /// Reads a file's wanted features.
    package func read(_ path: String) throws(ExtractFailure) -> ExtractFeatures {
        var failure = cosm_failure()
        var pairs: [CChar] = []
        for tag in wanted { pairs += Array(tag.key.utf8CString) + Array((tag.value ?? "").utf8CString) }
        pairs.append(0)
        guard
            let read = cosm_features_read(path, pairs, wanted.count, Int32(clamping: jobs), &failure)
        else { throw ExtractFailure(failure) }
        defer { cosm_features_free(read) }
        let columns = FeatureColumns(read)
        return ExtractFeatures(
            features: (0..<columns.count).map { columns.feature($0) },
            newestEdit: columns.newestEdit, extracted: columns.extracted)
    }
}

/// The columns of a reading, while its handle lives.
private struct FeatureColumns {
    private let raw: cosm_feature_columns
    private let texts: [String]

    init(_ handle: OpaquePointer) {
        raw = cosm_features_columns(handle)
        texts = (0..<raw.string_count).map { String(cString: cosm_features_string(handle, $0)) }
    }

    var count: Int { raw.feature_count }
    var newestEdit: Int64? { raw.newest > 0 ? raw.newest : nil }
    var extracted: Int64? { raw.header_time > 0 ? raw.header_time : nil }

    func feature(_ index: Int) -> ExtractFeature {
        let kinds = UnsafeBufferPointer(start: raw.kinds, count: count)
        let ids = UnsafeBufferPointer(start: raw.ids, count: count)
        let bounds = UnsafeBufferPointer(start: raw.bounds_relation, count: count)
        return ExtractFeature(
            kind: ExtractFeature.Kind(rawValue: Int(kinds[index])) ?? .node,
            id: ids[index], tags: tags(index), shape: shape(index),
            boundsRelation: bounds[index] == 0 ? nil : bounds[index])
    }

    private func tags(_ index: Int) -> [String: String] {
        let offsets = UnsafeBufferPointer(start: raw.tag_offsets, count: count + 1)
        let pairs = UnsafeBufferPointer(start: raw.tags, count: 2 * offsets[count])
        // A key that stands twice breaks OpenStreetMap's own rule; the first stays.
        return Dictionary(
            (offsets[index]..<offsets[index + 1]).map { pair in
                (texts[Int(pairs[2 * pair])], texts[Int(pairs[2 * pair + 1])])
            }, uniquingKeysWith: { first, _ in first })
    }

    private func shape(_ index: Int) -> ExtractFeature.Shape {
        let shapes = UnsafeBufferPointer(start: raw.shapes, count: count)
        let offsets = UnsafeBufferPointer(start: raw.ring_offsets, count: count + 1)
        let rings = offsets[index]..<offsets[index + 1]
        switch Int(shapes[index]) {
        case COSM_SHAPE_POINT: return positions(rings.lowerBound).first.map { .point($0) } ?? .incomplete
        case COSM_SHAPE_LINE: return .line(positions(rings.lowerBound))
        case COSM_SHAPE_AREA: return area(rings)
        case COSM_SHAPE_INCOMPLETE: return .incomplete
        default: return .none
        }
    }

    private func positions(_ ring: Int) -> [GeographicPoint] {
        let offset = raw.position_offsets
        guard let offset, let longitude = raw.longitude, let latitude = raw.latitude else { return [] }
        return (offset[ring]..<offset[ring + 1]).map {
            GeographicPoint(longitude: longitude[$0], latitude: latitude[$0])
        }
    }

    private func area(_ rings: Range<Int>) -> ExtractFeature.Shape {
        var polygons: [Polygon<GeographicPoint>] = []
        var exterior: Ring<GeographicPoint>?
        var holes: [Ring<GeographicPoint>] = []
        func close() {
            guard let ring = exterior else { return }
            polygons.append(Polygon(exterior: ring, holes: holes).rightHanded)
            (exterior, holes) = (nil, [])
        }
        for index in rings {
            let ring: Ring<GeographicPoint>
            do { ring = try Ring(positions(index)) } catch { return .none }
            if raw.ring_is_inner?[index] == 1 {
                holes.append(ring)
            } else {
                close()
                exterior = ring
            }
        }
        close()
        return polygons.isEmpty ? .none : .area(MultiPolygon(polygons))
    }
}
