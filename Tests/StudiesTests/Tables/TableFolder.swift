import CGDAL
import Foundation
import Studies

/// A folder of files for one test, gone when the test is.
final class TableFolder {
    /// Its path.
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "tables-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path()
        GDALDrivers.registered
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch {}
    }

    /// Writes bytes to a file.
    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
    }

    /// Writes UTF-8 text to a file.
    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    /// The bytes of a file.
    func bytes(_ name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(filePath: "\(path)/\(name)")))
    }

    /// Removes a file.
    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

    /// A source of a file in the folder.
    func source(
        _ name: String, layer: String? = nil, encoding: String? = nil, filter: String? = nil,
        headerRow: Int? = nil, geometryColumn: String? = nil
    ) -> TableSource {
        TableSource(
            file: name, path: "\(path)/\(name)", layer: layer, encoding: encoding, filter: filter,
            headerRow: headerRow, geometryColumn: geometryColumn)
    }

    /// Writes a workbook of parts; the content types and the relations of its sheets are added.
    func writeWorkbook(
        _ name: String, sheets: [(name: String, xml: String)], parts: [String: String] = [:],
        workbook: String = ""
    ) {
        var parts = parts
        var (entries, relations) = ("", "")
        for (index, sheet) in sheets.enumerated() {
            let number = index + 1
            parts["xl/worksheets/sheet\(number).xml"] =
                "<worksheet><sheetData>\(sheet.xml)</sheetData></worksheet>"
            entries += #"<sheet name="\#(sheet.name)" sheetId="\#(number)" r:id="rId\#(number)"/>"#
            relations += #"<Relationship Id="rId\#(number)" Target="worksheets/sheet\#(number).xml"/>"#
        }
        parts["xl/workbook.xml"] =
            #"<?xml version="1.0"?><workbook>\#(workbook)<sheets>\#(entries)</sheets></workbook>"#
        parts["xl/_rels/workbook.xml.rels"] = "<Relationships>\(relations)</Relationships>"
        // GDAL would take .xlsx amid a path for the archive itself.
        let zip = "\(path)/parts.zip"
        let archive = VSIFOpenL("/vsizip/\(zip)", "wb")
        for (part, xml) in parts.sorted(by: { $0.key < $1.key }) {
            let file = VSIFOpenL("/vsizip/\(zip)/\(part)", "wb")
            _ = xml.withCString { VSIFWriteL($0, 1, strlen($0), file) }
            VSIFCloseL(file)
        }
        VSIFCloseL(archive)
        rename(zip, "\(path)/\(name)")
    }

    /// Writes a layer through GDAL: its fields (name, type), and for each feature its texts and its WKT.
    func writeLayer(
        _ name: String, driver: String, layer: String, epsg: Int32? = nil, type: OGRwkbGeometryType,
        fields: [(String, OGRFieldType)], features: [([String?], String?)], options: [String] = [],
        append: Bool = false
    ) {
        let file = "\(path)/\(name)"
        let handle =
            append
            ? GDALOpenEx(file, UInt32(GDAL_OF_VECTOR | GDAL_OF_UPDATE), nil, nil, nil)
            : GDALCreate(GDALGetDriverByName(driver), file, 0, 0, 0, GDT_Unknown, nil)
        var system: OGRSpatialReferenceH?
        if let epsg {
            system = OSRNewSpatialReference(nil)
            OSRImportFromEPSG(system, epsg)
            OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
        }
        var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        for option in options { list = CSLAddString(list, option) }
        let target = GDALDatasetCreateLayer(handle, layer, system, type, list)
        CSLDestroy(list)
        for (name, type) in fields {
            let field = OGR_Fld_Create(name, type)
            OGR_L_CreateField(target, field, 1)
            OGR_Fld_Destroy(field)
        }
        for (cells, wkt) in features {
            let feature = OGR_F_Create(OGR_L_GetLayerDefn(target))
            for (index, cell) in cells.enumerated() {
                if let cell { OGR_F_SetFieldString(feature, Int32(index), cell) }
            }
            if let wkt {
                wkt.withCString { start in
                    var cursor: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: start)
                    var geometry: OGRGeometryH?
                    OGR_G_CreateFromWkt(&cursor, system, &geometry)
                    OGR_F_SetGeometryDirectly(feature, geometry)
                }
            }
            _ = OGR_L_CreateFeature(target, feature)
            OGR_F_Destroy(feature)
        }
        GDALClose(handle)
        if let system { OSRRelease(system) }
    }
}

/// The faults of a table's problems with their rows.
func faults(_ table: RawTable) -> [String] {
    table.problems.map { "\($0.row.map(String.init) ?? "-"):\($0.column ?? "-"): \($0.fault)" }
}
