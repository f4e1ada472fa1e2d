import CGDAL
import Studies
import TestWorlds
import Testing

@Suite struct WorkbookTableTests {
    let folder: TableFolder

    init() throws { folder = try TableFolder() }

    /// A row of inline texts.
    private func row(_ number: Int, _ cells: [String]) -> String {
        let marked = zip("ABCDEFGH", cells).filter { !$0.1.isEmpty }.map {
            #"<c r="\#($0.0)\#(number)" t="inlineStr"><is><t>\#($0.1)</t></is></c>"#
        }
        return #"<row r="\#(number)">\#(marked.joined())</row>"#
    }

    @Test func rowsKeepTheSheetsNumbers() throws {
        folder.writeWorkbook(
            "t.xlsx",
            sheets: [
                ("空", ""),
                (
                    "设施",
                    row(2, ["编号", "名称", ""]) + row(5, ["F1", " 甲 &amp; 乙 "]) + row(6, ["", " "])
                        + row(9, ["F2", "丙"])
                ),
            ])
        let table = try folder.source("t.xlsx").read()
        #expect(table.layer == "设施")
        #expect(table.header == ["编号", "名称"])
        #expect(table.headerRow == 2)
        #expect(
            table.rows == [
                RawRow(number: 5, cells: ["F1", "甲 & 乙"]), RawRow(number: 9, cells: ["F2", "丙"]),
            ])
        #expect(table.problems.isEmpty)
    }

    @Test func titlesAndStatedHeaderRows() throws {
        let xml =
            row(1, ["2020年养老服务设施一览表"]) + row(2, ["编号", "名称"]) + row(3, ["a", "b"]) + row(4, ["c", "d"])
        folder.writeWorkbook("t.xlsx", sheets: [("s", xml)])
        let detected = try folder.source("t.xlsx").read()
        #expect(detected.header == ["编号", "名称"])
        #expect(detected.rows.map(\.number) == [3, 4])
        let stated = try folder.source("t.xlsx", headerRow: 3).read()
        #expect(stated.header == ["a", "b"])
        #expect(stated.rows == [RawRow(number: 4, cells: ["c", "d"])])
        #expect(throws: Problem(file: "t.xlsx", .noHeader)) {
            try folder.source("t.xlsx", headerRow: 7).read()
        }
    }

    @Test func sheetsByName() throws {
        folder.writeWorkbook(
            "t.xlsx",
            sheets: [("社区", row(1, ["a", "b"])), ("设施", row(1, ["c", "d"]) + row(2, ["1", "2"]))])
        #expect(try folder.source("t.xlsx", layer: "设施").read().rows.map(\.cells) == [["1", "2"]])
        #expect(try folder.source("t.xlsx").read().rows.isEmpty)
        let unknown = Fault.unknownLayer(name: "设备", nearest: "设施", known: ["社区", "设施"])
        #expect(throws: Problem(file: "t.xlsx", unknown)) {
            try folder.source("t.xlsx", layer: "设备").read()
        }
    }

    // Serial numbers: python3 -c "import datetime as d; print((d.date(2021,5,30)-d.date(1899,12,30)).days)" → 44346,
    // 2021-05-01 → 44317, 2021-01-01 → 44197; in the 1904 system 1462 less.
    private static let styles = """
        <styleSheet><numFmts>
        <numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
        <numFmt numFmtId="165" formatCode="[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"/>
        <numFmt numFmtId="166" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
        <numFmt numFmtId="167" formatCode="#,##0.00_);[Red]\\(#,##0.00\\)"/>
        <numFmt numFmtId="168" formatCode="0.00E+00"/>
        <numFmt numFmtId="169" formatCode="yyyy/m/d h:mm"/>
        <numFmt numFmtId="170" formatCode="0&quot;days&quot;"/>
        </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>
        <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="58"/>
        <xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/>
        <xf numFmtId="169"/><xf numFmtId="170"/><xf numFmtId="21"/><xf numFmtId="9"/>
        </cellXfs></styleSheet>
        """

    @Test(arguments: [
        (1, "44346", "2021-05-30"), (2, "44346", "2021-05-30"), (3, "44317", "2021-05"),
        (3, "44346", "2021-05-30"),
        (4, "44346", "2021-05-30"), (5, "44346", "2021-05-30"), (6, "44346", "2021-05-30"),
        (7, "44317", "2021-05"), (8, "44346", "44346"), (9, "44346", "44346"),
        (10, "44346.34375", "2021-05-30T08:15:00"),
        (10, "44346", "2021-05-30"), (11, "44346", "44346"), (12, "0.34375", "08:15:00"),
        (13, "0.85", "0.85"),
        (0, "44346", "44346"), (0, "0.30000000000000004", "0.30000000000000004"), (0, "12.0", "12"),
        (0, "420100000000000000", "4.201e+17"), (1, "59", "1900-02-28"), (1, "61", "1900-03-01"),
        (1, "60", "60"), (1, "-5", "-5"), (99, "7", "7"),
    ])
    func numbersAndTrueDates(style: Int, raw: String, text: String) throws {
        let cell = #"<row r="2"><c r="A2" s="\#(style)"><v>\#(raw)</v></c></row>"#
        folder.writeWorkbook(
            "t.xlsx", sheets: [("s", row(1, ["a", "b"]) + cell)], parts: ["xl/styles.xml": Self.styles])
        #expect(try folder.source("t.xlsx").read().rows.map(\.cells) == [[text, ""]])
    }

    @Test func the1904System() throws {
        let cell = #"<row r="2"><c r="A2" s="1"><v>42884</v></c></row>"#
        folder.writeWorkbook(
            "t.xlsx", sheets: [("s", row(1, ["a", "b"]) + cell)], parts: ["xl/styles.xml": Self.styles],
            workbook: #"<workbookPr date1904="1"/>"#)
        #expect(try folder.source("t.xlsx").read().rows.map(\.cells) == [["2021-05-30", ""]])
    }

    @Test func sharedTextsTruthsErrorsAndFormulas() throws {
        let cells = """
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>
            <row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="b"><v>0</v></c></row>
            <row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4" t="str"><f>A1</f><v>x</v></c></row>
            <row r="5"><c r="A5"><f>1+1</f><v>2</v></c><c r="B5"><f>1+1</f></c></row>
            <row><c><v>7</v></c><c t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c></row>
            """
        let texts = """
            <sst><si><t>汉口</t><rPh sb="0" eb="1"><t>ハン</t></rPh></si><si><r><t>a&lt;</t></r><r><t>&#x4E59;</t></r></si></sst>
            """
        folder.writeWorkbook(
            "t.xlsx", sheets: [("s", row(1, ["甲", "乙"]) + cells)], parts: ["xl/sharedStrings.xml": texts])
        let table = try folder.source("t.xlsx").read()
        #expect(
            table.rows == [
                RawRow(number: 2, cells: ["汉口", "a<乙"]), RawRow(number: 3, cells: ["true", "false"]),
                RawRow(number: 4, cells: ["#N/A", "x"]), RawRow(number: 5, cells: ["2", ""]),
                RawRow(number: 6, cells: ["7", "a b"]),
            ])
        #expect(table.problems == [Problem(file: "t.xlsx", row: 5, column: "乙", .formulaWithoutValue)])
    }

    @Test func workbooksOfAnotherWriter() throws {
        // GDAL's own writer: shared strings, numbers, its date style.
        folder.writeLayer(
            "g.xlsx", driver: "XLSX", layer: "compounds", type: wkbNone,
            fields: [("id", OFTString), ("户数", OFTInteger), ("area", OFTReal), ("delivered", OFTDate)],
            features: [(["C1", "1200", "85.25", "2021/05/30"], nil), (["C2", nil, "0.1", nil], nil)])
        let table = try folder.source("g.xlsx", layer: "compounds").read()
        #expect(table.header == ["id", "户数", "area", "delivered"])
        #expect(table.rows.map(\.cells) == [["C1", "1200", "85.25", "2021-05-30"], ["C2", "", "0.1", ""]])
        #expect(table.rows.map(\.number) == [2, 3])
    }

    @Test func filtersAndGeometries() throws {
        folder.writeWorkbook(
            "t.xlsx",
            sheets: [
                (
                    "s",
                    row(1, ["id", "n", "几何"]) + row(2, ["a", "1,500", "POINT (1 2)"])
                        + row(3, ["b", "900", "POINT (3 4)"])
                        + row(4, ["c", "2000", "POINT (3"])
                )
            ])
        let table = try folder.source("t.xlsx", filter: "n > 1000").read()
        #expect(table.rows.map(\.number) == [2])
        #expect(table.rows.first?.geometry == .point(RawPosition(east: 1, north: 2)))
        #expect(table.problems.map(\.row) == [4])
        #expect(table.problems.map(\.column) == ["几何"])
    }

    // A sheet with damaged markup is read or refused, never more than its rows.
    @Test func damagedMarkup() throws {
        let xml = Array(
            (row(1, ["a", "b"]) + row(2, ["1", "&amp;2"]) + #"<row r="3"><c r="A3"><v>7</v></c></row>"#).utf8)
        let marks = Array("<>/\"&;= 9".utf8)
        withEverySeed(0..<200) { seed, random in
            var damaged = xml
            for _ in 0..<random.int(in: 1...4) {
                damaged[random.int(in: 0...xml.count - 1)] = marks[random.int(in: 0...marks.count - 1)]
            }
            folder.writeWorkbook("\(seed).xlsx", sheets: [("s", String(decoding: damaged, as: UTF8.self))])
            do throws(Problem) {
                let table = try folder.source("\(seed).xlsx").read()
                #expect(table.rows.count <= 3, "seed \(seed)")
                #expect(table.rows.allSatisfy { $0.cells.count == table.header.count }, "seed \(seed)")
            } catch {
                #expect(error.file == "\(seed).xlsx")
            }
        }
    }

    @Test func halfWrittenWorkbooks() throws {
        folder.writeWorkbook("t.xlsx", sheets: [("s", row(1, ["a", "b"]))])
        let whole = try folder.bytes("t.xlsx")
        for length in [0, 1, 10, whole.count / 3, whole.count / 2, whole.count - 30] {
            try folder.write("half.xlsx", Array(whole.prefix(length)))
            expectUnreadable { try folder.source("half.xlsx").read() }
        }
        try folder.write("text.xlsx", "id,name\n1,a\n")
        expectUnreadable { try folder.source("text.xlsx").read() }
        #expect(throws: Problem(file: "no.xlsx", .fileMissing)) { try folder.source("no.xlsx").read() }
    }
}

/// Expects a reading to fail with words on one line.
func expectUnreadable(_ read: () throws -> RawTable, sourceLocation: SourceLocation = #_sourceLocation) {
    let problem = #expect(throws: Problem.self, sourceLocation: sourceLocation) { try read() }
    guard case .cannotRead(let reason)? = problem?.fault else {
        Issue.record("\(String(describing: problem))", sourceLocation: sourceLocation)
        return
    }
    #expect(!reason.isEmpty && !reason.contains { $0.isNewline }, sourceLocation: sourceLocation)
}
