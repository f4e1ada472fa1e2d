import Compliance
import Policy
import Testing

/// What the rules that a tier or a measure asks for say together of a facility.
@Suite struct PassedStandardsTests {
    @Test(
        "One failed is enough; what is unknown or not yet judged leaves it open; what does not apply asks nothing",
        arguments: [
            ([.pass, nil, .exempt], true, true), ([], true, true), ([.pass, .fail, .unknown], true, false),
            ([.pass, .unknown], true, nil), ([.waived], true, true),
            // A station that is being built is judged by no rule: nobody knows whether it will pass.
            ([nil], false, nil), ([.pass, nil], false, nil), ([.fail, nil], false, false), ([], false, true),
        ] as [([Verdict?], Bool, Bool?)])
    func together(verdicts: [Verdict?], isOpen: Bool, arePassed: Bool?) {
        #expect(PassedStandards.arePassed(verdicts, isOpen: isOpen) == arePassed)
    }
}
