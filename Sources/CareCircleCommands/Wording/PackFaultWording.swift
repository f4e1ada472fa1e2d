// What is said of a policy pack.
extension ProblemWording {
    /// That a pack is not where another file says it is.
    func unreadablePack(_ path: String) -> String {
        say(
            "\(quoted(path)) cannot be read, expected the path of a policy pack, from the folder of this file on",
            "\(quoted(path))无法读取，应为政策包文件的路径（自本文件所在文件夹起）")
    }

    /// That what is left out is asked for by what stays.
    func stillNeeded(_ id: String, _ users: [String]) -> String {
        say(
            "\(quoted(id)) is asked for by \(list(users)), expected these to be left out, too, or to stand here without it",
            "\(quoted(id))仍为\(list(users))所需，应一并去除，或在此另行规定")
    }
}
