internal import CareCircleCommands

@main
struct CareCircle {
    static func main() async { await CareCircleCommand.start() }
}
