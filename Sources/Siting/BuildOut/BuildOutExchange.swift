/// Betters openings over all years at once: each is taken back and put where any option in any year adds most, and any two
/// change years, until nothing more is gained (Teitz & Bart 1968, with years beside places).
struct BuildOutExchange {
    private let problem: BuildOutProblem
    private let value: ServiceValue
    private let purpose: BuildOutSolution.Purpose
    /// What decides between options that are worth the same, one after the other.
    private let then: [ServiceValue]
    private(set) var draft: BuildOutDraft

    /// Sets out from a draft.
    ///
    /// - Parameters:
    ///   - draft: the openings so far.
    ///   - value: what rows are worth.
    ///   - tenth: of equity the tenth that is looked at.
    ///   - then: what rows are worth to the tenths after it.
    init(_ draft: BuildOutDraft, value: ServiceValue, tenth: Int? = nil, then: [ServiceValue] = []) {
        self.then = then
        problem = draft.problem
        purpose = .objective(tenth: tenth)
        self.draft = draft
        self.value = value
    }

    /// Runs so many rounds at most.
    mutating func run(rounds: Int) {
        for _ in 0..<rounds {
            let filled = fill()
            let moved = move()
            let swapped = swapYears()
            guard filled || moved || swapped else { return }
        }
    }

    /// The openings that may be moved: those for goals stay.
    private var movable: [Int] {
        problem.options.indices.filter {
            if case .objective = draft.purposes[$0] { true } else { false }
        }
    }

    /// The option and year that add most now.
    private func best(beyond least: Double) -> (option: Int, year: Int, gain: Double)? {
        var best: (option: Int, year: Int, gain: Double)?
        var most = least
        for option in problem.options.indices where !draft.isTaken(option) {
            // Nothing is worth more than if it came in the first year.
            let first = problem.options[option].first
            guard first < problem.years else { continue }
            let limit = draft.service.gain(of: option, from: first, by: value)
            guard limit > most || (limit == most && !then.isEmpty) else { continue }
            for year in first..<problem.years where draft.allows(option, in: year) {
                let gain = draft.service.gain(of: option, from: year, by: value)
                if gain > most || (gain == most && isBetter(option, year, than: best)) {
                    most = gain
                    best = (option, year, gain)
                }
            }
        }
        return best
    }

    /// Whether of two openings that are worth the same the first is worth more to what comes next.
    private func isBetter(
        _ option: Int, _ year: Int, than known: (option: Int, year: Int, gain: Double)?
    ) -> Bool {
        guard let known else { return false }
        return draft.service.isBetter((option, year), than: (known.option, known.year), by: then[...])
    }

    /// Only adds what limits leave room for.
    @discardableResult
    mutating func fill() -> Bool {
        var isFilled = false
        while let found = best(beyond: 1e-9) {
            draft.take(found.option, in: found.year, for: purpose)
            isFilled = true
        }
        return isFilled
    }

    private mutating func move() -> Bool {
        var isMoved = false
        for option in movable where draft.isTaken(option) {
            let year = draft.openedIn[option]
            draft.drop(option)
            let own = draft.service.gain(of: option, from: year, by: value)
            if let found = best(beyond: own + 1e-9 * max(1, own)) {
                draft.take(found.option, in: found.year, for: purpose)
                isMoved = true
            } else {
                draft.take(option, in: year, for: purpose)
            }
        }
        return isMoved
    }

    private mutating func swapYears() -> Bool {
        var isSwapped = false
        let taken = movable
        for (position, a) in taken.enumerated() {
            for b in taken[(position + 1)...] {
                let (yearA, yearB) = (draft.openedIn[a], draft.openedIn[b])
                guard yearA != yearB, problem.options[a].first <= yearB, problem.options[b].first <= yearA
                else { continue }
                let before = drop(a, b)
                var isBetter = false
                if let after = take(a, in: yearB, b, in: yearA) {
                    isBetter = after > before + 1e-9 * max(1, before)
                    if !isBetter { _ = drop(a, b) }
                }
                if isBetter { isSwapped = true } else { _ = take(a, in: yearA, b, in: yearB) }
            }
        }
        return isSwapped
    }

    /// Takes two back; returns what they were worth together.
    private mutating func drop(_ a: Int, _ b: Int) -> Double {
        let (yearA, yearB) = (draft.openedIn[a], draft.openedIn[b])
        draft.drop(a)
        let first = draft.service.gain(of: a, from: yearA, by: value)
        draft.drop(b)
        return first + draft.service.gain(of: b, from: yearB, by: value)
    }

    /// Takes two; returns what they are worth together, or nothing where limits forbid.
    private mutating func take(_ a: Int, in yearA: Int, _ b: Int, in yearB: Int) -> Double? {
        guard draft.allows(b, in: yearB) else { return nil }
        let second = draft.service.gain(of: b, from: yearB, by: value)
        draft.take(b, in: yearB, for: purpose)
        guard draft.allows(a, in: yearA) else {
            draft.drop(b)
            return nil
        }
        let first = draft.service.gain(of: a, from: yearA, by: value)
        draft.take(a, in: yearA, for: purpose)
        return first + second
    }
}
