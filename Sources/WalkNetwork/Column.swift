/// One column of a network: elements that never change, in memory of its own or within a saved file.
///
/// Reading an element costs what it costs in an array, in other rooms too, and copies of a column share its memory, on any thread. The
/// memory lives as long as its owner does, which every copy holds.
@safe
package struct Column<Element: BitwiseCopyable & Sendable>: Sendable {
    /// Nobody writes to the memory once a column has been made of it: all threads may read it.
    @usableFromInline nonisolated(unsafe) let elements: UnsafeBufferPointer<Element>
    /// What keeps the memory; nothing where there are no elements.
    private let owner: (any AnyObject & Sendable)?

    /// Freezes an array, without a copy.
    package init(_ array: ContiguousArray<Element>) {
        let owner = FrozenArray(array)
        // The only reference to an array that is never changed again: its elements stay where they are.
        unsafe elements = owner.array.withUnsafeBufferPointer { unsafe $0 }
        self.owner = owner
    }

    /// Takes elements that lie in somebody else's memory.
    ///
    /// - Parameters:
    ///   - elements: Where they lie, aligned for their type; they must be there, and stay the same, as long as the
    ///     owner lives.
    ///   - owner: What keeps the memory.
    @unsafe
    package init(_ elements: UnsafeBufferPointer<Element>, ownedBy owner: any AnyObject & Sendable) {
        unsafe self.elements = unsafe elements
        self.owner = owner
    }

    /// Shows the bytes of all elements to some code, which must not keep them.
    @inlinable
    package func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafeRawBufferPointer(elements))
    }
}

/// Memory of pages that the system has a copy of elsewhere, and brings again when they are read.
package protocol PagedMemory: AnyObject, Sendable {
    /// Lets go of all pages that have been read so far.
    func giveBack()
}

extension Column {
    /// Lets go of the pages of the memory that the column lies in, with all other columns there; one in memory of its own
    /// stays.
    ///
    /// For when little of what has been read will soon be read again: reading it then costs what it did before.
    package func giveBack() { (owner as? any PagedMemory)?.giveBack() }
}

/// An array that a column has been made of.
private final class FrozenArray<Element: Sendable>: Sendable {
    let array: ContiguousArray<Element>

    init(_ array: ContiguousArray<Element>) { self.array = array }
}

extension Column: RandomAccessCollection {
    @inlinable
    package var startIndex: Int { 0 }

    @inlinable @inline(__always)
    package var endIndex: Int { unsafe elements.count }

    @inlinable @inline(__always)
    package subscript(index: Int) -> Element {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: endIndex), "no element of the column")
        return unsafe elements[index]
    }

    @inlinable
    package func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result? {
        try unsafe body(elements)
    }
}

extension Column: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: Element...) { self.init(ContiguousArray(elements)) }
}

extension Column: Equatable where Element: Equatable {
    @inlinable
    package static func == (a: Column, b: Column) -> Bool { a.elementsEqual(b) }
}
