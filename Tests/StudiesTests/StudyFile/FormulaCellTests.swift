import Studies
import Testing

/// Cells of sheets whose formula has no stored value.
@Suite struct FormulaCellTests {
    @Test("A formula without a value is said once, whatever the column asks for")
    func saidOnce() throws {
        let sheets = try TableFolder()
        func text(_ cell: String, _ value: String) -> String {
            #"<c r="\#(cell)" t="inlineStr"><is><t>\#(value)</t></is></c>"#
        }
        func formula(_ cell: String) -> String { #"<c r="\#(cell)"><f>1+1</f></c>"# }
        let header = ["id", "level", "lon", "lat"].enumerated().map { index, name in
            text("\(["A", "B", "C", "D"][index])1", name)
        }.joined()
        sheets.writeWorkbook(
            "facilities.xlsx",
            sheets: [
                (
                    "s",
                    """
                    <row r="1">\(header)</row>
                    <row r="2">\(formula("A2"))\(text("B2", "community"))<c r="C2"><v>114.316</v></c><c r="D2"><v>30.506</v></c></row>
                    <row r="3">\(text("A3", "F2"))\(formula("B3"))<c r="C3"><v>114.316</v></c><c r="D3"><v>30.506</v></c></row>
                    <row r="4">\(text("A4", "F3"))\(text("B4", "community"))\(formula("C4"))<c r="D4"><v>30.506</v></c></row>
                    <row r="5">\(text("A5", "F4"))\(text("B5", "community"))\(formula("C5"))\(formula("D5"))</row>
                    <row r="6">\(text("A6", "F5"))\(text("B6", "community"))<c r="D6"><v>30.506</v></c></row>
                    """
                )
            ])
        let sample = SampleStudy()
        sample.files["facilities.csv"] = nil
        sample.bytes["facilities.xlsx"] = try sheets.bytes("facilities.xlsx")
        sample.replacing("facilities.csv", with: "facilities.xlsx", in: "study.yaml")
        func problem(_ row: Int, _ column: String, _ fault: Fault) -> Problem {
            Problem(file: "facilities.xlsx", row: row, column: column, fault)
        }
        #expect(
            try problems(sample) == [
                problem(2, "id", .formulaWithoutValue), problem(3, "level", .formulaWithoutValue),
                problem(4, "lon", .formulaWithoutValue), problem(5, "lon", .formulaWithoutValue),
                problem(5, "lat", .formulaWithoutValue), problem(6, "lon", .missingValue),
            ])
    }
}
