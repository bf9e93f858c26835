namespace Differential.Generation;

/// <summary>A variable of a generated program.</summary>
/// <param name="Expression">How it is named.</param>
/// <param name="Type">Its type.</param>
/// <param name="Writable">Whether it may be assigned to.</param>
/// <param name="Capturable">Whether a lambda may use it.</param>
internal sealed record Variable(string Expression, DataType Type, bool Writable = true, bool Capturable = true);
