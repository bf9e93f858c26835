using System.Xml.Linq;

namespace Wildgate.Repository.Tests;

/// <summary>The parts of the product may only know those that the architecture allows them to know.</summary>
public sealed class DependencyDirectionTests
{
    // What a project may refer to directly; what is not listed here must not exist.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["ProxyWasm.Abi"] = [],
        ["ProxyWasm.Host"] = ["ProxyWasm.Abi"],
        ["ProxyWasm.AspNetCore"] = ["ProxyWasm.Host"],
        ["ProxyWasm.Compiler"] = ["ProxyWasm.Compiler.Runtime"],
        ["ProxyWasm.Compiler.Runtime"] = [],
        ["ProxyWasm.Sdk"] = ["ProxyWasm.Abi"],
        ["ProxyWasm.Sdk.Generators"] = [],
        ["ProxyWasm.Testing"] = ["ProxyWasm.Host", "ProxyWasm.Sdk"],
        ["Wildgate.Gateway"] = ["ProxyWasm.AspNetCore"],
        ["Wildgate.Cli"] = ["Wildgate.Gateway", "ProxyWasm.Testing"],
    };

    // Templates are files of projects to come.
    public static TheoryData<string> Projects =>
        [.. Checkout.Files("src", "*.csproj").Where(path => !path.Contains("/Templates/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_the_architecture_allows(string path)
    {
        var project = XDocument.Parse(Checkout.Read(path));
        var name = Path.GetFileNameWithoutExtension(path);

        // Without its output a project is only built before the other, for its package.
        var references = project.Descendants("ProjectReference")
            .Where(reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} is not part of the architecture");
        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void Only_the_engine_folder_names_Wasmtime()
    {
        var offenders = Checkout.Files("src", "*.cs")
            .Where(path => !path.StartsWith("src/ProxyWasm.Host/Engines/Wasmtime/", StringComparison.Ordinal))
            .Where(path => path != "src/ProxyWasm.Host/PluginHost.cs")
            .Where(path => Checkout.Read(path).Contains("using Wasmtime", StringComparison.Ordinal)
                || Checkout.Read(path).Contains("Engines.Wasmtime", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    [Fact]
    public void The_host_knows_no_web_server()
    {
        var offenders = Checkout.Files("src/ProxyWasm.Host", "*.cs")
            .Concat(Checkout.Files("src/ProxyWasm.Abi", "*.cs"))
            .Where(path => Checkout.Read(path).Contains("Microsoft.AspNetCore", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }
}
