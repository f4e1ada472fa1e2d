internal import CGDAL

/// Applies an OGR filter to rows of text.
///
/// The rows go to GDAL as a clean CSV in memory whose column types it detects, so that `households > 100`
/// means the number in every format; the filter's answer comes back as row positions.
enum RowFilter {
    /// The rows that meet a filter, in their order.
    static func rows(
        _ rows: [RawRow], of header: [String], meeting filter: String, file: String
    ) throws(Problem) -> [RawRow] {
        guard !rows.isEmpty else { return rows }
        var bytes = csv(rows, of: header)
        let count = bytes.count
        let refusal: Fault?
        var kept: [Int] = []
        do throws(Fault) {
            kept = try GDALErrors.collecting { errors throws(Fault) in
                var outcome: Result<[Int], Fault> = .success([])
                bytes.withUnsafeMutableBufferPointer { buffer in
                    guard let base = buffer.baseAddress else { return }
                    // The buffer's address is nobody else's while it lives.
                    let name = "/vsimem/carecircle-filter-\(UInt(bitPattern: base)).csv"
                    guard let memory = gdal.VSIFileFromMemBuffer(name, base, vsi_l_offset(count), 0) else {
                        return
                    }
                    _ = gdal.VSIFCloseL(memory)
                    outcome = Result { () throws(Fault) in
                        try matches(in: name, filter: filter, errors: errors)
                    }
                    _ = gdal.VSIUnlink(name)
                }
                return try outcome.get()
            }
            refusal = nil
        } catch {
            refusal = error
        }
        if let refusal { throw Problem(file: file, refusal) }
        return kept.compactMap { rows.indices.contains($0) ? rows[$0] : nil }
    }

    private static func matches(
        in name: String, filter: String, errors: GDALErrors
    ) throws(Fault) -> [Int] {
        let options = ["AUTODETECT_TYPE=YES", "AUTODETECT_SIZE_LIMIT=0"]
        guard let dataset = GDALDataset(path: name, drivers: ["CSV"], options: options),
            let layer = dataset.layer(at: 0)
        else { throw .invalidFilter(text: filter, reason: errors.words ?? "") }
        errors.forget()
        guard gdal.OGR_L_SetAttributeFilter(layer, filter) == OGRERR_NONE else {
            throw .invalidFilter(text: filter, reason: errors.words ?? "")
        }
        var positions: [Int] = []
        gdal.OGR_L_ResetReading(layer)
        while let feature = gdal.OGR_L_GetNextFeature(layer) {
            positions.append(Int(gdal.OGR_F_GetFID(feature)) - 1)
            gdal.OGR_F_Destroy(feature)
        }
        if let words = errors.wordsOfFilter { throw .invalidFilter(text: filter, reason: words) }
        return positions
    }

    private static func csv(_ rows: [RawRow], of header: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        func append(_ cell: String) {
            // An empty cell stands without quotes, so that it is NULL.
            if !cell.isEmpty {
                bytes.append(quote)
                for byte in cell.utf8 {
                    if byte == quote { bytes.append(quote) }
                    bytes.append(byte)
                }
                bytes.append(quote)
            }
            bytes.append(comma)
        }
        for name in header { append(name) }
        // A last column that is never empty: GDAL skips lines without content, and counts them not.
        bytes.append(contentsOf: Array("carecircle_row\n".utf8))
        for (position, row) in rows.enumerated() {
            for cell in row.cells {
                // Numbers as people group them (1,234; １２３) are compared as numbers too.
                append(CellNumber.plain(cell) ?? cell)
            }
            bytes.append(contentsOf: Array("\(position)\n".utf8))
        }
        return bytes
    }
}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
