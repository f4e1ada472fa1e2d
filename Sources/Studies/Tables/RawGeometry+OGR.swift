internal import CGDAL

extension RawGeometry {
    /// The value of an OGR geometry, which stays its owner's; nothing for an empty one.
    ///
    /// Curves are drawn as lines, heights left out, and collections of one kind taken as that kind.
    init?(_ handle: OGRGeometryH, isNorthFirst: Bool) {
        guard gdal.OGR_G_IsEmpty(handle) == 0 else { return nil }
        if gdal.OGR_G_HasCurveGeometry(handle, 0) != 0 {
            guard let linear = gdal.OGR_G_GetLinearGeometry(handle, 0, nil) else { return nil }
            defer { gdal.OGR_G_DestroyGeometry(linear) }
            self.init(linear, isNorthFirst: isNorthFirst)
            return
        }
        let reader = OGRReader(isNorthFirst: isNorthFirst)
        let type = gdal.OGR_GT_Flatten(gdal.OGR_G_GetGeometryType(handle))
        switch type {
        case wkbPoint:
            guard let place = reader.positions(handle).first else { return nil }
            self = .point(place)
        case wkbLineString:
            self = .lines([reader.positions(handle)])
        case wkbPolygon, wkbTriangle:
            self = .polygons([reader.rings(handle)])
        case wkbMultiPoint, wkbMultiLineString, wkbMultiPolygon, wkbGeometryCollection, wkbTIN,
            wkbPolyhedralSurface:
            let parts = (0..<gdal.OGR_G_GetGeometryCount(handle)).compactMap { index in
                gdal.OGR_G_GetGeometryRef(handle, index).flatMap {
                    RawGeometry($0, isNorthFirst: isNorthFirst)
                }
            }
            self = RawGeometry.joined(parts) ?? .other(String(gdal: gdal.OGR_G_GetGeometryName(handle)))
        default:
            self = .other(String(gdal: gdal.OGR_G_GetGeometryName(handle)))
        }
    }

    /// Parts of one kind as one geometry; nothing where they differ or are several points.
    private static func joined(_ parts: [RawGeometry]) -> RawGeometry? {
        if parts.count == 1 { return parts[0] }
        var (lines, polygons): ([[RawPosition]], [[[RawPosition]]]) = ([], [])
        for part in parts {
            switch part {
            case .lines(let more): lines += more
            case .polygons(let more): polygons += more
            case .point, .other: return nil
            }
        }
        if polygons.isEmpty { return .lines(lines) }
        return lines.isEmpty ? .polygons(polygons) : nil
    }
}

/// Copies coordinates out of OGR geometries.
private struct OGRReader {
    let isNorthFirst: Bool

    func positions(_ handle: OGRGeometryH) -> [RawPosition] {
        let count = Int(gdal.OGR_G_GetPointCount(handle))
        let stride = Int32(MemoryLayout<RawPosition>.stride)
        var positions = [RawPosition](
            unsafeUninitializedCapacity: count
        ) { buffer, initialized in
            guard count > 0, let base = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
            // RawPosition is two doubles, east first: GDAL writes the columns straight into the values.
            initialized = Int(gdal.OGR_G_GetPoints(handle, base, stride, base + 8, stride, nil, 0))
        }
        if isNorthFirst {
            positions = positions.map { RawPosition(east: $0.north, north: $0.east) }
        }
        return positions
    }

    func rings(_ handle: OGRGeometryH) -> [[RawPosition]] {
        (0..<gdal.OGR_G_GetGeometryCount(handle)).compactMap { index in
            gdal.OGR_G_GetGeometryRef(handle, index).map(positions)
        }
    }
}
