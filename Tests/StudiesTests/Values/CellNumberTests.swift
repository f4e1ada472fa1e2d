import Places
import Studies
import Testing

@Suite struct CellNumberTests {
    @Test(arguments: [
        ("1234", "1234"), ("1,234", "1234"), ("12,345,678.90", "12345678.90"), ("１２３", "123"),
        ("１，２３４．５", "1234.5"), (" 85.5 ", "85.5"), ("-3", "-3"), ("−3", "-3"),
        ("－３", "-3"),
        ("+3", "3"), (".5", "0.5"), ("5.", "5"), ("1e3", "1e3"), ("1.5E+20", "1.5e20"), ("007", "007"),
        ("　12　", "12"), ("45.29万", "45.29e4"), ("1,234 万", "1234e4"),
        ("１．２亿", "1.2e8"),
    ])
    func plainForm(text: String, plain: String) { #expect(CellNumber.plain(text) == plain) }

    @Test(arguments: [
        "", "三十", "30%", "３０％", "300m²", "85㎡", "约300", "1,23", "1,2345", "12,34,567", "1.2.3", "1,234,",
        "1e",
        "80%40%", "80％40％", "1-2", "１－２", "1~2", "1～2", "1—2", "1至2", "45.29万人", "万", "1.2.3万", "12万5千",
        "3亿5", "万12", "123。5", "1、234", "300余", "300多", "8,600+", "≥100", "1,234,5", "1，23", "12 345 6",
        "2020年", "１２．３．４", "3千",
        "0x10", "--1", "1 2", "1 234", "100 200", "1\u{A0}234", "1,234 567", "12 户", "e5", ".", "-",
    ])
    func refused(text: String) {
        #expect(CellNumber.plain(text) == nil)
        #expect(throws: Fault.notANumber(text: text)) { try CellNumber.decimal(text) }
        #expect(throws: Fault.notANumber(text: text)) { try CellNumber.coordinate(text) }
    }

    @Test(arguments: ["nan", "NaN", "inf", "-inf", "Infinity", "ＮａＮ"])
    func notFinite(text: String) {
        #expect(throws: Fault.notFinite(text: text)) { try CellNumber.decimal(text) }
        #expect(throws: Fault.notFinite(text: text)) { try CellNumber.coordinate(text) }
    }

    @Test func counts() throws {
        #expect(try CellNumber.count("１，２００") == 1200)
        #expect(try CellNumber.count("120.0") == 120)
        #expect(try CellNumber.count("0") == 0)
        // What is pasted from a web page brings what nobody sees.
        #expect(try CellNumber.count("1\u{2060}50\u{200B}") == 150)
        #expect(throws: Fault.notAWholeNumber(text: "12.5")) { try CellNumber.count("12.5") }
        #expect(throws: Fault.negative(text: "-1")) { try CellNumber.count("-1") }
        #expect(throws: Fault.tooLarge(text: "1e16")) { try CellNumber.count("1e16") }
    }

    /// Ten thousands and hundred millions are exact, too: 45.29万 is 452,900.
    @Test func amountsInTenThousands() throws {
        #expect(try CellNumber.amount("45.29万") == ExactDecimal(452_900))
        #expect(try CellNumber.amount("４５．２９ 万") == ExactDecimal(452_900))
        #expect(try CellNumber.amount("8,195万") == ExactDecimal(81_950_000))
        #expect(try CellNumber.amount("1.2亿") == ExactDecimal(120_000_000))
        #expect(try CellNumber.amount("0.000001万") == ExactDecimal(coefficient: 1, scale: 2))
        #expect(try CellNumber.count("0.5万") == 5000)
        #expect(throws: Fault.tooLarge(text: "99999999亿")) { try CellNumber.amount("99999999亿") }
    }

    @Test func amountsAreExact() throws {
        #expect(try CellNumber.amount("１，２３４．５０") == ExactDecimal(coefficient: 12345, scale: 1))
        #expect(try CellNumber.decimal("-0.1") == ExactDecimal(coefficient: -1, scale: 1))
        #expect(throws: Fault.negative(text: "-0.1")) { try CellNumber.amount("-0.1") }
    }

    @Test func coordinatesKeepTheirDigits() throws {
        #expect(try CellNumber.coordinate("116.41024449916938") == 116.41024449916938)
        #expect(try CellNumber.coordinate("１１４．３") == 114.3)
    }

    @Test func numbersBeyondAllBounds() throws {
        #expect(throws: Fault.tooLarge(text: "1e999", limit: "10^308")) {
            try CellNumber.coordinate("1e999")
        }
        #expect(throws: Fault.tooFarBelowZero(text: "-1e400")) { try CellNumber.coordinate("-1e400") }
        for text in ["1e400", "1e4000", "1e99999999999999999999"] {
            #expect(throws: Fault.tooLarge(text: text)) { try CellNumber.amount(text) }
            #expect(throws: Fault.tooFarBelowZero(text: "-" + text)) { try CellNumber.decimal("-" + text) }
            #expect(throws: Fault.negative(text: "-" + text)) { try CellNumber.amount("-" + text) }
        }
        // As with any digits beyond the ninth decimal, nothing is left.
        #expect(try CellNumber.amount("1e-20") == .zero)
        #expect(try CellNumber.amount("1e-400") == .zero)
        #expect(try CellNumber.amount("-1e-400") == .zero)
    }

    @Test func bedsAreWhole() throws {
        #expect(try CellNumber.wholeAmount("12.0") == ExactDecimal(12))
        #expect(throws: Fault.notAWholeNumber(text: "3.5")) { try CellNumber.wholeAmount("3.5") }
        #expect(throws: Fault.negative(text: "-3.5")) { try CellNumber.wholeAmount("-3.5") }
    }
}
