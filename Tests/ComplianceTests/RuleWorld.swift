import Geometry
import Places
import Policy

/// The day that a text of ISO 8601 names; tests write only days that exist.
func day(_ text: String) -> Day { date(text).last }

/// The date that a text of ISO 8601 names: to the day, month or year.
func date(_ text: String) -> PartialDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let date = PartialDate(
        year: parts[0], month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
    guard let date else { preconditionFailure("no such date: \(text)") }
    return date
}

/// The number that a text states; tests write only numbers.
func number(_ text: String) -> ExactDecimal {
    guard let number = ExactDecimal(text) else { preconditionFailure("no such number: \(text)") }
    return number
}

let somewhere = GeographicPoint(longitude: 114.3, latitude: 30.6)

func compound(
    _ id: String = "C", households: String? = "100", space: String? = nil, planned: String? = nil,
    delivered: String? = nil
) -> Compound {
    Compound(
        id: id, households: households.map(number), careSpace: space.map(number),
        planned: planned.map(date), delivered: delivered.map(date), point: somewhere)
}

/// A phase with its dates of one milestone, or of all four alike.
func phase(
    _ phaseNumber: Int, of compound: Int = 0, households: String = "50", space: String? = nil,
    housing: String? = nil, care: String? = nil, only milestone: Milestone? = nil
) -> Phase {
    Phase(
        compound: compound, number: phaseNumber, households: number(households), careSpace: space.map(number),
        housing: milestones(housing, only: milestone), care: milestones(care, only: milestone))
}

func milestones(_ text: String?, only milestone: Milestone?) -> Milestones {
    let date = text.map(date)
    func value(_ wanted: Milestone) -> PartialDate? {
        milestone == nil || milestone == wanted ? date : nil
    }
    return Milestones(
        planned: value(.planned), built: value(.built), accepted: value(.accepted),
        delivered: value(.delivered))
}

let clause = Clause(
    Citation(
        id: "test", title: BilingualText(en: "Test", zh: "测试"), number: "测〔2020〕1号", date: nil,
        known: .document))

/// A rule of 20 m² per 100 households for what is planned from 2018-01-01 on.
let twentyFrom2018 = SpaceRule(clause: clause, effectiveFrom: date("2018-01-01"), newRate: ExactDecimal(20))

/// A reproducible source of numbers (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Every day that a date may mean.
func days(of date: PartialDate) -> [Day] {
    (date.first.ordinal...date.last.ordinal).map { Day(ordinal: $0) }
}
