internal import CGDAL

/// Reads layers through GDAL: GeoJSON, GeoPackage, Shapefile, FlatGeobuf, databases, and whatever else it opens.
enum LayerTable {
    /// Reads the table of a source.
    static func read(_ source: TableSource) throws(Problem) -> RawTable {
        do throws(Fault) {
            return try GDALErrors.collecting { errors throws(Fault) in
                try table(of: source, errors: errors)
            }
        } catch {
            throw Problem(file: source.file, error.named(after: source))
        }
    }

    private static func table(of source: TableSource, errors: GDALErrors) throws(Fault) -> RawTable {
        let isConnection = try source.isConnection()
        let encoding = try DBaseEncoding.encoding(of: source)
        var options: [String] = []
        if let encoding { options.append("ENCODING=\(encoding.name)") }
        if !isConnection, FileBytes.isEmpty(path: source.path) { throw .cannotRead(reason: "it is empty") }
        guard let dataset = GDALDataset(path: source.path, options: options) else {
            throw .cannotRead(reason: errors.words ?? "")
        }
        if dataset.layerNames.isEmpty, let words = errors.words { throw .cannotRead(reason: words) }
        let layer = try LayerChoice.layer(of: dataset, from: source)
        errors.forget()
        let wanted = try features(of: layer, meeting: source.filter, errors: errors)
        if isConnection, let filter = source.filter {
            // A database filters for itself, and its rows have no number of their own but their order.
            _ = gdal.OGR_L_SetAttributeFilter(layer, filter)
        }

        let reader = FeatureReader(layer)
        let reference = ReferenceSystem(of: layer)
        var (rows, number): ([RawRow], Int) = ([], 0)
        var keys: [GIntBig] = []
        rows.reserveCapacity(max(0, min(1 << 24, Int(gdal.OGR_L_GetFeatureCount(layer, 0)))))
        gdal.OGR_L_ResetReading(layer)
        while let feature = gdal.OGR_L_GetNextFeature(layer) {
            defer { gdal.OGR_F_Destroy(feature) }
            number += 1
            if !isConnection, let wanted, !wanted.contains(gdal.OGR_F_GetFID(feature)) { continue }
            let geometry = gdal.OGR_F_GetGeometryRef(feature).flatMap {
                RawGeometry($0, isNorthFirst: reference.isNorthFirst)
            }
            rows.append(RawRow(number: number, cells: reader.cells(of: feature), geometry: geometry))
            if isConnection { keys.append(gdal.OGR_F_GetFID(feature)) }
        }
        if let words = errors.wordsOfFilter { throw .cannotRead(reason: words) }
        // A database gives rows in an order that changes behind one's back; an archive keeps its file's.
        if isConnection, !source.path.hasPrefix("/vsi") {
            let hasKey = gdal.OGR_L_GetFIDColumn(layer).map { $0.pointee != 0 } ?? false
            rows = RowOrder.settled(rows, keys: hasKey ? keys : nil)
        }
        let table = RawTable(
            file: source.file, layer: String(gdal: gdal.OGR_L_GetName(layer)), header: reader.names,
            rows: rows,
            crs: reference.text, encoding: encoding)
        return gdal.OGR_L_GetGeomType(layer) == wkbNone ? try table.withGeometries(of: source) : table
    }

    /// The ids of the features that meet a filter; nothing where there is none.
    ///
    /// They are looked up in a pass of their own, so that features keep their number in the file.
    private static func features(
        of layer: OGRLayerH, meeting filter: String?, errors: GDALErrors
    ) throws(Fault) -> Set<GIntBig>? {
        guard let filter else { return nil }
        guard gdal.OGR_L_SetAttributeFilter(layer, filter) == OGRERR_NONE else {
            throw .invalidFilter(text: filter, reason: errors.words ?? "")
        }
        var ids: Set<GIntBig> = []
        gdal.OGR_L_ResetReading(layer)
        while let feature = gdal.OGR_L_GetNextFeature(layer) {
            ids.insert(gdal.OGR_F_GetFID(feature))
            gdal.OGR_F_Destroy(feature)
        }
        if let words = errors.wordsOfFilter { throw .invalidFilter(text: filter, reason: words) }
        _ = gdal.OGR_L_SetAttributeFilter(layer, nil)
        errors.forget()
        return ids
    }
}

extension RawTable {
    /// A layer without geometries may hold them as text, like any table of text; its filter is applied already.
    fileprivate func withGeometries(of source: TableSource) throws(Fault) -> RawTable {
        do throws(Problem) {
            return try completed(
                for: TableSource(
                    file: source.file, path: source.path, geometryColumn: source.geometryColumn))
        } catch {
            throw error.fault
        }
    }
}
