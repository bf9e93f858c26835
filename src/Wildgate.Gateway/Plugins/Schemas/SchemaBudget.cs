namespace Wildgate.Gateway.Plugins.Schemas;

/// <summary>Counts what a comparison costs, so that it ends whatever schema and configuration say.</summary>
internal sealed class SchemaBudget
{
    private long _spent;

    /// <param name="steps">Values, keywords or names that are looked at.</param>
    /// <exception cref="UnusableSchemaException">All has been spent.</exception>
    public void Spend(int steps)
    {
        _spent += steps;
        if (_spent > SchemaLimits.Steps)
        {
            throw new UnusableSchemaException("its schema takes too long to check");
        }
    }
}
