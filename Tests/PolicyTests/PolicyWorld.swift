import Geometry
import Places
import Policy

/// The number that a text states; tests write only numbers.
func number(_ text: String) -> ExactDecimal {
    guard let number = ExactDecimal(text) else { preconditionFailure("no such number: \(text)") }
    return number
}

/// A day that the tests name.
func day(_ year: Int, _ month: Int, _ dayOfMonth: Int) -> Day {
    guard let day = Day(year: year, month: month, day: dayOfMonth) else {
        preconditionFailure("no such day: \(year)-\(month)-\(dayOfMonth)")
    }
    return day
}

func facility(_ change: (inout Facility) -> Void = { _ in }) -> Facility {
    var facility = Facility(
        id: "F", level: .community, point: GeographicPoint(longitude: 114.3, latitude: 30.6))
    change(&facility)
    return facility
}

let citation = Citation(
    id: "reply", title: BilingualText(en: "A reply", zh: "答复"), number: "武民函〔2020〕125号",
    date: PartialDate(year: 2020, month: 9, day: 27), known: .document)
let clause = Clause(citation)
