/// Reads delimited text files: CSV and its kin with semicolons or tabs.
enum DelimitedTable {
    /// Whether a path names delimited text.
    static func isMeant(by path: String) -> Bool {
        let name = path.lowercased()
        return [".csv", ".tsv", ".txt"].contains { name.hasSuffix($0) }
    }

    /// Reads the table of a source.
    static func read(_ source: TableSource) throws(Problem) -> RawTable {
        let bytes: [UInt8]
        do throws(Fault) {
            bytes = try FileBytes.read(path: source.path)
        } catch {
            throw Problem(file: source.file, error)
        }
        let text: DecodedText
        do throws(DecodingFailure) {
            text = try DecodedText(bytes, as: source.encoding.map { TextEncoding(named: $0) })
        } catch {
            throw error.problem(in: source.file)
        }
        guard let table = table(of: text, from: source) else { throw Problem(file: source.file, .noHeader) }
        return try table.completed(for: source)
    }

    /// Takes decoded text apart; nothing where it has no header.
    private static func table(of text: DecodedText, from source: TableSource) -> RawTable? {
        text.bytes.withUnsafeBufferPointer { bytes in
            var pass = DelimitedText(bytes, delimiter: DelimitedText.delimiter(of: bytes))
            var header: DelimitedRecord?
            while let record = pass.next() {
                if record.line < source.headerRow ?? 1 { continue }
                header = record
                break
            }
            guard let header, header.line == source.headerRow ?? header.line else { return nil }
            var (rows, aside, problems): ([RawRow], [RawRow], [Problem]) = ([], [], [])
            if header.isUnbalanced {
                problems.append(Problem(file: source.file, row: header.line, .unterminatedQuote))
            }
            var opening: [RawRow] = []
            while let record = pass.next() {
                let row = RawRow(number: record.line, cells: record.cells)
                if opening.count < RawTable.openingRows { opening.append(row) }
                if record.isUnbalanced {
                    problems.append(Problem(file: source.file, row: record.line, .unterminatedQuote))
                    aside.append(row)
                } else if record.cells.count != header.cells.count {
                    let ragged = Fault.raggedRow(expected: header.cells.count, found: record.cells.count)
                    problems.append(Problem(file: source.file, row: record.line, ragged))
                    aside.append(row)
                } else {
                    rows.append(row)
                }
            }
            let columns = Columns(header: header.cells, row: header.line, file: source.file) { position in
                rows.contains { !$0.cells[position].isEmpty }
            }
            if columns.names.count != header.cells.count {
                rows = rows.map { RawRow(number: $0.number, cells: columns.kept($0.cells)) }
            }
            return RawTable(
                file: source.file, header: columns.names, headerRow: header.line, rows: rows,
                encoding: text.encoding, problems: columns.problems + problems, opening: opening,
                setAside: aside)
        }
    }
}
