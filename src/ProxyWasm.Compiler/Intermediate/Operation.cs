namespace ProxyWasm.Compiler.Intermediate;

/// <summary>
/// What an <see cref="Instruction"/> does. Operands are named in the order in which they are evaluated.
/// </summary>
internal enum Operation : byte
{
    /// <summary>result = value</summary>
    Move,

    /// <summary>result = a WebAssembly numeric instruction over the operands</summary>
    Numeric,

    /// <summary>result = condition ≠ 0 ? first : second; operands: first, second, condition</summary>
    Select,

    /// <summary>result = memory[address + offset]</summary>
    Load,

    /// <summary>memory[address + offset] = value</summary>
    Store,

    /// <summary>copies a structure; operands: destination, source; regions are equal or apart</summary>
    Copy,

    /// <summary>zeroes <see cref="Instruction.Size"/> bytes at the address</summary>
    Clear,

    /// <summary>memory.copy: destination, source, length; regions may overlap</summary>
    CopyBytes,

    /// <summary>memory.fill: destination, value, length</summary>
    FillBytes,

    /// <summary>calls a method with the arguments of its calling convention</summary>
    Call,

    /// <summary>
    /// calls what the receiver's class has in a slot; the receiver is at <see cref="Instruction.Offset"/>
    /// </summary>
    CallVirtual,

    /// <summary>calls through the table; the index is the last operand</summary>
    CallIndirect,

    /// <summary>result = new object of the type, zeroed</summary>
    New,

    /// <summary>result = new array of the type; operand: length, not negative</summary>
    NewArray,

    /// <summary>result = object if its class passes a cast to the type, otherwise null</summary>
    IsInstance,

    /// <summary>raises the exception of <see cref="Instruction.Fault"/> if the condition is not zero</summary>
    ThrowIf,

    /// <summary>raises NullReferenceException if the value is zero</summary>
    NullCheck,

    /// <summary>raises IndexOutOfRangeException unless index is below length, unsigned</summary>
    BoundsCheck,

    /// <summary>runs the static constructor of the type if it has not run</summary>
    InitClass,

    /// <summary>result = table index of what the object's class has in a slot</summary>
    VirtualFunction,

    /// <summary>result = address of that many bytes of the frame, 16-byte aligned</summary>
    StackAlloc,

    /// <summary>result = the pending exception, which is cleared</summary>
    Catch,

    /// <summary>result = the next free heap address</summary>
    GetHeapTop,

    /// <summary>sets the next free heap address</summary>
    SetHeapTop,

    /// <summary>result = memory size in pages</summary>
    MemorySize,

    /// <summary>result = memory.grow of a number of pages</summary>
    MemoryGrow,

    /// <summary>stops the program</summary>
    Trap,
}
