internal import Compliance
internal import Places
internal import Policy

/// The facilities of one year in one scope; platforms are no facilities here.
struct FacilityCount {
    /// Open on 31 December.
    var open = 0
    /// Opened in the year.
    var opened = 0
    /// Closed in the year.
    var closed = 0
    /// Upgraded in the year.
    var upgraded = 0
    /// Of those open the floor area, m².
    var area = StatedSum()
    /// Of those open the beds.
    var beds = StatedSum()

    /// Counts a facility as it stands at the end of a year, if it opened, closed or is open.
    mutating func add(_ facility: Facility, year: Int, end: Day) {
        guard FacilitySelector.any.counts(facility) else { return }
        if facility.isOpen(on: end) {
            open += 1
            area.add(facility.area)
            beds.add(facility.beds)
        }
        // A facility that closes no later than it opens has never been open, nor has one that does not operate.
        guard facility.status ?? .operating == .operating else { return }
        if let opened = facility.opened, let closed = facility.closed, closed.last <= opened.last { return }
        if facility.opened?.last.year == year { opened += 1 }
        if facility.closed?.last.year == year { closed += 1 }
    }
}
