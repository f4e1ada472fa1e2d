import Reports
import Testing

@Suite struct CSVTableTests {
    @Test("Cells with commas, quotes and line breaks are quoted as RFC 4180 asks")
    func quoting() {
        var table = CSVTable(header: ["id", "name"], dialect: .plain)
        table.append([.text("1"), .text("a,b")])
        table.append([.text("2"), .text("say \"yes\"\nnow")])
        table.append([.empty, .text("=1+1")])
        #expect(
            String(decoding: table.contents, as: UTF8.self)
                == "id,name\n1,\"a,b\"\n2,\"say \"\"yes\"\"\nnow\"\n,=1+1\n")
    }

    @Test("For spreadsheets there is a byte order mark, and text that starts a formula is guarded")
    func spreadsheet() {
        var table = CSVTable(header: ["id", "change"], dialect: .spreadsheet)
        for text in ["=cmd()", "+1", "-1", "@x", "\tx", "plain"] {
            table.append([.text(text), .plain("-5.0")])
        }
        let bytes = table.contents
        #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(
            String(decoding: bytes.dropFirst(3), as: UTF8.self)
                == "id,change\n'=cmd(),-5.0\n'+1,-5.0\n'-1,-5.0\n'@x,-5.0\n'\tx,-5.0\nplain,-5.0\n")
    }

    @Test("JSON keeps the order of its keys and escapes what must be")
    func json() {
        let json = JSONText.object([
            ("b", .text("q\"\\\n\u{1}区")), ("a", .list([.null, .flag(true), .number(1.5)])),
        ])
        var bytes: [UInt8] = []
        json.write(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"b":"q\"\\\n\u0001区","a":[null,true,1.5]}"#)
    }
}
