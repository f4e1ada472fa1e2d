// The room stands empty until its first value moves in.
