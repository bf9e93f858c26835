namespace Plugins.Tests.FirebaseAuth;

/// <summary>Key pairs are expensive: two are made once for all tests of a class.</summary>
public sealed class KeyFixture : IDisposable
{
    internal SigningKey First { get; } = new("first");

    internal SigningKey Second { get; } = new("second");

    public void Dispose()
    {
        First.Dispose();
        Second.Dispose();
    }
}
