@main
struct CareCircle {
    static func main() {}
}
