internal import CGDAL

/// An Excel workbook: its sheets by name, and what their cells refer to.
struct Workbook {
    /// A sheet that the workbook lists.
    struct Entry {
        /// The name on its tab.
        let name: String
        /// Its part of the archive.
        fileprivate let part: String
    }

    /// The sheets, in the order of their tabs.
    let sheets: [Entry]
    private let path: String
    private let texts: [String]
    private let styles: WorkbookStyles

    /// Opens a workbook.
    /// - Throws: What keeps it from being read.
    init(path: String) throws(Fault) {
        self.path = path
        let relations = try Workbook.relations(of: path)
        var (entries, startsIn1904): ([Entry], Bool) = ([], false)
        try Workbook.scan("xl/workbook.xml", of: path) { scanner in
            if scanner.isNamed("workbookPr") {
                startsIn1904 = ["1", "true"].contains(scanner.attribute("date1904"))
            } else if scanner.isNamed("sheet"), let name = scanner.attribute("name"),
                let id = scanner.attribute("r:id"), let part = relations[id]
            {
                entries.append(Entry(name: name, part: part))
            }
        }
        sheets = entries
        texts = try Workbook.texts(of: path)
        styles = try WorkbookStyles(Workbook.part("xl/styles.xml", of: path), startsIn1904: startsIn1904)
    }

    /// Reads a sheet.
    func sheet(_ entry: Entry) throws(Fault) -> WorkbookSheet {
        guard let bytes = try Workbook.part(entry.part, of: path) else {
            throw .cannotRead(reason: Workbook.damage)
        }
        do throws(MarkupScanner.Truncated) {
            return try WorkbookSheet(name: entry.name, bytes: bytes, texts: texts, styles: styles)
        } catch {
            throw .cannotRead(reason: "\(entry.part) breaks off")
        }
    }

    private static let damage = "not a complete workbook"

    private static func relations(of path: String) throws(Fault) -> [String: String] {
        var parts: [String: String] = [:]
        try scan("xl/_rels/workbook.xml.rels", of: path) { scanner in
            guard scanner.isNamed("Relationship"), let id = scanner.attribute("Id"),
                let target = scanner.attribute("Target")
            else { return }
            parts[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
        }
        return parts
    }

    /// The shared strings: each the text of its runs, without the readings that East Asian text may carry.
    private static func texts(of path: String) throws(Fault) -> [String] {
        guard let bytes = try part("xl/sharedStrings.xml", of: path) else { return [] }
        do throws(MarkupScanner.Truncated) {
            return try bytes.withUnsafeBufferPointer { bytes throws(MarkupScanner.Truncated) in
                var scanner = MarkupScanner(bytes)
                var (texts, isText, isReading): ([String], Bool, Bool) = ([], false, false)
                while let event = try scanner.next() {
                    switch event {
                    case .start(let isEmpty):
                        if scanner.isNamed("si") { texts.append("") }
                        if scanner.isNamed("t") { isText = !isEmpty }
                        if scanner.isNamed("rPh") { isReading = !isEmpty }
                    case .end:
                        if scanner.isNamed("t") { isText = false }
                        if scanner.isNamed("rPh") { isReading = false }
                    case .text:
                        if isText, !isReading, !texts.isEmpty { texts[texts.count - 1] += scanner.text }
                    }
                }
                return texts.map(\.trimmed)
            }
        } catch {
            throw .cannotRead(reason: "xl/sharedStrings.xml breaks off")
        }
    }

    /// Visits the opening tags of a part that must be there.
    private static func scan(
        _ name: String, of path: String, _ visit: (MarkupScanner) -> Void
    ) throws(Fault) {
        guard let bytes = try part(name, of: path) else { throw .cannotRead(reason: damage) }
        do throws(MarkupScanner.Truncated) {
            try bytes.withUnsafeBufferPointer { bytes throws(MarkupScanner.Truncated) in
                var scanner = MarkupScanner(bytes)
                while let event = try scanner.next() {
                    if case .start = event { visit(scanner) }
                }
            }
        } catch {
            throw .cannotRead(reason: "\(name) breaks off")
        }
    }

    /// The bytes of a part of the archive; nothing where it has no such part.
    private static func part(_ name: String, of path: String) throws(Fault) -> [UInt8]? {
        try GDALErrors.collecting { errors throws(Fault) in
            // The braces let the archive have any name.
            let place = "/vsizip/{\(path)}/\(name)"
            guard let file = gdal.VSIFOpenL(place, "rb") else {
                if let words = errors.words { throw .cannotRead(reason: words) }
                return nil
            }
            defer { _ = gdal.VSIFCloseL(file) }
            var (buffer, size): (UnsafeMutablePointer<GByte>?, vsi_l_offset) = (nil, 0)
            defer { gdal.VSIFree(buffer) }
            guard gdal.VSIIngestFile(file, nil, &buffer, &size, -1) != 0, let buffer, errors.words == nil
            else {
                throw .cannotRead(reason: errors.words ?? damage)
            }
            return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
        }
    }
}
