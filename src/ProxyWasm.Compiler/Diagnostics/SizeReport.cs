using System.Globalization;
using ProxyWasm.Compiler.Linking;
using ProxyWasm.Compiler.Loading;
using ProxyWasm.Compiler.Snapshots;

namespace ProxyWasm.Compiler.Diagnostics;

/// <summary>Tells what the bytes of a module are, and because of what a method is in it.</summary>
internal sealed class SizeReport
{
    private readonly LiveProgram _live;
    private readonly List<(IlMethod Method, int Bytes)> _functions;
    private readonly IReadOnlyDictionary<DataKind, int> _data;
    private readonly Snapshot _snapshot;
    private readonly int _total;

    public SizeReport(LiveProgram live, ModuleLinker linker, Snapshot snapshot, int total)
    {
        _snapshot = snapshot;
        _live = live;
        _functions = [.. live.Functions.Zip(linker.FunctionSizes, (f, bytes) => (f.Method, bytes))];
        _data = linker.Data.Sizes;
        _total = total;
    }

    /// <summary>The report: totals first, then namespaces, types and functions, the largest first.</summary>
    public string Write()
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture);
        var code = _functions.Sum(f => f.Bytes);
        writer.WriteLine($"{_total,9} module");
        writer.WriteLine($"{code,9} code of {_functions.Count} functions");
        WriteGroup(writer, "data, including zeros", _data.Select(d => (d.Key.ToString(), d.Value)));
        WriteGroup(writer, "namespaces", Totals(m => NamespaceOf(m.Owner)));
        WriteGroup(writer, "types", Totals(m => m.Owner.ToString()));
        WriteGroup(writer, "functions", _functions.Select(f => (f.Method.ToString(), f.Bytes)));
        WritePostponed(writer);
        return writer.ToString();
    }

    /// <summary>For each function whose name contains a text: who uses it, up to an export.</summary>
    /// <param name="member">Part of a function's name as the report spells it.</param>
    public string Why(string member)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture);
        var bytesOf = _functions.ToDictionary(f => f.Method, f => f.Bytes);
        foreach (var method in bytesOf.Keys.Concat(_live.Merged.Keys))
        {
            var bytes = bytesOf.GetValueOrDefault(_live.Merged.GetValueOrDefault(method, method));
            if (method.ToString().Contains(member, StringComparison.Ordinal))
            {
                writer.WriteLine($"{method} ({bytes} bytes)");
                WriteUsers(writer, method);
            }
        }

        return writer.ToString() is { Length: > 0 } text ? text : $"No function of the module is named {member}.\n";
    }

    private void WritePostponed(StringWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine("static constructors that run in the module");
        foreach (var (type, reason) in _snapshot.Postponed.Where(p => _live.Initialises(p.Type)))
        {
            writer.WriteLine($"{"",9} {type}: {reason}");
        }
    }

    private void WriteUsers(StringWriter writer, IlMethod method)
    {
        var current = method;
        while (_live.ReasonOf(current) is ({ } user, var slot))
        {
            current = user;
            writer.WriteLine(slot is null ? $"  used by {user}" : $"  used by {user} through {slot}");
        }
    }

    private IEnumerable<(string, int)> Totals(Func<IlMethod, string> key) =>
        _functions.GroupBy(f => key(f.Method)).Select(g => (g.Key, g.Sum(f => f.Bytes)));

    private static string NamespaceOf(IlType type)
    {
        var definition = type.Definition ?? type.ElementType?.Definition;
        while (definition?.Declaring is { } declaring)
        {
            definition = declaring;
        }

        return definition?.Namespace is { Length: > 0 } name ? name : "(global)";
    }

    private static void WriteGroup(StringWriter writer, string title, IEnumerable<(string Name, int Bytes)> lines)
    {
        writer.WriteLine();
        writer.WriteLine(title);
        foreach (var (name, bytes) in lines.OrderByDescending(l => l.Bytes).ThenBy(l => l.Name, StringComparer.Ordinal))
        {
            writer.WriteLine($"{bytes,9} {name}");
        }
    }
}
