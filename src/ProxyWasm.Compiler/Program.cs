using ProxyWasm.Compiler.CommandLine;

return CompileCommand.Create().Parse(args).Invoke();
