internal import CGDAL

/// Geometries written as text in a column (OGC 06-103r4, clause 7), as GDAL reads them.
enum WellKnownText {
    /// The column that holds geometries: the one that is asked for, else one that bears a usual name.
    static func column(of header: [String], named name: String?, file: String) throws(Problem) -> Int? {
        if let name {
            guard let column = header.firstIndex(of: name) else {
                let nearest = NearestName.of(name, among: header)
                throw Problem(file: file, column: name, .unknownColumn(name: name, nearest: nearest))
            }
            return column
        }
        return header.firstIndex { ["wkt", "geometry", "几何"].contains($0.lowercased()) }
    }

    /// Reads one geometry; nothing for an empty one.
    static func geometry(_ text: String) throws(Fault) -> RawGeometry? {
        try GDALErrors.collecting { errors throws(Fault) in
            var handle: OGRGeometryH?
            var outcome = OGRERR_NONE
            var rest = 0
            text.withCString { start in
                var cursor: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: start)
                outcome = gdal.OGR_G_CreateFromWkt(&cursor, nil, &handle)
                while let byte = cursor?.pointee, byte != 0 {
                    if byte > 0x20 || byte < 0 { rest += 1 }
                    cursor = cursor?.advanced(by: 1)
                }
            }
            defer { if let handle { gdal.OGR_G_DestroyGeometry(handle) } }
            guard outcome == OGRERR_NONE, let handle, rest == 0 else {
                throw .malformedGeometry(reason: errors.words ?? text)
            }
            return RawGeometry(handle, isNorthFirst: false)
        }
    }
}
