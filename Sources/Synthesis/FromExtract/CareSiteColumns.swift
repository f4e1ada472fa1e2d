internal import Places

/// What a site's tags say for the columns of a facility.
extension CareSite {
    /// Who runs it, by `operator:type`; nothing where the tag is absent or of another value.
    var sector: Sector? {
        switch tags["operator:type"] {
        case "public", "government", "municipal", "public_body": .public
        case "private", "private_non_profit", "ngo", "charity", "charitable", "religious", "community",
            "cooperative", "association", "business":
            .social
        default: nil
        }
    }

    /// How many beds it states.
    var beds: Int? {
        for key in ["capacity:beds", "beds"] {
            if let text = tags[key], let beds = Int(text), (1...100_000).contains(beds) { return beds }
        }
        return nil
    }

    /// Since when it stands, where `start_date` is an ISO date to the day, month or year.
    var opened: PartialDate? {
        guard let text = tags["start_date"] else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard parts.count <= 3, zip(parts, widths).allSatisfy({ $0.utf8.count == $1 }) else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count else { return nil }
        return PartialDate(
            year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
            day: numbers.count > 2 ? numbers[2] : nil)
    }
}
