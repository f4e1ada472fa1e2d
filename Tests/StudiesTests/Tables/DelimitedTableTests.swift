import Studies
import TestWorlds
import Testing

@Suite struct DelimitedTableTests {
    let folder: TableFolder

    init() throws { folder = try TableFolder() }

    @Test(arguments: ["\n", "\r\n", "\r"], [",", ";", "\t"])
    func linesAndDelimiters(end: String, delimiter: String) throws {
        let lines = ["id;name;note", "a; b ;\"x;\"\"y\"\"\"", "", ";;", "c;\"two\nlines\";", "d;;z", "", ""]
        let text = lines.map { line in
            line.replacing(";", with: delimiter).replacing("\n", with: end)
        }.joined(separator: end)
        try folder.write("t.csv", text)
        let table = try folder.source("t.csv").read()
        #expect(table.header == ["id", "name", "note"])
        #expect(table.headerRow == 1)
        // The record with a quoted line break takes lines 5 and 6.
        #expect(table.rows.map(\.number) == [2, 5, 7])
        #expect(
            table.rows.map(\.cells) == [
                ["a", "b", "x\(delimiter)\"y\""], ["c", "two\(end)lines", ""], ["d", "", "z"],
            ])
        #expect(table.problems.isEmpty)
        #expect(table.encoding == .utf8)
    }

    @Test func raggedRowsAreReportedWithTheirLine() throws {
        try folder.write("t.csv", "id,name\n1,a\n2\n3,\"b\nb\"\n4,c,d\n5,e\n")
        let table = try folder.source("t.csv").read()
        #expect(table.rows.map(\.number) == [2, 4, 7])
        #expect(
            table.problems == [
                Problem(file: "t.csv", row: 3, .raggedRow(expected: 2, found: 1)),
                Problem(file: "t.csv", row: 6, .raggedRow(expected: 2, found: 3)),
            ])
        #expect(
            table.setAside == [RawRow(number: 3, cells: ["2"]), RawRow(number: 6, cells: ["4", "c", "d"])])
    }

    @Test func anOpenQuoteSpoilsItsLineOnly() throws {
        try folder.write("t.csv", "id,name\n1,\"never closed\n2,b\n3\n4,\"closed\" amid\n5,e\n")
        let table = try folder.source("t.csv").read()
        #expect(table.rows.map(\.number) == [3, 6])
        #expect(
            table.problems == [
                Problem(file: "t.csv", row: 2, .unterminatedQuote),
                Problem(file: "t.csv", row: 4, .raggedRow(expected: 2, found: 1)),
                Problem(file: "t.csv", row: 5, .unterminatedQuote),
            ])
    }

    @Test func duplicateAndUnnamedColumns() throws {
        try folder.write("t.csv", "id,name,,name,\n1,a,x,b,\n2,c,,d,\n")
        let table = try folder.source("t.csv").read()
        #expect(table.header == ["id", "name"])
        #expect(table.rows.map(\.cells) == [["1", "a"], ["2", "c"]])
        #expect(
            table.problems == [
                Problem(file: "t.csv", row: 1, .unnamedColumn(position: 3), severity: .warning),
                Problem(file: "t.csv", row: 1, column: "name", .duplicateColumn(name: "name")),
            ])
    }

    // printf '编号,名称\n1,汉口\n2,𠮷\n' | iconv -t gb18030 | xxd -i   (𠮷 takes four bytes)
    static let gb18030: [UInt8] = [
        0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0x31, 0x2c, 0xba, 0xba, 0xbf, 0xda, 0x0a,
        0x32, 0x2c, 0x95, 0x34, 0xb2, 0x35, 0x0a,
    ]

    @Test(arguments: [nil, "gb18030", "GBK", "gb2312"] as [String?])
    func chineseEncodingIsDetectedOrStated(stated: String?) throws {
        try folder.write("t.csv", Self.gb18030)
        let table = try folder.source("t.csv", encoding: stated).read()
        #expect(table.header == ["编号", "名称"])
        #expect(table.rows.map(\.cells) == [["1", "汉口"], ["2", "𠮷"]])
        #expect(table.encoding == .gb18030)
    }

    @Test func byteOrderMarks() throws {
        try folder.write("8.csv", [0xEF, 0xBB, 0xBF] + Array("\"编号\",b\n1,二\n".utf8))
        #expect(try folder.source("8.csv").read().header == ["编号", "b"])
        for isBig in [false, true] {
            let units = Array("\u{FEFF}编号,b\r\n1,二\r\n".utf16)
            let bytes = units.flatMap { unit in
                let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
                return isBig ? pair.reversed() : pair
            }
            try folder.write("16.csv", bytes)
            let table = try folder.source("16.csv").read()
            #expect(table.header == ["编号", "b"])
            #expect(table.rows.map(\.cells) == [["1", "二"]])
            #expect(table.encoding == .utf16)
        }
    }

    @Test func damagedTextIsReportedWithItsLine() throws {
        // UTF-8 with one broken byte is not taken for garbled GB 18030.
        let good = Array("编号,名称\n一,汉口江岸街道社区居民委员会\n二,武昌\n".utf8)
        try folder.write("u.csv", good + [0xE6, 0xB1, 0x0A])
        #expect(throws: Problem(file: "u.csv", row: 4, .undecodable(encoding: "UTF-8", canState: true))) {
            try folder.source("u.csv").read()
        }
        try folder.write("g.csv", Self.gb18030 + [0x33, 0x2C, 0xFF, 0xFF, 0x0A])
        #expect(throws: Problem(file: "g.csv", row: 4, .undecodable(encoding: "GB18030", canState: true))) {
            try folder.source("g.csv").read()
        }
        try folder.write("z.csv", [0x61, 0x0A, 0x00])
        #expect(throws: Problem(file: "z.csv", row: 2, .cannotRead(reason: "it holds bytes of zero"))) {
            try folder.source("z.csv").read()
        }
        #expect(throws: Problem(file: "g.csv", .unknownEncoding(name: "klingon"))) {
            try folder.source("g.csv", encoding: "klingon").read()
        }
    }

    @Test func missingEmptyAndFolders() throws {
        #expect(throws: Problem(file: "no.csv", .fileMissing)) { try folder.source("no.csv").read() }
        try folder.write("e.csv", "\n \n,,\n")
        #expect(throws: Problem(file: "e.csv", .noHeader)) { try folder.source("e.csv").read() }
        #expect(throws: Problem(file: ".", .isDirectory)) { try folder.source(".").read() }
        try folder.write("h.csv", "id,name\n")
        let table = try folder.source("h.csv").read()
        #expect(table.rows.isEmpty)
        #expect(table.header == ["id", "name"])
    }

    // Tables drawn at random and written by the rules of RFC 4180 come back as they were.
    @Test func whatIsWrittenIsRead() throws {
        let pieces = ["a", "汉", ",", ";", "\"", "\n", "\r\n", "\t", " ", "1", ""]
        try withEverySeed(0..<300) { seed, random in
            let width = random.int(in: 2...5)
            var (text, line, expected) = ((1...width).map { "c\($0)" }.joined(separator: ","), 1, [RawRow]())
            for _ in 0..<random.int(in: 0...6) {
                let cells = (0..<width).map { column in
                    let inner = (0..<random.int(in: 0...4)).map { _ in pieces[random.int(in: 0...10)] }
                    return (column == 0 ? "x" : "|") + inner.joined() + "|"
                }
                text += (random.int(in: 0...1) == 0 ? "\n" : "\r\n")
                line += 1
                expected.append(RawRow(number: line, cells: cells))
                text += cells.map { cell in
                    // Whether quotes are needed or merely allowed.
                    let needed = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
                    guard needed || random.int(in: 0...1) == 0 else { return cell }
                    return "\"\(cell.replacing("\"", with: "\"\""))\""
                }.joined(separator: ",")
                line += cells.joined().utf8.count { $0 == 0x0A }
            }
            try folder.write("t.csv", text)
            let table = try folder.source("t.csv").read()
            #expect(table.rows == expected, "seed \(seed)")
            #expect(table.problems.isEmpty, "seed \(seed)")
        }
    }

    // Whatever the bytes, every line is a row, or is set aside with its problem, or is blank.
    @Test func anyBytesAreTakenApart() throws {
        let bytes = Array("a,\"\n\r; \t汉".utf8)
        try withEverySeed(0..<500) { seed, random in
            let noise = (0..<random.int(in: 0...60)).map { _ in bytes[random.int(in: 0...7)] }
            try folder.write("t.csv", Array("id,name\n".utf8) + noise)
            let table = try folder.source("t.csv").read()
            #expect(table.rows.allSatisfy { $0.cells.count == 2 }, "seed \(seed)")
            #expect(table.setAside.map(\.number) == table.problems.compactMap(\.row), "seed \(seed)")
            let numbers = (table.rows + table.setAside).map(\.number).sorted()
            #expect(Set(numbers).count == numbers.count && numbers.allSatisfy { $0 >= 2 }, "seed \(seed)")
        }
    }

    @Test func headerOnALaterLine() throws {
        try folder.write("t.csv", "表一 社区\n\nid,name\n1,a\n")
        let table = try folder.source("t.csv", headerRow: 3).read()
        #expect(table.header == ["id", "name"])
        #expect(table.headerRow == 3)
        #expect(table.rows.map(\.number) == [4])
    }

    @Test(arguments: [
        ("households > 1000", [2, 5]), ("name = '乙'", [3]), ("name LIKE '%甲%' AND households < 2000", [2]),
        ("opened IS NULL", [3]), ("opened >= '2021-01-01'", [4]),
    ])
    func filterByOGR(filter: String, rows: [Int]) throws {
        try folder.write(
            "t.csv",
            "name,households,opened\n甲,\"1,200\",2020-05-01\n乙,８００,\n丙,900,2021-05-30\n甲二,3000,2019-01-01\n")
        #expect(try folder.source("t.csv", filter: filter).read().rows.map(\.number) == rows)
    }

    @Test func aFilterThatIsRefused() throws {
        try folder.write("t.csv", "id,name\n1,a\n")
        for filter in ["nme = 'a'", "id = = 1"] {
            let problem = #expect(throws: Problem.self) { try folder.source("t.csv", filter: filter).read() }
            guard case .invalidFilter(filter, let reason, _)? = problem?.fault else {
                Issue.record("\(String(describing: problem))")
                continue
            }
            #expect(!reason.isEmpty && !reason.contains { $0.isNewline })
        }
    }

    @Test func wellKnownText() throws {
        try folder.write(
            "t.csv",
            """
            id,WKT
            1,POINT (114.3 30.5)
            2,"POLYGON ((0 0,4 0,4 4,0 0),(1 .5,2 .5,2 1,1 .5))"
            3,
            4,POINT (114.3
            5,"MULTIPOLYGON (((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))"
            6,"LINESTRING Z (0 0 9,1 1 9)"
            7,POINT EMPTY
            8,"MULTIPOINT ((1 2),(3 4))"
            9,hello
            """)
        let table = try folder.source("t.csv").read()
        #expect(table.geometryColumn == 1)
        #expect(table.rows.map(\.number) == [2, 3, 4, 6, 7, 8, 9])
        func at(_ east: Double, _ north: Double) -> RawPosition { RawPosition(east: east, north: north) }
        #expect(
            table.rows.map(\.geometry) == [
                .point(at(114.3, 30.5)),
                .polygons([
                    [
                        [at(0, 0), at(4, 0), at(4, 4), at(0, 0)],
                        [at(1, 0.5), at(2, 0.5), at(2, 1), at(1, 0.5)],
                    ]
                ]),
                nil,
                .polygons([
                    [[at(0, 0), at(1, 0), at(1, 1), at(0, 0)]], [[at(5, 5), at(6, 5), at(6, 6), at(5, 5)]],
                ]),
                .lines([[at(0, 0), at(1, 1)]]),
                nil,
                .other("MULTIPOINT"),
            ])
        #expect(table.problems.map(\.row) == [5, 10])
        #expect(table.problems.map(\.column) == ["WKT", "WKT"])
        #expect(table.setAside.map(\.number) == [5, 10])
        for problem in table.problems {
            guard case .malformedGeometry = problem.fault else { Issue.record("\(problem)"); continue }
        }
    }
}
