internal import CareCircleCommands
internal import CMalloc

@main
struct CareCircle {
    static func main() async {
        // What takes 256 kB or more goes back to the system as soon as it is free: the allocator would raise this bound
        // with every large column and keep the memory of one stage while the next takes its own.
        mallopt(M_MMAP_THRESHOLD, 1 << 18)
        await CareCircleCommand.start()
    }
}
