internal import CGDAL

/// Turns the fields of OGR features into text without losing digits.
struct FeatureReader {
    /// The fields' names.
    let names: [String]
    private let kinds: [(type: OGRFieldType, subtype: OGRFieldSubType)]

    /// Makes a reader for the features of a layer.
    init(_ layer: OGRLayerH) {
        var (names, kinds): ([String], [(OGRFieldType, OGRFieldSubType)]) = ([], [])
        let definition = gdal.OGR_L_GetLayerDefn(layer)
        for index in 0..<gdal.OGR_FD_GetFieldCount(definition) {
            guard let field = gdal.OGR_FD_GetFieldDefn(definition, index) else { continue }
            names.append(String(gdal: gdal.OGR_Fld_GetNameRef(field)).trimmed)
            kinds.append((gdal.OGR_Fld_GetType(field), gdal.OGR_Fld_GetSubType(field)))
        }
        self.names = names
        self.kinds = kinds
    }

    /// The cells of a feature: numbers with all their digits, dates in ISO 8601, lists joined by semicolons.
    func cells(of feature: OGRFeatureH) -> [String] {
        kinds.enumerated().map { index, kind in
            let field = Int32(index)
            guard gdal.OGR_F_IsFieldSetAndNotNull(feature, field) != 0 else { return "" }
            switch kind.type {
            case OFTInteger, OFTInteger64:
                let value = gdal.OGR_F_GetFieldAsInteger64(feature, field)
                return kind.subtype == OFSTBoolean ? (value != 0 ? "true" : "false") : String(value)
            case OFTReal:
                let value = gdal.OGR_F_GetFieldAsDouble(feature, field)
                return kind.subtype == OFSTFloat32 ? NumberText.of(Float(value)) : NumberText.of(value)
            case OFTDate, OFTDateTime: return moment(feature, field, hasTime: kind.type == OFTDateTime)
            case OFTStringList:
                guard var item = gdal.OGR_F_GetFieldAsStringList(feature, field) else { return "" }
                var items: [String] = []
                while let text = item.pointee {
                    items.append(String(cString: text))
                    item = item.advanced(by: 1)
                }
                return items.joined(separator: ";")
            case OFTIntegerList, OFTInteger64List:
                var count: Int32 = 0
                guard let values = gdal.OGR_F_GetFieldAsInteger64List(feature, field, &count) else {
                    return ""
                }
                return (0..<Int(count)).map { String(values[$0]) }.joined(separator: ";")
            case OFTRealList:
                var count: Int32 = 0
                guard let values = gdal.OGR_F_GetFieldAsDoubleList(feature, field, &count) else { return "" }
                return (0..<Int(count)).map { NumberText.of(values[$0]) }.joined(separator: ";")
            case OFTBinary: return ""
            default: return String(gdal: gdal.OGR_F_GetFieldAsString(feature, field)).trimmed
            }
        }
    }

    private func moment(_ feature: OGRFeatureH, _ field: Int32, hasTime: Bool) -> String {
        var (year, month, day, hour, minute, zone) = (Int32(), Int32(), Int32(), Int32(), Int32(), Int32())
        var second = Float(0)
        guard
            gdal.OGR_F_GetFieldAsDateTimeEx(
                feature, field, &year, &month, &day, &hour, &minute, &second, &zone) != 0
        else { return "" }
        let date = "\(NumberText.padded(year, 4))-\(NumberText.padded(month, 2))-\(NumberText.padded(day, 2))"
        guard hasTime else { return date }
        let time = [hour, minute, Int32(second)].map { NumberText.padded($0, 2) }.joined(separator: ":")
        return "\(date)T\(time)"
    }
}
