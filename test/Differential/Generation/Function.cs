namespace Differential.Generation;

/// <summary>A method of a generated program that later ones call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is for the C# compiler.</param>
/// <param name="Result">What it returns; for iterators and asynchronous methods what they deliver.</param>
/// <param name="Parameters">Their types, with <c>ref</c> or <c>in</c> before those that are passed so.</param>
internal sealed record Function(
    string Name, FunctionKind Kind, DataType Result, IReadOnlyList<(string Modifier, DataType Type)> Parameters);
