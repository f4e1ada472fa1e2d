import Places
import Policy
import Testing

/// Money that waits for acceptance, for a year of normal running, or for a chain.
@Suite struct SubsidyConditionTests {
    private func subsidy(_ form: Subsidy.Form, _ condition: Subsidy.Condition) -> Subsidy {
        Subsidy(id: "s", clause: clause, selector: .any, form: form, condition: condition)
    }

    /// Accepted on the day after the year's end: nothing yet; on the last day: a full year's money.
    @Test func yearlyMoneyWaitsForAcceptance() {
        let yearly = subsidy(.yearly(number("50000")), .accepted)
        let late = facility { $0.accepted = PartialDate(year: 2022, month: 1, day: 1) }
        let inTime = facility { $0.accepted = PartialDate(year: 2021, month: 12, day: 31) }
        #expect(yearly.yearly(for: late, on: day(2021, 12, 31)) == nil)
        #expect(yearly.yearly(for: inTime, on: day(2021, 12, 31)) == number("50000"))
        #expect(yearly.yearly(for: facility(), on: day(2021, 12, 31)) == number("50000"))
        #expect(
            subsidy(.yearly(number("1")), .opened).yearly(for: late, on: day(2021, 12, 31)) == number("1"))
    }

    @Test func aFailedAssessmentCostsItsYear() {
        let running = subsidy(.yearly(number("100000")), .runningNormally)
        let failed = facility { $0.failedAssessments = [2021] }
        #expect(running.yearly(for: failed, on: day(2020, 12, 31)) == number("100000"))
        #expect(running.yearly(for: failed, on: day(2021, 12, 31)) == nil)
        #expect(running.yearly(for: failed, on: day(2022, 12, 31)) == number("100000"))
        #expect(
            subsidy(.yearly(number("1")), .accepted).yearly(for: failed, on: day(2021, 12, 31))
                == number("1"))
    }

    @Test func aSumIsPaidOnTheDayOfAcceptance() {
        let accepted = facility { $0.accepted = PartialDate(year: 2022, month: 3, day: 1) }
        let once = subsidy(.once(number("90000")), .accepted)
        #expect(once.payday(of: accepted, on: day(2021, 6, 1)) == day(2022, 3, 1))
        #expect(once.payday(of: accepted, on: day(2023, 6, 1)) == day(2023, 6, 1))
        #expect(once.payday(of: facility(), on: day(2021, 6, 1)) == day(2021, 6, 1))
        #expect(
            subsidy(.once(number("1")), .opened).payday(of: accepted, on: day(2021, 6, 1))
                == day(2021, 6, 1))
    }

    @Test func notAfterItsLastDay() {
        let ended = Subsidy(
            id: "e", clause: clause, selector: .any, form: .once(number("1")),
            effectiveTo: day(2021, 12, 31))
        #expect(ended.once(for: facility(), cost: nil, on: day(2021, 12, 31)) == number("1"))
        #expect(ended.once(for: facility(), cost: nil, on: day(2022, 1, 1)) == nil)
    }

    @Test func moneyOfAChainIsNoFacilitys() {
        let chain = Subsidy(
            id: "c", clause: clause, selector: .any, form: .once(number("200000")), chainOf: 3)
        #expect(chain.once(for: facility(), cost: nil, on: day(2021, 1, 1)) == nil)
    }

    /// 8 hours × 20 yuan × 12 months = 1,920 yuan a year.
    @Test func entitlementsOfHoursAndOfMoney() {
        let hours = Entitlement.Amount.hours(aMonth: number("8"), yuanAnHour: number("20"), months: 12)
        #expect(hours.yuanAPerson == number("1920"))
        #expect(hours.hoursAMonth == number("8"))
        #expect(Entitlement.Amount.yearly(number("2718.18")).yuanAPerson == number("2718.18"))
        #expect(Entitlement.Amount.unstated.yuanAPerson == nil)
    }
}
