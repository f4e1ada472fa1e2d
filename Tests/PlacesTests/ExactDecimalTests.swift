import Places
import Testing

@Suite struct ExactDecimalTests {
    @Test(
        "Text comes back without trailing zeros",
        arguments: [
            ("20", "20"), ("20.00", "20"), ("-0.250", "-0.25"), ("1.2e3", "1200"), ("1e-3", "0.001"),
            (".5", "0.5"),
            ("5.", "5"), ("000.10", "0.1"), ("-0", "0"),
            // Sixteen digits and more, as spreadsheets write binary numbers, are rounded to fifteen.
            ("85.300000000000011", "85.3"), ("0.30000000000000004", "0.3"),
            ("123456789012345.6", "123456789012346"),
        ])
    func texts(text: String, written: String) throws {
        #expect(try #require(ExactDecimal(text)).description == written)
    }

    @Test(
        "Other texts are no numbers",
        arguments: [
            "", "-", ".", "1,200", "1 200", "12a", "0x10", "nan", "inf", "1e", "1.2.3", "1000000000000000",
            "--1", "1e99",
        ])
    func refused(text: String) { #expect(ExactDecimal(text) == nil) }

    @Test("Sums, products and comparisons are exact where binary numbers are not")
    func arithmetic() throws {
        let tenth = try #require(ExactDecimal("0.1"))
        let fifth = try #require(ExactDecimal("0.2"))
        #expect((tenth + fifth).description == "0.3")
        #expect(tenth + fifth == ExactDecimal("0.3"))
        #expect((fifth - tenth - tenth) == .zero)
        // 20 m² for each 100 of 1,234.5 dwellings, by hand.
        let required = (try #require(ExactDecimal("1234.5")) * ExactDecimal(20)).shifted(right: 2)
        #expect(required.description == "246.9")
        #expect(tenth < fifth)
        #expect(try #require(ExactDecimal("-3")) < tenth)
        #expect(try #require(ExactDecimal("246.90")) == required)
    }

    @Test("The smallest and the largest numbers compare without overflow")
    func extremes() throws {
        let tiny = try #require(ExactDecimal("1e-30"))
        let small = try #require(ExactDecimal("0.0000000005"))
        let large = try #require(ExactDecimal("999999999999999"))
        #expect(tiny == .zero)
        #expect(small.description == "0.000000001")
        #expect(small < large)
        let product = (large * large).shifted(right: 2)
        let share = (small * small).shifted(right: 2)
        #expect(share < large)
        #expect(small < product)
        #expect((large + share) - share == large)
    }

    @Test("The binary number is the one nearest to the text")
    func doubles() throws {
        for text in ["0.1", "1234.5", "85.3", "99999999999999.9", "0.000123", "-7.25"] {
            #expect(try #require(ExactDecimal(text)).double == Double(text))
        }
    }

    @Test("Ids are ranked by their bytes")
    func ranks() {
        #expect(byteOrderRanks(of: ["b", "a", "B", "10", "9", "é"]) == [4, 3, 2, 0, 1, 5])
    }
}
