using Microsoft.CodeAnalysis;

namespace ProxyWasm.Sdk.Generators.Plugins;

/// <summary>Which callbacks the classes of an assembly look at; only those are exported.</summary>
internal sealed class Callbacks
{
    private readonly HashSet<string> _overridden = [];

    public Callbacks(Compilation compilation, IEnumerable<string> usedNames)
    {
        Collect(compilation.Assembly.GlobalNamespace);
        var names = new HashSet<string>(usedNames);
        UsesCalls = names.Contains("SendAsync");
        UsesGrpc = names.Contains("CallGrpcAsync");
        UsesDelays = names.Contains("Delay") || names.Contains("WaitAsync") || names.Contains("TimeProvider");
        UsesQueues = names.Contains("DequeueAsync");
        foreach (var library in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            // A library of filters or helpers: what it does is not looked into.
            if (library.Name != SdkNames.Assembly && library.Modules.Any(
                module => module.ReferencedAssemblies.Any(name => name.Name == SdkNames.Assembly)))
            {
                UsesCalls = UsesGrpc = UsesDelays = UsesQueues = true;
            }
        }
    }

    public bool UsesCalls { get; }

    public bool UsesGrpc { get; }

    public bool UsesDelays { get; }

    public bool UsesQueues { get; }

    public bool Has(string method) => _overridden.Contains(method);

    /// <summary>Whether something may wait in one direction of an exchange.</summary>
    public bool IsAsync(string direction) =>
        Has($"On{direction}HeadersAsync") || Has($"On{direction}BodyAsync") || Has($"On{direction}TrailersAsync");

    /// <summary>Whether something may wait in one direction of a connection.</summary>
    public bool IsTcpAsync(string direction) => Has($"On{direction}DataAsync")
        || (direction == "Downstream" && Has("OnConnectAsync"));

    private void Collect(INamespaceOrTypeSymbol scope)
    {
        foreach (var member in scope.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
            {
                Collect(inner);
            }
            else if (member is IMethodSymbol { IsOverride: true } method && IsOfSdk(method))
            {
                _overridden.Add(method.Name);
            }
        }

        if (scope is INamedTypeSymbol { BaseType: { } parent } && parent.ContainingAssembly.Name != SdkNames.Assembly
            && !SymbolEqualityComparer.Default.Equals(parent.ContainingAssembly, scope.ContainingAssembly))
        {
            Collect(parent);
        }
    }

    public static bool IsOfSdk(IMethodSymbol method)
    {
        var root = method;
        while (root.OverriddenMethod is { } overridden)
        {
            root = overridden;
        }

        return root.ContainingAssembly.Name == SdkNames.Assembly;
    }
}
