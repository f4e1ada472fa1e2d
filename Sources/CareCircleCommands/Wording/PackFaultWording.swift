// What is said of a policy pack.
extension ProblemWording {
    /// That what is left out is asked for by what stays.
    func stillNeeded(_ id: String, _ users: [String]) -> String {
        say(
            "\(quoted(id)) is asked for by \(list(users)), expected these to be left out, too, or to stand here without it",
            "\(quoted(id))仍为\(list(users))所需，应一并去除，或在此另行规定")
    }
}
