internal import CGDAL

/// Finds out what the text of a Shapefile's table is written in.
///
/// A `.cpg` file beside it or the language byte of the table says it; where neither does, GDAL takes Latin-1,
/// which Chinese tables never are: there the text itself is looked at.
enum DBaseEncoding {
    /// The encoding to open a source with; nothing where GDAL knows it by itself or the format has one.
    static func encoding(of source: TableSource) throws(Fault) -> TextEncoding? {
        if let stated = source.encoding {
            let encoding = TextEncoding(named: stated)
            // GDAL's own conversion is the same iconv, and refuses a name only feature by feature.
            do throws(DecodingFailure) {
                _ = try DecodedText([], as: encoding)
            } catch {
                throw .unknownEncoding(name: stated)
            }
            return isShapefile(source.path) ? encoding : nil
        }
        guard isShapefile(source.path), FileBytes.kind(ofPath: source.path) == .file else { return nil }
        let stem = String(source.path.dropLast(4))
        guard !["cpg", "CPG"].contains(where: { FileBytes.kind(ofPath: "\(stem).\($0)") == .file }) else {
            return nil
        }
        for ending in ["dbf", "DBF"] where FileBytes.kind(ofPath: "\(stem).\(ending)") == .file {
            let bytes = try FileBytes.read(path: "\(stem).\(ending)")
            // Byte 29 names the language driver; 0 is none, 0x57 whatever the writing machine used.
            guard bytes.count > 32, bytes[29] == 0 || bytes[29] == 0x57 else { return nil }
            return detected(in: bytes)
        }
        return nil
    }

    /// Whether a path names a Shapefile or its table.
    static func isShapefile(_ path: String) -> Bool {
        let name = path.lowercased()
        return name.hasSuffix(".shp") || name.hasSuffix(".dbf")
    }

    /// Looks at the names and values of a dBASE table, whose binary parts (counts, lengths, offsets) are left out.
    private static func detected(in bytes: [UInt8]) -> TextEncoding? {
        let headerLength = Int(bytes[8]) | Int(bytes[9]) << 8
        guard headerLength >= 33, headerLength <= bytes.count else { return nil }
        var text: [UInt8] = []
        var field = 32
        while field + 32 <= headerLength, bytes[field] != 0x0D {
            // A name is 11 bytes, closed by a zero.
            text += bytes[field..<field + 11].prefix { $0 != 0 }
            text.append(UInt8(ascii: "\n"))
            field += 32
        }
        // A number of GB 18030 that is cut at a field's end must not spoil the whole table.
        text += bytes[headerLength...].filter { $0 != 0 && $0 != 0x1A }
        do throws(DecodingFailure) {
            return try DecodedText(text, as: nil).encoding
        } catch {
            return .gb18030
        }
    }
}
