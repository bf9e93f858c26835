using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ProxyWasm.Compiler.Loading;

/// <summary>Finds assemblies by simple name among the given files and directories, and loads each once.</summary>
internal sealed class AssemblySet
{
    private readonly Dictionary<string, Module?> _modules = [];
    private readonly Dictionary<MetadataReader, Module> _byReader = [];
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly string[] _frameworkDirectories;
    private readonly string _runtimeLibrary;

    /// <param name="userFiles">Assemblies of the user; the base library's own win over them.</param>
    /// <param name="frameworkDirectories">Directories of the base library.</param>
    /// <param name="runtimeLibrary">The assembly with the replacements of what runtimes implement natively.</param>
    public AssemblySet(
        IEnumerable<string> userFiles, IEnumerable<string> frameworkDirectories, string runtimeLibrary)
    {
        _runtimeLibrary = runtimeLibrary;
        foreach (var file in userFiles)
        {
            _files[Path.GetFileNameWithoutExtension(file)] = file;
        }

        _frameworkDirectories = [.. frameworkDirectories];
    }

    public Module Require(string name) => Find(name) ?? throw new CompilationException(
        $"The assembly '{name}' is referenced but was found neither among the references nor in the base library.");

    public Module? Find(string name)
    {
        if (!_modules.TryGetValue(name, out var module))
        {
            module = Locate(name) is var (path, isFramework) && path is not null ? Load(name, path, isFramework) : null;
            _modules[name] = module;
        }

        return module;
    }

    public Module ModuleOf(MetadataReader reader) => _byReader[reader];

    /// <summary>The assemblies that are not of the base library, in the order of their names.</summary>
    public IEnumerable<Module> UserModules => _files.Keys.Order(StringComparer.Ordinal).Select(Require)
        .Where(m => !m.IsFramework);

    public IEnumerable<Module> Loaded => _modules.Values.OfType<Module>();

    private (string? Path, bool IsFramework) Locate(string name)
    {
        if (name == Path.GetFileNameWithoutExtension(_runtimeLibrary))
        {
            return (_runtimeLibrary, true);
        }

        foreach (var directory in _frameworkDirectories)
        {
            var path = Path.Combine(directory, name + ".dll");
            if (File.Exists(path))
            {
                return (path, true);
            }
        }

        return (_files.GetValueOrDefault(name), false);
    }

    private Module Load(string name, string path, bool isFramework)
    {
        try
        {
            var image = new PEReader(ImmutableArray.Create(File.ReadAllBytes(path)));
            var module = new Module(name, path, image, isFramework);
            _byReader[module.Metadata] = module;
            ModuleReader.Fill(module);
            return module;
        }
        catch (BadImageFormatException exception)
        {
            throw new CompilationException($"'{path}' is not a .NET assembly: {exception.Message}", exception);
        }
    }
}
